// The result of a finder: a value, its positions in the rows, and its score.

import type { Row, TextRange } from '../../ocr/layout/rows.js';
import type { Evidence } from '../../types/detection.js';
import type { Raster } from '../../types/raster.js';
import type { PrintedLabel } from './declaration.js';

export interface Found {
  readonly label: PrintedLabel;
  /** Without separators, unless they have a meaning. */
  readonly value: string;
  /** One range, or several if the value spans rows. */
  readonly places: readonly TextRange[];
  /** 0..1. */
  readonly score: number;
  readonly proved: boolean;
  /** Evidence besides `value`: `country`, `kind`. */
  readonly more: Evidence;
}

/** `raster` is the picture that the rows were read from. A text without a picture has none. */
export type Finder = (rows: readonly Row[], raster?: Raster) => readonly Found[];

/** Whether two values share characters of a row. */
export function shareText(a: Found, b: Found): boolean {
  return a.places.some((one) =>
    b.places.some((other) => one.row === other.row && one.start < other.end && other.start < one.end),
  );
}
