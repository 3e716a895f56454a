// One form in which texts name a place, with its examples: an entry of the table in text-forms.ts.
import type { PlaceReading } from './degrees.js';

export interface TextForm {
  /** As documents name it. */
  readonly name: string;
  /** Texts of this form. All name the same place, within a hundred metres: 48.8584 N, 2.2945 E. */
  readonly examples: readonly string[];
  /** Texts that have neither this form nor another. */
  readonly others: readonly string[];
  /** Texts that name a place which is not understood. */
  readonly unread?: readonly string[];
  /** A part of every text of this form: a cheap test, because nearly all texts name no place. */
  readonly sign: RegExp;
  /** @param text in plain spelling */
  readonly read: (text: string) => PlaceReading[];
}
