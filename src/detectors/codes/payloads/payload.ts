// What the text of a code holds: the kind of payload and its fields.
import type { Evidence } from '../../../types/detection.js';
import type { CodeLabel } from '../declaration.js';

export interface Payload {
  readonly label: CodeLabel;
  /** kebab-case: what the label does not tell, as the scheme of a payment. Shown, so never a part of the text. */
  readonly kind: string;
  /** By evidence key, raw. */
  readonly fields: Evidence;
  /** The text keeps the structure of its kind: fields in their places, a checksum where the kind has one. */
  readonly isWhole: boolean;
}

/** Null where the text is of another kind. */
export type PayloadParser = (text: string) => Payload | null;
