// Rounds coordinates for the report.

/**
 * Degrees with one decimal: a square of at most 11 by 11 kilometres, which identifies a town but no
 * street.
 */
export function coarseDegrees(degrees: number): number {
  // Adding zero turns -0 into 0.
  return Math.round(degrees * 10) / 10 + 0;
}
