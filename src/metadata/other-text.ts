// Text that nobody here understands: every tag that is neither understood nor on the list of harmless ones.
import type { Metadata } from '../types/metadata.js';
import { isHarmlessTag, isWordless } from './harmless-tags.js';
import { DEVICE, UNDERSTOOD } from './meanings.js';
import { isUnset, keyOf, type Tag, textOf, textsOf } from './tag.js';

/** What a program calls a tag. Anything else may be words of a person, and a tag's name is shown where its text is masked. */
const NAME = /^[\w:.#-]+( [\w:.#-]+){0,3}$/;

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
    const name = NAME.test(tag.name) ? tag.name : 'unnamed';
    texts.set(name, (texts.get(name) ?? new Set()).add(text));
  }
  return [...texts]
    .slice(0, MAX_TAGS)
    .map(([tag, values]) => ({ tag, value: [...values].join(', ').slice(0, MAX_LENGTH) }));
}

function isText(tag: Tag): boolean {
  return typeof tag.value === 'string' && !UNDERSTOOD.has(keyOf(tag)) && !isHarmlessTag(tag);
}
