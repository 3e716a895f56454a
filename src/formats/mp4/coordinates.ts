// Coordinates as 3GPP writes them into videos.
import type { Degrees } from '../coordinates/degrees.js';

/** The fixed-point numbers of 3GPP: 16 bits before the point, 16 after it. */
export function fromFixedPoint(latitude: number, longitude: number): Degrees {
  return [latitude / 0x10000, longitude / 0x10000];
}
