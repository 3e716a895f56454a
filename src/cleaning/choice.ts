// What a clean copy leaves out, what it keeps, and what is covered in its picture.
import { KEEPABLE, type Keepable } from '../formats/tiff/kept-exif.js';
import type { Finding } from '../types/finding.js';

export interface CleanChoice {
  /** Metadata that stays, as far as it is in EXIF or in the headers of a video. */
  readonly keep: ReadonlySet<Keepable>;
  /** Ids of the rules whose regions are painted over. */
  readonly cover: ReadonlySet<string>;
}

/** Rules on what a file holds besides its picture; a copy has no sidecar. */
const METADATA = /^metadata\/(?!sidecar$)/;

/** Tags of names, which may hold an address as well. */
const PERSON_TAG = /^(?:Artist|Copyright|OwnerName|CameraOwnerName)$/;

/** The rules that `--keep` can name. */
export const KEEPABLE_RULES: readonly string[] = KEEPABLE.map((name) => `metadata/${name}`);

/** Whether a copy must not have this finding. */
export function mustGo({ rule, source }: Pick<Finding, 'rule' | 'source'>, { keep, cover }: CleanChoice): boolean {
  if (source.picture === 'sidecar') return false;
  if (METADATA.test(rule)) return !isKept(rule, keep);
  // A value in a tag, and what a thumbnail or a hidden video shows, is metadata too.
  if (source.tag !== null || source.picture === 'thumbnail' || source.picture === 'file')
    return !keep.has('other-text') && !(keep.has('person-name') && PERSON_TAG.test(source.tag ?? ''));
  return cover.has(rule);
}

function isKept(rule: string, keep: ReadonlySet<Keepable>): boolean {
  return [...keep].some((name) => rule === `metadata/${name}`);
}
