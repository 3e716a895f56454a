// Decoded pixels.
import type { Region } from './detection.js';

/** Upright RGB picture: `data` has height * width * 3 bytes, row by row, without padding. */
export interface Raster {
  readonly data: Uint8Array;
  /** In pixels of this raster. */
  readonly width: number;
  readonly height: number;
  /** The part of the upright full-size picture that this raster shows. */
  readonly covers: Region;
}

/** Pixels from the left and from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
