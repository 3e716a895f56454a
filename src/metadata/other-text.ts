// Text that nobody here understands: every tag that is neither understood nor on the list of harmless ones.

import { isUnset, keyOf, type Tag, textOf, textsOf } from '../formats/tag.js';
import type { Metadata } from '../types/metadata.js';
import { isHarmlessTag, isWordless } from './harmless-tags.js';
import { DEVICE, UNDERSTOOD } from './tag-roles.js';

/**
 * Names of the texts that containers hold. A tag's name is shown where its text is masked, and in a file somebody may have put
 * their own words there; so only these are: the registered keywords of PNG (PNG specification, 11.3.3), what image generators
 * and thumbnailers use, and the names that the readers of blocks give.
 */
const FILE_NAMES = new Set([
  ...['Title', 'Author', 'Description', 'Copyright', 'Creation Time', 'Software', 'Disclaimer', 'Warning', 'Source'],
  ...['Comment', 'Collection', 'Artist', 'Creator', 'Keywords', 'parameters', 'prompt', 'workflow', 'Thumb::URI'],
  ...['URL', 'Caption', 'C2PA manifest', 'Text', ...Array.from({ length: 16 }, (_, app) => `APP${app}`)],
]);

/** The same for videos: the types of boxes and the keys that standards and phones use. */
const VIDEO_NAMES = new Set([
  ...['titl', 'dscp', 'cprt', 'gnre', 'albm', 'desc', 'ldes', 'name', '©xyz', 'uuid'],
  ...['INAM', 'ICMT', 'ICOP', 'ISBJ', 'IKEY'],
  ...['nam', 'cmt', 'des', 'cpy', 'alb', 'gen', 'lyr', 'src', 'key', 'hst', 'url', 'grp'].map((name) => `©${name}`),
  ...['title', 'comment', 'description', 'displayname', 'keywords', 'copyright', 'album', 'genre', 'information'].map(
    (name) => `com.apple.quicktime.${name}`,
  ),
  ...['location.ISO6709', 'location.note', 'location.body'].map((name) => `com.apple.quicktime.${name}`),
]);

/** Properties of XMP are words run together; digits and underscores are of somebody's own making. */
const XMP_NAME = /^[\w-]+:[A-Za-z]{1,40}$/;

/** Characters kept of a text: it is evidence, not an archive. */
const MAX_LENGTH = 2000;

/** Tags reported of one file; more say nothing more. */
const MAX_TAGS = 100;

export function findOtherText(tags: readonly Tag[]): Metadata['otherText'] {
  const camera = new Set(textsOf(tags, [...DEVICE.make, ...DEVICE.model]));
  const texts = new Map<string, Set<string>>();
  for (const tag of tags) {
    const text = textOf(tag);
    if (!isText(tag) || isUnset(text) || isWordless(text) || camera.has(text)) continue;
    const name = isNameKnown(tag) ? tag.name : 'unnamed';
    texts.set(name, (texts.get(name) ?? new Set()).add(text));
  }
  const steps = tags.filter(({ name, within }) => name === 'stEvt:action' && within.includes('xmpMM:History')).length;
  if (steps > 0) texts.set('xmpMM:History', new Set([`${steps} steps of editing`]));
  return [...texts]
    .slice(0, MAX_TAGS)
    .map(([tag, values]) => ({ tag, value: [...values].join(', ').slice(0, MAX_LENGTH) }));
}

/** Whether the name says only what a standard or a program calls the tag. */
function isNameKnown({ block, name, isForeign }: Tag): boolean {
  switch (block) {
    case 'file':
      return FILE_NAMES.has(name);
    case 'video':
      return VIDEO_NAMES.has(name);
    case 'xmp':
      return isForeign !== true && XMP_NAME.test(name);
    case 'exif':
    case 'maker':
    case 'iptc':
      // These are numbers in the file; the names are from tables here.
      return true;
    default:
      return block satisfies never;
  }
}

function isText(tag: Tag): boolean {
  return typeof tag.value === 'string' && !UNDERSTOOD.has(keyOf(tag)) && !isHarmlessTag(tag);
}
