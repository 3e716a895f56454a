// Finds other text: every tag that is neither understood nor on the list of harmless ones.

import { isUnset, keyOf, type Tag, type TagIndex, textOf } from '../formats/tag.js';
import type { Metadata } from '../types/metadata.js';
import { isKnownMake, isKnownModel, isPlausibleDevice } from './device-names.js';
import { isHarmlessTag, isWordless } from './harmless-tags.js';
import { personsIn } from './person-words.js';
import { isPlaceTag } from './places/find.js';
import { shownName } from './shown-names.js';
import { DEVICE, UNDERSTOOD } from './tag-roles.js';

/** Characters kept of a text. It is evidence, not an archive. */
const MAX_LENGTH = 2000;

/** Tags reported for one file. More add nothing. */
const MAX_TAGS = 100;

/** @param names found in the tags: a text that is one of them is no other text */
export function findOtherText(index: TagIndex, names: Metadata['names'] = []): Metadata['otherText'] {
  const camera = new Set(index.texts(CAMERA).filter((text) => isPlausibleDevice(text) && !isLikeName(text)));
  const persons = new Set(names.flatMap((role) => role.names));
  const texts = new Map<string, Set<string>>();
  for (const tag of index.tags) {
    if (!isText(tag)) continue;
    const text = textOf(tag);
    if (isUnset(text) || isWordless(text) || camera.has(text) || persons.has(text)) continue;
    const name = shownName(tag);
    texts.set(name, (texts.get(name) ?? new Set()).add(text));
  }
  const steps = index.tags.filter(
    ({ name, within }) => name === 'stEvt:action' && within.includes('xmpMM:History'),
  ).length;
  if (steps > 0) texts.set('xmpMM:History', new Set([`${steps} steps of editing`]));
  return [...texts]
    .slice(0, MAX_TAGS)
    .map(([tag, values]) => ({ tag, value: [...values].join(', ').slice(0, MAX_LENGTH) }));
}

const CAMERA: readonly string[] = [...DEVICE.make, ...DEVICE.model];
const CAMERA_TAGS = new Set(CAMERA);

const LENS = /(?:^|:)Lens(?:Make|Model)?$/;

/** Words without a digit, of which none is a maker's: a person may have written a name. */
function isLikeName(text: string): boolean {
  const isDevice = isKnownMake(text) || isKnownModel(text) || /\d/.test(text);
  return !isDevice && personsIn(text).some((name) => /\s/.test(name));
}

function isText(tag: Tag): boolean {
  if (typeof tag.value !== 'string') return false;
  // A tag for make and model may hold anything.
  if (CAMERA_TAGS.has(keyOf(tag)) || (LENS.test(tag.name) && isLikeName(textOf(tag)))) return true;
  return !UNDERSTOOD.has(keyOf(tag)) && !isHarmlessTag(tag) && !isPlaceTag(tag);
}
