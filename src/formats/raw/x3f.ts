// X3F, Sigma's RAW format: sections one after the other, and a directory at the end. One section
// lists properties as text, others are pictures (layout as ExifTool documents it).
import { type ByteReader, readerOf } from '../byte-reader.js';
import { jpegBlocks } from '../jpeg/blocks.js';
import type { Block } from '../metadata-block.js';
import { cameraTime, makerTag } from './maker-tags.js';

const SIGNATURE = 'FOVb';
const DIRECTORY_SIGNATURE = 'SECd';
const DIRECTORY_HEADER = 12;
const ENTRY_BYTES = 12;

const MAX_SECTIONS = 200;
const MAX_PROPERTIES = 1000;
/** Characters of a name or a value. No real one is that long. */
const MAX_CHARACTERS = 1000;

/** Its value is a number of seconds, as text. */
const TIME = 'TIME';

/** Bytes before the data of a picture, and before that of the list of properties. */
const PICTURE_HEADER = 28;
const PROPERTIES_HEADER = 24;

const ID_START = 8;
const ID_END = 24;

/** Properties that name a device. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['CAMMANUF', 'Make'],
  ['CAMMODEL', 'Model'],
  ['CAMSERIAL', 'SerialNumber'],
]);

export const isX3f = (bytes: Uint8Array): boolean => readerOf(bytes).latin1(0, SIGNATURE.length) === SIGNATURE;

export function* x3fBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes, true);
  yield makerTag('ImageUniqueID', Buffer.from(file.bytes(ID_START, ID_END)).toString('hex'));
  const directory = file.u32(file.length - 4);
  const count = file.u32(directory + 8);
  if (file.latin1(directory, 4) !== DIRECTORY_SIGNATURE || count > MAX_SECTIONS) {
    throw file.malformed('no directory', directory);
  }
  let left = file.length;
  for (let index = 0; index < count; index++) {
    const at = directory + DIRECTORY_HEADER + ENTRY_BYTES * index;
    const start = file.u32(at);
    const section = file.part(start, start + file.u32(at + 4));
    left -= section.length;
    if (left < 0) throw file.malformed('sections share bytes', at);
    yield* sectionBlocks(file.latin1(at + 8, 4), section);
  }
}

function* sectionBlocks(type: string, section: ByteReader): Generator<Block> {
  if (type === 'PROP') yield* propertyBlocks(section);
  else if (type === 'IMAG' || type === 'IMA2') {
    const picture = section.bytes(Math.min(PICTURE_HEADER, section.length));
    yield { kind: 'picture', what: 'preview', bytes: picture };
    if (readerOf(picture).latin1(0, 2) === '\xff\xd8') yield* jpegBlocks(picture);
  }
}

/**
 * Pairs of offsets, counted in characters: of a name and of its value. Then the texts, in
 * characters of 16 bits, each ended by 0.
 */
function* propertyBlocks(section: ByteReader): Generator<Block> {
  const count = Math.min(section.u32(8), MAX_PROPERTIES);
  const characters = section.part(PROPERTIES_HEADER + 8 * count);
  for (let index = 0; index < count; index++) {
    const at = PROPERTIES_HEADER + 8 * index;
    const property = wideText(characters, section.u32(at));
    const value = wideText(characters, section.u32(at + 4));
    const name = NAMES.get(property);
    if (name) yield makerTag(name, value);
    else if (property === TIME && isTime(Number(value))) yield cameraTime(Number(value));
  }
}

/**
 * Whether the seconds, in 32 bits as cameras count, are a time. 0 means that the clock was never
 * set.
 */
function isTime(seconds: number): boolean {
  return seconds > 0 && seconds <= 0xffff_ffff;
}

/** The text that begins at this character; empty after the last. */
function wideText(characters: ByteReader, start: number): string {
  const from = Math.min(2 * start, characters.length);
  const end = Math.min(from + 2 * MAX_CHARACTERS, characters.length);
  const [text = ''] = new TextDecoder('utf-16le').decode(characters.bytes(from, end)).split('\0');
  return text;
}
