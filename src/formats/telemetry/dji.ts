// DJI's tracks `djmd` and `dbgi`: messages in the wire format of Protocol Buffers. Each model has a
// schema of its own, but a place is built alike in all of them: its unit, then latitude and
// longitude (field numbers as ExifTool and others document them).
import { ByteCursor } from '../byte-cursor.js';
import { type ByteReader, readerOf } from '../byte-reader.js';
import type { Degrees } from '../coordinates/degrees.js';
import { decodeText, type Tag } from '../tag.js';
import { placesOf, type TelemetryReader, videoTag } from './reading.js';

const MAX_DEPTH = 8;
const MAX_FIELDS = 20_000;

/** The name of the schema: `dvtm_ac203.proto`. */
const SCHEMA = /^dvtm_[\w-]{1,40}\.proto$/;

/** Schemas of models that write degrees without naming the unit. */
const IN_DEGREES = /^dvtm_(Mavic4|Mini5Pro)/;

/** Schemas whose fields are known: without a place in them, the receiver had none. */
const KNOWN =
  /^dvtm_(ac\d+|oq101|PP-101|AVATA2|dji_neo|Air3s?|Mini4_Pro|Mini5Pro|Mavic4|wm261|wm265e|pm320|wa345e)\.proto$/;

/** Fields of the first message that identify the device, by the path of their numbers. */
const SCHEMA_NAME = 'schema';
const TEXTS: Readonly<Record<string, string>> = {
  '1.1.1': SCHEMA_NAME,
  '1.1.5': 'SerialNumber',
  '1.1.10': 'Model',
};

interface Field {
  readonly number: number;
  readonly value: number | ByteReader;
  readonly wire: number;
}

interface Found {
  readonly places: Place[];
  readonly tags: Tag[];
  left: number;
}

/** Numbers as stored, and whether the message states that they are degrees. */
interface Place {
  readonly pair: Degrees;
  readonly isInDegrees: boolean;
}

/** Reads the samples of one track in their order: only the first one names the schema. */
export function djiReader(): TelemetryReader {
  let schema = '';
  return (bytes) => {
    const found: Found = { places: [], tags: [], left: MAX_FIELDS };
    readMessage(found, readerOf(bytes, true), '', 0);
    schema ||= found.tags.map(({ value }) => `${value}`).find((text) => SCHEMA.test(text)) ?? '';
    const tags = found.tags.filter(({ name }) => name !== SCHEMA_NAME);
    const pairs = found.places.map(({ pair, isInDegrees }) =>
      isInDegrees || IN_DEGREES.test(schema) ? pair : fromRadians(pair),
    );
    if (pairs.length > 0) return placesOf(pairs, tags);
    return { places: [], tags, isUnread: !KNOWN.test(schema) };
  };
}

function readMessage(found: Found, message: ByteReader, path: string, depth: number): void {
  const fields = fieldsOf(message, found);
  const place = placeIn(fields);
  if (place) found.places.push(place);
  for (const { number, value } of fields) {
    if (typeof value === 'number') continue;
    const at = path === '' ? `${number}` : `${path}.${number}`;
    const text = printable(value);
    const name = TEXTS[at];
    if (name && text !== null) found.tags.push(videoTag(name, text));
    if (text === null && depth < MAX_DEPTH) attempt(() => readMessage(found, value, at, depth + 1));
  }
}

/** What is no text may be a message, or bytes of another kind. */
function attempt(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

/** Latitude and longitude in fields 2 and 3, both of eight bytes, and no further field. */
function placeIn(fields: readonly Field[]): Place | null {
  const unit = fields.find(({ number }) => number === 1);
  const [latitude, longitude] = [2, 3].map((wanted) => fields.find(({ number }) => number === wanted));
  const isPlace =
    latitude?.wire === FIXED_64 &&
    longitude?.wire === FIXED_64 &&
    fields.length === (unit ? 3 : 2) &&
    (unit === undefined || (unit.wire === VARINT && Number(unit.value) <= 1));
  if (!isPlace) return null;
  return { pair: [Number(latitude.value), Number(longitude.value)], isInDegrees: unit?.value === 1 };
}

/** Degrees cannot be radians: no angle of the latter is that large. */
function fromRadians([latitude, longitude]: Degrees): Degrees {
  if (Math.abs(latitude) > Math.PI / 2 || Math.abs(longitude) > Math.PI) return [latitude, longitude];
  return [(latitude * 180) / Math.PI, (longitude * 180) / Math.PI];
}

const [VARINT, FIXED_64, LENGTH, FIXED_32] = [0, 1, 2, 5];

function fieldsOf(message: ByteReader, found: Found): Field[] {
  const cursor = new ByteCursor(message);
  const fields: Field[] = [];
  while (cursor.at < cursor.end) {
    if (found.left-- <= 0) throw message.malformed('more fields than any camera writes', cursor.at);
    const key = varint(cursor);
    const [number, wire] = [Math.floor(key / 8), key % 8];
    fields.push({ number, wire, value: fieldValue(cursor, wire) });
  }
  return fields;
}

function fieldValue(cursor: ByteCursor, wire: number): number | ByteReader {
  const { file, at } = cursor;
  switch (wire) {
    case VARINT:
      return varint(cursor);
    case FIXED_64:
      cursor.next(8);
      return file.f64(at);
    case FIXED_32:
      cursor.next(4);
      return file.f32(at);
    case LENGTH: {
      const length = varint(cursor);
      const start = cursor.at;
      cursor.at += length;
      return file.part(start, start + length);
    }
    default:
      throw file.malformed('no such kind of field', at);
  }
}

const MAX_VARINT_BYTES = 10;

/** Seven bits in each byte, the lowest first. Above 2 ** 53 it is not exact. */
function varint(cursor: ByteCursor): number {
  let value = 0;
  for (let n = 0; n < MAX_VARINT_BYTES; n++) {
    const byte = cursor.next(1);
    value += (byte & 0x7f) * 2 ** (7 * n);
    if (byte < 0x80) return value;
  }
  throw cursor.file.malformed('a number does not end', cursor.at);
}

/** A text of at least two printable characters; null for other bytes. */
function printable(value: ByteReader): string | null {
  if (value.length < 2 || value.length > 200) return null;
  const text = decodeText(value.bytes(0));
  return /^[\p{L}\p{N}\p{P}\p{S} ]{2,}$/u.test(text) ? text : null;
}
