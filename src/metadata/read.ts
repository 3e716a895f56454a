// Reads the metadata of a file: finds blocks in the container, reads tags from the blocks, and
// interprets the tags.

import { PhotoError } from '../errors.js';
import { MalformedError } from '../formats/byte-reader.js';
import { identify } from '../formats/identify.js';
import { iptcTags } from '../formats/iptc/iptc.js';
import type { Block } from '../formats/metadata-block.js';
import { picturesInText } from '../formats/pictures-in-text.js';
import { photoshopBlocks } from '../formats/psd/resources.js';
import { isTelling } from '../formats/readable-text.js';
import { type FormatRegistry, REGISTERED_FORMATS } from '../formats/registry.js';
import { type Tag, TagIndex } from '../formats/tag.js';
import { readTiff } from '../formats/tiff/exif.js';
import { xmpPictures } from '../formats/xmp/pictures.js';
import { readXmp } from '../formats/xmp/xmp.js';
import type { Metadata } from '../types/metadata.js';
import { findTakenAt } from './capture-time.js';
import { findContacts } from './contacts.js';
import { idsByWords } from './identity-words.js';
import { countriesOf } from './mobile-countries.js';
import { findOtherText } from './other-text.js';
import { findNames } from './persons.js';
import { placesInKeywords } from './place-keywords.js';
import { findPlaces } from './places/find.js';
import { COUNTRY_NAMES, DEVICE, MOBILE_COUNTRY, PLACE_NAMES, UNDERSTOOD, UNIQUE_IDS } from './tag-roles.js';
import { findTexts } from './texts.js';
import { withUnpacked } from './unpacked-texts.js';

export interface TagReading {
  readonly tags: Tag[];
  /** Names of parts that hold a place and could not be read into tags. */
  readonly unreadPlaces: string[];
  readonly unknownParts: string[];
  /** Every block was found and read to its end. */
  isComplete: boolean;
  /** Further pictures of the file that may still be read; MAX_INNER_PICTURES at first. */
  innerPicturesLeft?: number;
}

/**
 * The metadata of a file; `mediaType` is by its content. A damaged file yields what could be read,
 * with `isComplete` false.
 * @throws PhotoError `metadata-unreadable` where nothing could be read although there is or may be
 *   metadata
 */
export async function readMetadata(
  bytes: Uint8Array,
  mediaType: string,
  { readerFor }: Pick<FormatRegistry, 'readerFor'> = REGISTERED_FORMATS,
): Promise<Metadata> {
  const { blocks } = await readerFor(mediaType);
  if (!blocks) throw new PhotoError('metadata-unreadable');
  const reading: TagReading = { tags: [], unreadPlaces: [], unknownParts: [], isComplete: true };
  await readBlocks(blocks(bytes), reading);
  if (!reading.isComplete && reading.tags.length === 0) throw new PhotoError('metadata-unreadable');
  return interpret(reading);
}

async function readBlocks(blocks: Iterable<Block>, reading: TagReading): Promise<void> {
  await attempt(reading, async () => {
    for (const block of blocks) await attempt(reading, () => readBlock(block, reading));
  });
}

async function readBlock(block: Block, reading: TagReading): Promise<void> {
  switch (block.kind) {
    case 'tiff': {
      const { tags, blocks, isComplete } = readTiff(block);
      reading.tags.push(...tags);
      reading.isComplete &&= isComplete;
      return readBlocks(blocks, reading);
    }
    case 'photoshop':
      return readBlocks(photoshopBlocks(block.bytes), reading);
    case 'xmp':
      for (const { bytes } of xmpPictures(block.bytes)) await readInnerPicture(bytes, reading);
      return readXmp(block.bytes, reading.tags);
    case 'iptc':
      for (const tag of iptcTags(block.bytes)) reading.tags.push(tag);
      return;
    case 'tags':
      reading.tags.push(...block.tags);
      return;
    case 'picture':
      return readInnerPicture(block.bytes, reading);
    case 'unread-place':
      reading.unreadPlaces.push(block.name);
      return;
    case 'unknown':
      reading.unknownParts.push(block.name ?? 'part');
      return;
    case 'text': {
      const { pictures, rest } = picturesInText(block.text);
      for (const picture of pictures) await readInnerPicture(picture, reading);
      if (pictures.length === 0 || /\p{L}/u.test(rest))
        reading.tags.push({ block: 'file', name: block.name, within: [], value: rest });
      if (isValue(block.name)) reading.tags.push({ block: 'file', name: 'name', within: [], value: block.name });
      return;
    }
    default:
      block satisfies never;
  }
}

/** Whether the name of a text is itself one that tells something: an address, a number or a key. */
function isValue(name: string): boolean {
  return isTelling(name) || /\d{7}|(?=[A-Za-z_-]*\d)[A-Za-z\d_-]{20}/.test(name);
}

/** Bytes that decide the format of a picture. */
const HEAD = 4096;

/** A burst has some dozens. Without a limit, pictures that name each other would not end. */
const MAX_INNER_PICTURES = 64;

/**
 * What a further picture of the file states about itself counts as the file's own. Its pixels are
 * compared elsewhere.
 */
async function readInnerPicture(bytes: Uint8Array, reading: TagReading): Promise<void> {
  const identity = identify(bytes.subarray(0, HEAD), '');
  const { blocks } = identity ? await REGISTERED_FORMATS.readerFor(identity.mediaType) : {};
  if (!blocks) return;
  const left = (reading.innerPicturesLeft ?? MAX_INNER_PICTURES) - 1;
  if (left < 0) throw new MalformedError('more pictures than any file has');
  const { unreadPlaces, unknownParts } = reading;
  const inner = { tags: [] as Tag[], unreadPlaces, unknownParts, isComplete: true, innerPicturesLeft: left };
  await readBlocks(blocks(bytes), inner);
  reading.innerPicturesLeft = inner.innerPicturesLeft;
  reading.tags.push(...inner.tags);
  // A damaged picture without any tag is reported where it is decoded.
  if (inner.tags.length > 0) reading.isComplete &&= inner.isComplete;
}

/**
 * Damage in one block must not hide the others. The error is dropped: messages of parsers quote the
 * file.
 */
async function attempt(reading: TagReading, read: () => void | Promise<void>): Promise<void> {
  try {
    await read();
  } catch {
    reading.isComplete = false;
  }
}

/** A drone has a serial number of its own besides that of its camera. */
const DRONE = 'xmp drone-dji:DroneSerialNumber';
const UNDERSTOOD_IDS: ReadonlySet<string> = new Set([...UNDERSTOOD].filter((key) => key !== DRONE));

/** Interprets the tags. */
export function interpret({
  tags: stated,
  isComplete,
  unreadPlaces = [],
  unknownParts = [],
}: {
  readonly tags: readonly Tag[];
  readonly isComplete: boolean;
  /** Names of parts that hold a place and could not be read into tags. */
  readonly unreadPlaces?: readonly string[];
  /** Names of parts of unknown kinds. */
  readonly unknownParts?: readonly string[];
}): Metadata {
  const tags = withUnpacked(stated);
  const { locations, unread } = findPlaces(tags);
  const index = new TagIndex(tags);
  const first = (keys: readonly string[]) => index.texts(keys)[0] ?? null;
  const names = findNames(index);
  const serialNumber = first(DEVICE.serialNumber);
  const lensSerialNumber = first(DEVICE.lensSerialNumber);
  const known = { keys: UNDERSTOOD_IDS, values: [serialNumber, lensSerialNumber] };
  const { contacts, places: towns } = findContacts(index);
  const places = [...index.texts(PLACE_NAMES), ...placesInKeywords(tags), ...towns];
  const countries = [...index.texts(COUNTRY_NAMES), ...countriesOf(index.texts([MOBILE_COUNTRY]))];
  return {
    takenAt: findTakenAt(index),
    location: locations[0] ?? null,
    otherLocations: locations.slice(1),
    device: {
      make: first(DEVICE.make),
      model: first(DEVICE.model),
      serialNumber,
      lensSerialNumber,
      uniqueIds: [
        ...UNIQUE_IDS.flatMap((key) =>
          index.texts([key]).map((value) => ({ tag: key.slice(key.indexOf(' ') + 1), value })),
        ),
        ...idsByWords(tags, known),
      ],
    },
    names,
    placeNames: [...new Set([...places, ...countries])],
    countryNames: countries.filter((country) => !places.includes(country)),
    texts: findTexts(tags),
    contacts,
    otherText: findOtherText(index, names),
    unreadPlaces: [...new Set([...unreadPlaces, ...unread])],
    unknownParts,
    isComplete,
  };
}
