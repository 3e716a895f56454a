// What a finder gives: a value, where it stands in the rows, and how sure it is.
import type { Evidence } from '../../types/detection.js';
import type { PrintedLabel } from './declaration.js';
import type { Row } from './rows.js';

export interface TextRange {
  readonly row: Row;
  /** Characters of the row's text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Found {
  readonly label: PrintedLabel;
  /** Without separators where they mean nothing. */
  readonly value: string;
  /** One, or several where the value goes over rows. */
  readonly places: readonly TextRange[];
  /** 0..1. */
  readonly score: number;
  readonly proved: boolean;
  /** What goes beside `value`: `country`, `kind`. */
  readonly more: Evidence;
}

export type Finder = (rows: readonly Row[]) => readonly Found[];

/** Whether two values share characters of a row. */
export function shareText(a: Found, b: Found): boolean {
  return a.places.some((one) =>
    b.places.some((other) => one.row === other.row && one.start < other.end && other.start < one.end),
  );
}
