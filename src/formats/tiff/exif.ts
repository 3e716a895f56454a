// Reads EXIF and other TIFF blocks: their tags, the blocks of other formats inside them, and the
// ranges of the pictures that they name.

import { exifWithoutName } from '../block-by-content.js';
import { MalformedError, readerOf } from '../byte-reader.js';
import { c2paBlocks } from '../c2pa/c2pa.js';
import { picturesInside } from '../content-despite-name.js';
import { profileBlocks } from '../icc/blocks.js';
import type { Block } from '../metadata-block.js';
import { tellingTexts } from '../readable-text.js';
import { cleanText, decodeText, type Tag } from '../tag.js';
import { type DirectoryKind, isLead, openTiff, walkDirectories } from './directories.js';
import { exifName } from './exif-names.js';
import type { TiffField } from './field.js';
import { geoTiffPlace } from './geo-tiff.js';
import { makerNote } from './maker-note.js';
import { fractionsIn, holdsPlace, isLikeCoordinate, misplacedGps } from './misplaced-gps.js';
import { type NamedPicture, picturesOf } from './named-pictures.js';
import { pictureInStrips } from './plain-picture.js';

/**
 * Tags whose values are whole blocks (XMP specification, part 3; TIFF/EP; Photoshop's TIFF notes).
 */
const NESTED: ReadonlyMap<number, 'xmp' | 'iptc' | 'photoshop'> = new Map([
  [0x02bc, 'xmp'],
  [0x83bb, 'iptc'],
  [0x8649, 'photoshop'],
]);

const PROFILE = 0x8773;

/** A C2PA manifest (C2PA specification 2.1, section A.3.3). */
const MANIFEST = 0xcd41;

const SHORT = 3;
const SIGNED_SHORT = 8;

const MAKE = 0x010f;
const MODEL = 0x0110;
const MAKER_NOTE = 0x927c;

/** Longest list of numbers that is kept. Coordinates have three; no other tag in use has more. */
const MAX_NUMBERS = 4;

export interface TiffReading {
  readonly tags: readonly Tag[];
  /** Blocks of other formats in tags of this one. */
  readonly blocks: readonly Block[];
  /** Thumbnails and previews that the directories and the maker note name. */
  readonly pictures: readonly NamedPicture[];
  /** Every directory was read to its end. */
  readonly isComplete: boolean;
}

/** Reads a block that begins with its byte order mark. Throws MalformedError where it has none. */
export function readTiff({ bytes, isWholeFile, first }: Extract<Block, { kind: 'tiff' }>): TiffReading {
  const block = openTiff(bytes);
  if (!block) throw new MalformedError('no byte order mark', 0);
  const tags: Tag[] = [];
  const blocks: Block[] = [];
  const pictures: NamedPicture[] = [];
  let isComplete = true;
  const camera = { make: '', model: '' };
  for (const { kind, isFirst, fields, isWhole } of walkDirectories(block, first)) {
    isComplete &&= isWhole;
    for (const field of fields) {
      const nested = NESTED.get(field.tag);
      if (field.tag === MAKE) camera.make ||= field.text();
      if (field.tag === MODEL) camera.model ||= field.text();
      if (nested) blocks.push({ kind: nested, bytes: field.bytes });
      else if (field.tag === PROFILE) blocks.push(...profileBlocks(field.bytes));
      else if (field.tag === MANIFEST) isComplete = readManifest(field.bytes, blocks) && isComplete;
      else if (field.tag === MAKER_NOTE) {
        tags.push(...placeOfNote(field.bytes));
        const note = makerNote(block, field, camera);
        tags.push(...note.tags);
        pictures.push(...note.pictures);
      } else if (COORDINATES.has(field.tag) && (kind === 'gps' || isLikeCoordinate(field)))
        tags.push(coordinateTag(field, fields));
      else if (!isLead(field)) {
        tags.push(...toTags(kind, field));
        tags.push(...misplacedGps(block, field));
      }
    }
    tags.push(...geoTiffPlace(fields));
    if (kind !== 'main') continue;
    pictures.push(...picturesOf(block.reader, fields, { isFirst, isWholeFile: isWholeFile === true }));
    const plain = isFirst || isWholeFile ? null : pictureInStrips(block.reader, fields);
    if (plain) blocks.push({ kind: 'picture', what: 'thumbnail', bytes: plain });
  }
  if (isWholeFile !== true) {
    tags.push(...textsBetween(bytes, tags));
    blocks.push(...unnamedPictures(bytes, pictures));
  }
  return { tags, blocks, pictures, isComplete };
}

/** The place in a note that is a block of EXIF itself. Its other tags are the maker's own. */
function placeOfNote(note: Uint8Array): readonly Tag[] {
  const block = holdsPlace(note) ? exifWithoutName(note) : null;
  return block?.kind === 'tiff' ? readTiff(block).tags.filter(({ directory }) => directory !== undefined) : [];
}

/** What can be read in values of any type, in notes of unknown makers, and between directories. */
function textsBetween(bytes: Uint8Array, tags: readonly Tag[]): Tag[] {
  const known = tags.map(({ value }) => (typeof value === 'string' ? value : '')).join('\n');
  return tellingTexts(bytes)
    .filter((text) => !known.includes(text.slice(1)))
    .map((value) => ({ block: 'exif', name: 'Exif', within: [], value }));
}

/** Pictures in values of any tag, in notes of unknown makers, and between the directories. */
function unnamedPictures(bytes: Uint8Array, named: readonly NamedPicture[]): Block[] {
  return Array.from(picturesInside(bytes))
    .filter((inside) => !named.some(({ start, length }) => inside.start >= start && inside.start < start + length))
    .map(({ start, end }) => ({ kind: 'picture', what: 'preview', bytes: bytes.subarray(start, end) }));
}

/** @returns whether the manifest was read to its end. Damage in it must not hide the tags. */
function readManifest(bytes: Uint8Array, blocks: Block[]): boolean {
  try {
    for (const block of c2paBlocks(bytes)) blocks.push(block);
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/**
 * Latitudes, longitudes and their hemispheres, of the place and of a destination (Exif 3.0, 4.6.6).
 */
const COORDINATES = new Set([0x01, 0x02, 0x03, 0x04, 0x13, 0x14, 0x15, 0x16]);

/** Bytes of degrees, minutes and seconds, one each. */
const BYTE_NUMBERS = 3;

/** No coordinate is dropped, whatever its type: what is not understood is reported as unread. */
function coordinateTag(field: TiffField, directory: object): Tag {
  const isText = field.isText || (field.isBytes && field.count > BYTE_NUMBERS);
  const value = fractionsIn(field) ?? (isText ? field.text() : field.numbers(MAX_NUMBERS));
  return { block: 'exif', name: exifName('gps', field.tag), within: [], value, directory };
}

function toTags(kind: DirectoryKind, field: TiffField): Tag[] {
  const name = exifName(kind, field.tag);
  const value = plainValue(name, field);
  return value === null ? [] : [{ block: 'exif', name, within: [], value }];
}

function plainValue(name: string, field: TiffField): Tag['value'] | null {
  if (field.isText) return field.text();
  if (field.isBytes && field.count > 1) return textOfBytes(name, field.bytes);
  if (field.count > MAX_NUMBERS) return textOfShorts(field);
  return field.numbers(MAX_NUMBERS);
}

/** Names of tags that Windows writes in characters of 16 bits. */
const WIDE_TEXT = /^XP(Title|Comment|Author|Keywords|Subject)$/;

/** Exif's names of character sets, with eight bytes each. */
const CHARSET_BYTES = 8;

/**
 * The text in a tag of type bytes: after Exif's name of its character set, or plain. Null where it
 * is no text.
 */
function textOfBytes(name: string, bytes: Uint8Array): string | null {
  if (WIDE_TEXT.test(name)) return new TextDecoder('utf-16le').decode(bytes);
  const charset = readerOf(bytes).latin1(0, CHARSET_BYTES);
  const named = bytes.subarray(CHARSET_BYTES);
  if (charset === 'UNICODE\0') return decodeWide(named);
  if (charset === 'JIS\0\0\0\0\0') return new TextDecoder('iso-2022-jp').decode(named);
  const rest = /^(ASCII\0\0\0|\0{8})/.test(charset) ? named : bytes;
  if (!rest.every((byte) => byte >= 0x20 || byte === 0 || (byte >= 0x09 && byte <= 0x0d)))
    return tellingTexts(rest).join('\n') || null;
  const text = cleanText(decodeText(rest));
  return text.length > 1 ? text : null;
}

/**
 * A text with 16 bits per character under the type of whole numbers. Tables of numbers are none.
 */
function textOfShorts(field: TiffField): string | null {
  if (field.type !== SHORT && field.type !== SIGNED_SHORT) return null;
  return tellingTexts(field.bytes).join('\n') || null;
}

/** Programs disagree on the byte order. In Latin text, the positions of the zeros show it. */
function decodeWide(bytes: Uint8Array): string {
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  return new TextDecoder(even > odd ? 'utf-16be' : 'utf-16le').decode(bytes);
}
