// What a colour profile states besides colours: the display that it was made for and by whom.

import { readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { cleanText, isUnset, type Tag } from '../tag.js';
import { type ProfileTag, readProfile, textsOf } from './profile.js';
import { isUsual, isUsualRights } from './usual-names.js';

/** Names as ExifTool gives them, which the report shows. */
const PROFILE_NAMES: Readonly<Record<string, string>> = {
  ...{ desc: 'ProfileDescription', cprt: 'ProfileCopyright', dmnd: 'DeviceMfgDesc', dmdd: 'DeviceModelDesc' },
  ...{ vued: 'ViewingCondDesc', targ: 'CharTarget' },
};
const OTHER_TEXT = 'ColourProfile';

/** The localized names of a display, which only systems write. */
const MANY = 10;

/** Apple's make and model of a display: its serial number is the third of four numbers. */
const MAKE_AND_MODEL = 'mmod';
const SERIAL_AT = 16;

/** Not filled in, and what macOS gives to each built-in display of its notebooks. */
const SHARED_SERIALS: ReadonlySet<number> = new Set([0, 0xffff_ffff, 0x0101_0101, 0xfd62_6d62]);

/** Nothing where it is no profile. */
export function* profileBlocks(bytes: Uint8Array): Generator<Block> {
  const tags = (readProfile(bytes)?.tags ?? []).flatMap((tag) => [...serialOf(tag), ...ownTexts(tag)]);
  if (tags.length > 0) yield { kind: 'tags', tags };
}

/** Nothing where it is one of a maker or a standard. */
export function* profileNameBlocks(name: string): Generator<Block> {
  const value = cleanText(name);
  if (isUsual(value) || isUnset(value)) return;
  yield { kind: 'tags', tags: [{ block: 'file', name: OTHER_TEXT, within: [], value }] };
}

function serialOf({ name, bytes }: ProfileTag): Tag[] {
  const file = readerOf(bytes);
  if (name !== MAKE_AND_MODEL || !file.has(SERIAL_AT, 4)) return [];
  const serial = file.u32(SERIAL_AT);
  if (SHARED_SERIALS.has(serial)) return [];
  return [{ block: 'file', name: 'DisplaySerialNumber', within: [], value: String(serial) }];
}

/** Texts that are not those of makers and standards. */
function ownTexts(tag: ProfileTag): Tag[] {
  const texts = [...new Set(textsOf(tag).map(cleanText))].filter((text) => !isUnset(text));
  const isKnown = tag.name === 'cprt' ? isUsualRights : isUsual;
  const own = texts.filter((text) => !isKnown(text));
  // A system translates its own names; one of them is in English.
  if (texts.length >= MANY && own.length < texts.length) return [];
  const name = PROFILE_NAMES[tag.name] ?? OTHER_TEXT;
  return own.map((value) => ({ block: 'file', name, within: [], value }));
}
