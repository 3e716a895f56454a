// Coordinates as the report may show them.

/** Degrees to one decimal: a square of at most 11 by 11 kilometres, which names a town and no street. */
export function coarseDegrees(degrees: number): number {
  // Adding zero turns -0 into 0.
  return Math.round(degrees * 10) / 10 + 0;
}
