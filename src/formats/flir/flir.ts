// FLIR's thermal images: the measured picture and its data are in APP1 segments of a JPEG, as one
// file of records (layout as ExifTool documents it).
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { type Tag, textUntilNul } from '../tag.js';

/**
 * Before the data of each segment: the name, a version, the segment's number and that of the last.
 */
const NAME_BYTES = 5;
const SEGMENT_HEADER_BYTES = 8;

const SIGNATURE = /^[FA]FF\0/;
const VERSION_AT = 0x14;
const DIRECTORY_AT = 0x18;
const RECORD_BYTES = 32;
const MAX_RECORDS = 500;

const [CAMERA, GPS] = [0x20, 0x2b];

const CAMERA_TEXTS = [
  { name: 'Model', at: 0xd4, bytes: 32 },
  { name: 'SerialNumber', at: 0x104, bytes: 16 },
  { name: 'LensSerialNumber', at: 0x1a0, bytes: 16 },
] as const;

/**
 * @param segments the content of all segments, from the name on, in file order
 * @throws MalformedError where the records break off
 */
export function* flirBlocks(segments: readonly Uint8Array[]): Generator<Block> {
  const parts = segments
    .filter((segment) => segment.length > SEGMENT_HEADER_BYTES)
    .toSorted((a, b) => (a[NAME_BYTES + 1] ?? 0) - (b[NAME_BYTES + 1] ?? 0))
    .map((segment) => segment.subarray(SEGMENT_HEADER_BYTES));
  if (parts.length === 0) return;
  const file = inOrder(readerOf(Buffer.concat(parts)));
  const [start, count] = [file.u32(DIRECTORY_AT), file.u32(DIRECTORY_AT + 4)];
  if (count > MAX_RECORDS) throw file.malformed('more records than any camera writes', DIRECTORY_AT);
  for (let at = start; at < start + count * RECORD_BYTES; at += RECORD_BYTES) {
    const type = file.u16(at);
    if (type !== CAMERA && type !== GPS) continue;
    const offset = file.u32(at + 12);
    const record = file.part(offset, offset + file.u32(at + 16));
    yield { kind: 'tags', tags: type === CAMERA ? cameraTags(record) : placeTags(record) };
  }
}

/** Its version is between 100 and 199 in the byte order of the file. */
function inOrder(file: ByteReader): ByteReader {
  const little = file.ordered(true);
  const isSound = (order: ByteReader) => order.u32(VERSION_AT) >= 100 && order.u32(VERSION_AT) < 200;
  const found = [file, little].find(isSound);
  if (!SIGNATURE.test(file.latin1(0, 4)) || !found) throw new MalformedError('no records of FLIR', 0);
  return found;
}

function cameraTags(record: ByteReader): Tag[] {
  return CAMERA_TEXTS.filter(({ at, bytes }) => record.has(at, bytes))
    .map(({ name, at, bytes }) => makerTag(name, textUntilNul(record.bytes(at, at + bytes)).trim()))
    .filter(({ value }) => value !== '');
}

function placeTags(anyOrder: ByteReader): Tag[] {
  const isValid = anyOrder.u32(0) !== 0;
  const record = anyOrder.u32(0) === 0x01000000 ? anyOrder.ordered(!anyOrder.isLittle) : anyOrder;
  if (!isValid) return [];
  return [
    makerTag('GPSLatitudeRef', record.latin1(8, 1)),
    makerTag('GPSLatitude', [Math.abs(record.f64(0x10))]),
    makerTag('GPSLongitudeRef', record.latin1(10, 1)),
    makerTag('GPSLongitude', [Math.abs(record.f64(0x18))]),
  ];
}

function makerTag(name: string, value: Tag['value']): Tag {
  return { block: 'maker', name, within: [], value };
}
