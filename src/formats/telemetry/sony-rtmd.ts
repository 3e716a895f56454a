// Sony's tracks `rtmd`: tags of two bytes with a length, in groups that begin with labels of SMPTE
// (as ExifTool documents them).
import { ByteCursor } from '../byte-cursor.js';
import { readerOf } from '../byte-reader.js';
import { type Tag, textUntilNul } from '../tag.js';
import { placesOf, type Telemetry, videoTag } from './reading.js';

const LABEL = 0x060e;
const LABEL_BYTES = 16;
/** The length of a group, in three bytes after this one. */
const GROUP = 0x83;

const SERIAL_NUMBER = 0x8114;
const [LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE] = [0x8501, 0x8502, 0x8503, 0x8504];

const MAX_TAGS = 1000;

/** Throws MalformedError where the tags break off. */
export function readRtmd(bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes);
  const cursor = new ByteCursor(file, file.u16(0));
  const values = new Map<number, Uint8Array>();
  for (let count = 0; cursor.at + 4 <= cursor.end && count < MAX_TAGS; count++) {
    if (file.u8(cursor.at) === GROUP) {
      cursor.next(4);
      continue;
    }
    const tag = cursor.next(2);
    if (tag === 0) break;
    const length = tag === LABEL ? LABEL_BYTES - 2 : cursor.next(2);
    values.set(tag, file.bytes(cursor.at, cursor.at + length));
    cursor.at += length;
  }
  const text = (tag: number) => textUntilNul(values.get(tag) ?? new Uint8Array()).trim();
  const degrees = (tag: number, side: string) => {
    const size = sumOf(values.get(tag));
    return /^[SW]/i.test(side) ? -size : size;
  };
  const serial = text(SERIAL_NUMBER);
  const tags: Tag[] = serial === '' ? [] : [videoTag('SerialNumber', serial)];
  if (!values.has(LATITUDE) || !values.has(LONGITUDE)) return { places: [], tags, isUnread: false };
  return placesOf([[degrees(LATITUDE, text(LATITUDE_REF)), degrees(LONGITUDE, text(LONGITUDE_REF))]], tags);
}

/** Degrees, minutes and seconds, each a fraction. 0/0 is none. */
function sumOf(bytes: Uint8Array = new Uint8Array()): number {
  const file = readerOf(bytes);
  const part = (n: number) => file.u32(8 * n) / (file.u32(8 * n + 4) || 1);
  return part(0) + part(1) / 60 + part(2) / 3600;
}
