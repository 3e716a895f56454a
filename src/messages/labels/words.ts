// What the words of a label are, and what the tables of this folder share. Built from masked
// evidence, and never from a value that a mask hides.
import { coarseDegrees } from '../../metadata/coarse-degrees.js';
import type { Detection, Evidence, EvidenceValue } from '../../types/detection.js';
import { countryName } from '../amounts.js';

/** What words are made of. */
export interface Seen extends Pick<Detection, 'proved' | 'source' | 'evidence'> {
  /** Whether the rule calls a score like this doubtful. */
  readonly isDoubted?: boolean;
}
export type Detail = (seen: Seen) => string;

export interface LabelWords {
  /** The thing that was found, as a noun with a capital. */
  readonly subject: string;
  /** What is known of it. */
  readonly detail: string | Detail;
}

/** The words of these labels, none of them missing. */
export type WordsOf<Label extends string> = Readonly<Record<Label, LabelWords>>;

/** The words for one value of evidence; undefined where the table has none. */
export function wordsFor<Value extends string>(
  table: Readonly<Partial<Record<Value, string>>>,
  value: EvidenceValue | undefined,
): string | undefined {
  return typeof value === 'string' && Object.hasOwn(table, value) ? table[value as Value] : undefined;
}

/** ` (United Kingdom)`; empty where the country is not known. */
export const ofCountry = ({ country }: Evidence): string =>
  typeof country === 'string' ? ` (${countryName(country)})` : '';

/**
 * One decimal, about ten kilometres, even where the person asked for whole values: a sentence gets
 * copied.
 */
export function position({ latitude, longitude }: Evidence): string | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return `near ${coarseDegrees(latitude).toFixed(1)}, ${coarseDegrees(longitude).toFixed(1)}`;
}
