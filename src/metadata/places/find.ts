// Finds the places that the tags of a file name: all that differ, and the names of those tags that
// name a place and could not be read.
import {
  type Degrees,
  isSamePlace,
  NO_PLACE,
  type PlaceReading,
  realPlaces,
} from '../../formats/coordinates/degrees.js';
import { placesInField, placesInText } from '../../formats/coordinates/text.js';
import { keyOf, type Tag, textOf } from '../../formats/tag.js';
import type { Location } from '../../types/metadata.js';
import { isNumberOrDate, isSetting } from '../harmless-tags.js';
import { shownName } from '../shown-names.js';
import { isPlaceName, roleOf } from './names.js';
import { TagPairs, type TagsReading } from './pairs.js';

export interface PlacesFound {
  /** In order of trust, each place once. */
  readonly locations: readonly Location[];
  /** Names of the tags that were not understood. */
  readonly unread: readonly string[];
}

/** Places reported of one file. More are a track. */
const MAX_LOCATIONS = 8;

/** A longer text is a document. Its coordinates are at its beginning or are many. */
const MAX_TEXT = 100_000;

/** A reading with the tag that it is from. */
interface Found extends PlaceReading {
  readonly tags: readonly Tag[];
  readonly from: 'tag' | 'text';
}

export function findPlaces(tags: readonly Tag[]): PlacesFound {
  const pairs = new TagPairs();
  const fields: Found[] = [];
  const texts = new Map<string, Tag[]>();
  const parts: Tag[] = [];
  for (const tag of tags) {
    const role = roleOf(tag.name);
    if (role?.kind === 'axis') pairs.add(tag, role);
    else if (role?.kind === 'part') parts.push(tag);
    else if (role?.kind === 'whole' || isVideoPlace(tag) || isNumbersOfPlace(tag, role))
      fields.push({ ...wholePlace(tag), tags: [tag], from: 'tag' });
    else if (typeof tag.value === 'string' && (role !== null || !isSetting(tag))) push(texts, tag);
    if (role?.kind === 'axis' && typeof tag.value === 'string' && role.isPlain) push(texts, tag);
  }
  const found: Found[] = [
    ...pairs.readings().map((reading) => ({ ...withParts(reading, parts), from: 'tag' as const })),
    ...partsAlone(parts),
    ...fields,
    ...[...texts.values()].flatMap(readTexts),
  ];
  return {
    locations: distinct(found.toSorted(byTrust)),
    unread: [
      ...new Set(found.filter(({ isUnread }) => isUnread).flatMap(({ tags: [tag] }) => (tag ? [nameOf(tag)] : []))),
    ],
  };
}

/** Degrees whose minutes are in another tag are up to a hundred kilometres from the place. */
function withParts(reading: TagsReading, parts: readonly Tag[]): TagsReading {
  const isPartial = parts.length > 0 && reading.tags.some(({ name }) => /deg(?:ree)?s?$/i.test(name));
  return isPartial ? { ...reading, places: [], isUnread: false } : reading;
}

/** Minutes, seconds and radians are not put together: a place that is named and not read. */
function partsAlone(parts: readonly Tag[]): Found[] {
  const [first] = parts.filter((tag) => /[1-9]/.test(textOf(tag)));
  return first ? [{ places: [], isUnread: true, tags: [first], from: 'tag' }] : [];
}

/** Whether the tag holds coordinates that were read, so that they are no text besides. */
export function isPlaceTag(tag: Tag): boolean {
  const role = roleOf(tag.name);
  if (role?.kind === 'part') return true;
  if (role?.kind === 'axis') return !role.isPlain;
  return role?.kind === 'whole' && wholePlace(tag).places.length > 0;
}

function push(texts: Map<string, Tag[]>, tag: Tag): void {
  const same = texts.get(keyOf(tag));
  if (same) same.push(tag);
  else texts.set(keyOf(tag), [tag]);
}

/** Of a video, only places are numbers: its tracks and boxes have names of their own. */
function isVideoPlace({ block, value }: Tag): boolean {
  return block === 'video' && typeof value !== 'string';
}

/** Two fractions under the name `location`: a manifest has them as numbers. */
function isNumbersOfPlace({ block, value }: Tag, role: ReturnType<typeof roleOf>): boolean {
  if (role?.kind !== 'perhaps' || block !== 'xmp' || typeof value === 'string') return false;
  return (value.length === 2 || value.length === 3) && value.slice(0, 2).every((one) => !Number.isInteger(one));
}

/** Numbers were read by the reader of the format. A switch is no place. */
function wholePlace(tag: Tag): PlaceReading {
  if (typeof tag.value === 'string') {
    const text = textOf(tag);
    return /^(true|false|yes|no|on|off|[\d.]{1,4})$/i.test(text)
      ? { places: [], isUnread: false }
      : placesInField(text);
  }
  const [latitude = Number.NaN, longitude = Number.NaN] = tag.value;
  const isZero = tag.value.every((number) => number === 0 || Number.isNaN(number));
  const places = realPlaces([[latitude, longitude]]);
  return { places, isUnread: !isZero && places.length === 0 };
}

/** A plus code that counts from a town, which its text may name. */
const SHORT_PLUS_CODE = /(?<![\w+])[23456789CFGHJMPQRVWX]{4}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)/;

/** Keywords are tags of one name, and a place may take two of them. */
function readTexts(tags: readonly Tag[]): Found[] {
  const texts = tags.map((tag) => textOf(tag).slice(0, MAX_TEXT));
  const numbers = numbersOf(tags, texts);
  if (numbers) return [numbers];
  const isSplit = texts.length > 1 && texts.some((text) => /\blat/i.test(text));
  const [first] = tags;
  if (isSplit && first) return [{ ...placesInText(texts.join(', ')), tags: [first], from: 'text' }];
  return tags.flatMap((tag, index) => {
    const text = texts[index] ?? '';
    if (isNumberOrDate(text)) return [];
    const named = roleOf(tag.name) === null ? '' : 'location: ';
    const reading = placesInText(`${named}${text}`);
    const isShort = named !== '' && reading.places.length === 0 && SHORT_PLUS_CODE.test(text);
    if (reading === NO_PLACE && !isShort) return [];
    return [{ ...reading, isUnread: reading.isUnread || isShort, tags: [tag], from: 'text' }];
  });
}

/** A list of numbers in a tag for a place: latitude, longitude, and perhaps a height. */
function numbersOf(tags: readonly Tag[], texts: readonly string[]): Found | null {
  const [first] = tags;
  const isList = first && tags.length >= 2 && tags.length <= 3 && roleOf(first.name) !== null;
  if (!isList || !texts.every((text, index) => (index < 2 ? /^[-+]?\d{1,3}\.\d+$/ : /^[-+]?[\d.]{1,12}$/).test(text)))
    return null;
  return { ...placesInField(`${texts[0]}, ${texts[1]}`), tags: [first], from: 'tag' };
}

/** Blocks in which a place is written by the camera come first, texts last. */
const TRUST: readonly Tag['block'][] = ['exif', 'maker', 'xmp', 'video', 'iptc', 'file'];

function byTrust(a: Found, b: Found): number {
  return trustOf(a) - trustOf(b);
}

function trustOf({ from, tags: [tag] }: Found): number {
  if (!tag) return TRUST.length;
  const isTarget = /dest|home/i.test(tag.name) ? 0.5 : 0;
  return (from === 'text' ? 10 : 0) + TRUST.indexOf(tag.block) + isTarget;
}

function distinct(found: readonly Found[]): Location[] {
  const locations: Location[] = [];
  for (const { places, from } of found) {
    for (const place of places) {
      if (locations.length >= MAX_LOCATIONS) return locations;
      const isKnown = locations.some(({ latitude, longitude }) => isSamePlace([latitude, longitude], place));
      if (!isKnown) locations.push(toLocation(place, from));
    }
  }
  return locations;
}

function toLocation([latitude, longitude]: Degrees, from: Found['from']): Location {
  return from === 'text' ? { latitude, longitude, from } : { latitude, longitude };
}

/** A name that is made of words for places cannot be a person's own. */
function nameOf(tag: Tag): string {
  const local = tag.name.slice(tag.name.lastIndexOf(':') + 1);
  const shown = shownName(tag);
  return shown === 'unnamed' && isPlaceName(local) ? local : shown;
}
