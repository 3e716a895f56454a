// GPMF, GoPro's telemetry: in the samples of a track `gpmd`, in a box of the user data, and in
// photos. Keys of four letters, each with a type, a size and a count
// (https://github.com/gopro/gpmf-parser).
import { type ByteReader, readerOf } from '../byte-reader.js';
import type { Degrees } from '../coordinates/degrees.js';
import { cleanText, decodeText, type Tag } from '../tag.js';
import { placesOf, type Telemetry, videoTag } from './reading.js';

const HEADER_BYTES = 8;
/** A device, a stream and a group of values. */
const MAX_DEPTH = 6;
/** Values in one sample. A second of all sensors has some hundred. */
const MAX_VALUES = 10_000;

interface PlaceLayout {
  /** Offset of the latitude in each value, in bytes. The longitude follows. */
  readonly at: number;
  /** Position of its factor among those of the stream. */
  readonly factor: number;
}

/** Streams of places: of the camera, and of the drone Karma. */
const PLACES: ReadonlyMap<string, PlaceLayout> = new Map([
  ['GPS5', { at: 0, factor: 0 }],
  ['GPS9', { at: 0, factor: 0 }],
  ['GLPI', { at: 4, factor: 1 }],
  ['GPRI', { at: 8, factor: 1 }],
  ['BPOS', { at: 0, factor: 0 }],
]);

/** Degrees are stored times this, unless the stream names another factor. */
const USUAL_FACTOR = 1e7;

/** Values that identify the camera, by the name that their tag gets. */
const TEXTS: Readonly<Record<string, string>> = {
  CASN: 'SerialNumber',
  SERI: 'SerialNumber',
  LINF: 'LensSerialNumber',
  MINF: 'Model',
  GPSU: 'gps time',
};

/** Other values whose name begins like those of places: quality, time, accuracy, system. */
const OF_PLACES = /^GPS[^FUPA]/;

interface Walk {
  readonly pairs: Degrees[];
  readonly tags: Tag[];
  hasUnknown: boolean;
  left: number;
}

/** Throws MalformedError where the values break off. */
export function readGpmf(bytes: Uint8Array): Telemetry {
  const walk: Walk = { pairs: [], tags: [], hasUnknown: false, left: MAX_VALUES };
  const file = readerOf(bytes);
  if (!/^[A-Z0-9]{4}\0/.test(file.latin1(0, 5))) throw file.malformed('no GPMF', 0);
  readValues(walk, file, 0);
  const found = placesOf(walk.pairs, walk.tags);
  return { ...found, isUnread: found.isUnread || (found.places.length === 0 && walk.hasUnknown) };
}

function readValues(walk: Walk, file: ByteReader, depth: number): void {
  if (depth > MAX_DEPTH) throw file.malformed('values are nested too deep', 0);
  let factors: readonly number[] = [];
  for (let at = 0; at + HEADER_BYTES <= file.length; ) {
    const key = file.latin1(at, 4);
    if (key === '\0\0\0\0') return;
    if (walk.left-- <= 0) throw file.malformed('more values than any camera writes', at);
    const type = file.u8(at + 4);
    const size = file.u8(at + 5);
    const start = at + HEADER_BYTES;
    const length = size * file.u16(at + 6);
    const value = file.part(start, start + length);
    if (type === 0) readValues(walk, value, depth + 1);
    else if (key === 'SCAL') factors = numbersOf(value, type, size);
    else readValue(walk, key, value, size, factors);
    // Padded to four bytes.
    at = start + Math.ceil(length / 4) * 4;
  }
}

function readValue(walk: Walk, key: string, value: ByteReader, size: number, factors: readonly number[]): void {
  const place = PLACES.get(key);
  if (place && size >= place.at + 8) {
    const divisor = factors[place.factor] || factors[0] || USUAL_FACTOR;
    for (let at = place.at; at + 8 <= value.length; at += size)
      walk.pairs.push([value.i32(at) / divisor, value.i32(at + 4) / divisor]);
  } else if (OF_PLACES.test(key) && value.length > 0) walk.hasUnknown = true;
  const name = TEXTS[key];
  if (name) walk.tags.push(videoTag(name, name === 'gps time' ? utc(textOf(value)) : textOf(value)));
  else if (key === 'MUID') walk.tags.push(videoTag('MUID', Buffer.from(value.bytes(0)).toString('hex')));
}

function textOf(value: ByteReader): string {
  return cleanText(decodeText(value.bytes(0)).replaceAll('\0', ' '));
}

/** `250601160211.000`: year, month, day, hour, minute, second. */
function utc(text: string): string {
  return text.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d).*$/, '20$1-$2-$3T$4:$5:$6Z');
}

/** Factors are whole numbers of two or four bytes. */
function numbersOf(value: ByteReader, type: number, size: number): number[] {
  const count = size > 0 ? Math.floor(value.length / size) : 0;
  const read = String.fromCharCode(type) === 'f' ? (at: number) => value.f32(at) : (at: number) => value.uint(at, size);
  return size === 2 || size === 4 ? Array.from({ length: count }, (_, n) => read(n * size)) : [];
}
