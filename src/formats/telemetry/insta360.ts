// Insta360's trailer, after the last box of a video and after its photos: records with their
// headers behind them, read from the end (as ExifTool documents it).
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import type { Degrees } from '../coordinates/degrees.js';
import type { ReadBudget } from '../read-budget.js';
import { type Tag, textUntilNul } from '../tag.js';
import { placesOf, type Telemetry, together, videoTag, WITHOUT_PLACE } from './reading.js';

const MAGIC = '8db42d694ccc418790edff439fe026bf';
/** From the header of the last record on. */
const END_BYTES = 78;
const TRAILER_LENGTH_AT = 38;
const RECORD_HEADER_BYTES = 6;
const MAX_RECORDS = 200;

const [DEVICE, GPS] = [0x101, 0x700];
const GPS_BYTES = 53;
/** Fixes that are read from a record. */
const MAX_FIXES = 1000;

/** Fields of the record of the device: a number, a length, a text. */
const FIELDS: Readonly<Record<number, string>> = { 10: 'SerialNumber', 18: 'Model' };

/** Offset at which the trailer begins; null without one. */
export function insta360Start(file: ByteReader): number | null {
  const end = file.length - END_BYTES;
  if (end < 0 || file.latin1(file.length - MAGIC.length, MAGIC.length) !== MAGIC) return null;
  const length = file.ordered(true).u32(end + TRAILER_LENGTH_AT);
  return length >= END_BYTES && length <= file.length ? file.length - length : null;
}

export interface Insta360Record extends ByteRange {
  readonly id: number;
}

/** The last one first. */
export function* insta360Records(anyOrder: ByteReader, from: number): Generator<Insta360Record> {
  const file = anyOrder.ordered(true);
  let end = file.length - END_BYTES;
  for (let count = 0; end >= from + RECORD_HEADER_BYTES && count < MAX_RECORDS; count++) {
    const start = end - file.u32(end + 2);
    if (start < from) return;
    yield { id: file.u16(end), start, end };
    end = start - RECORD_HEADER_BYTES;
  }
}

/** Throws MalformedError where the records break off. */
export function readInsta360(file: ByteReader, from: number, budget: ReadBudget): Telemetry {
  const tags: Tag[] = [];
  const readings: Telemetry[] = [];
  for (const { id, start, end } of insta360Records(file, from)) {
    if (id === DEVICE) tags.push(...deviceTags(file.part(start, end)));
    if (id === GPS && end > start)
      readings.push(readFixes(budget.read(file, { start, end: Math.min(end, start + MAX_FIXES * GPS_BYTES) })));
  }
  return together(readings, tags);
}

function deviceTags(record: ByteReader): Tag[] {
  const tags: Tag[] = [];
  for (let at = 0; record.has(at, 2); ) {
    const length = record.u8(at + 1);
    if (!record.has(at + 2, length)) break;
    const name = FIELDS[record.u8(at)];
    const text = name ? textUntilNul(record.bytes(at + 2, at + 2 + length)).trim() : '';
    if (name && text !== '') tags.push(videoTag(name, text));
    at += 2 + length;
  }
  return tags;
}

/** Time, state, then latitude, its side, longitude, its side. */
function readFixes(bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes, true);
  const pairs: Degrees[] = [];
  for (let at = 0; file.has(at, GPS_BYTES); at += GPS_BYTES) {
    const [state, south, west] = [10, 19, 28].map((offset) => file.latin1(at + offset, 1)) as [string, string, string];
    if (state !== 'A') {
      if (state !== 'V' && pairs.length === 0 && at === 0) return { ...WITHOUT_PLACE, isUnread: true };
      continue;
    }
    const [latitude, longitude] = [Math.abs(file.f64(at + 11)), Math.abs(file.f64(at + 20))];
    pairs.push([south === 'S' ? -latitude : latitude, /[WO]/.test(west) ? -longitude : longitude]);
  }
  return placesOf(pairs);
}
