// The words of a finding: those of its label, and in which picture of the file it was found.
// Joined: `Subject: detail`.
import type { Finding } from '../types/finding.js';
import { CODE_WORDS } from './labels/codes.js';
import { CONTAINER_WORDS } from './labels/container.js';
import { DOCUMENT_WORDS } from './labels/documents.js';
import { EMBEDDED_WORDS } from './labels/embedded-original.js';
import { FACE_WORDS } from './labels/faces.js';
import { METADATA_WORDS } from './labels/metadata.js';
import { THEME_WORDS } from './labels/objects.js';
import { PRINTED_VALUE_WORDS } from './labels/printed-values.js';
import { SIDECAR_WORDS } from './labels/sidecars.js';
import { TAG_VALUE_WORDS } from './labels/tag-values.js';
import type { LabelWords, Seen } from './labels/words.js';

export type FindingWords = Pick<Finding, 'subject' | 'detail'>;

/** By label id. */
export type WordTable = Readonly<Record<string, LabelWords>>;

/** Every label of every detector; a contract test names those that are missing. */
export const WORDS: WordTable = {
  ...FACE_WORDS,
  ...DOCUMENT_WORDS,
  ...PRINTED_VALUE_WORDS,
  ...CODE_WORDS,
  ...METADATA_WORDS,
  ...SIDECAR_WORDS,
  ...TAG_VALUE_WORDS,
  ...CONTAINER_WORDS,
  ...EMBEDDED_WORDS,
  ...THEME_WORDS,
};

/**
 * `{ subject: 'Passport', detail: 'machine-readable zone with valid check digits' }`. A label
 * without words is its own subject.
 */
export function findingWords(label: string, seen: Seen, table: WordTable = WORDS): FindingWords {
  const words = Object.hasOwn(table, label) ? table[label] : undefined;
  if (words === undefined) return { subject: label, detail: '' };
  const { subject, detail } = words;
  return { subject, detail: (typeof detail === 'string' ? detail : detail(seen)) + where(seen.source) };
}

/** `Passport: machine-readable zone with valid check digits`. */
export function sentence({ subject, detail }: FindingWords): string {
  return detail === '' ? subject : `${subject}: ${detail}`;
}

function where({ picture, atMs }: Seen['source']): string {
  if (picture === 'video')
    return atMs === null ? ', in the video inside this file' : `, ${(atMs / 1000).toFixed(1)} s into the video`;
  // A thumbnail is examined only where it differs from the main picture, and what both show is
  // reported once.
  if (picture === 'thumbnail') return ', only in the embedded thumbnail';
  return picture === 'preview' ? ', in the embedded preview' : '';
}
