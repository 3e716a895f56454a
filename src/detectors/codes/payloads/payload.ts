// What the text of a code holds: the kind of payload, and its fields.
import type { Evidence } from '../../../types/detection.js';
import type { CodeLabel } from '../declaration.js';

export interface Payload {
  readonly label: CodeLabel;
  /**
   * kebab-case. Adds to the label, for example the scheme of a payment. Shown, so it never contains
   * any of the text.
   */
  readonly kind: string;
  /** Raw values by evidence key. */
  readonly fields: Evidence;
  /**
   * The text keeps the structure of its kind: all fields are present, and the checksum holds if the
   * kind has one.
   */
  readonly isWhole: boolean;
}

/** Null if the text is of another kind. */
export type PayloadParser = (text: string) => Payload | null;
