// Canon's tracks `CTMD`: records with a length and a type. Some hold directories of EXIF (as
// ExifTool documents them).
import { type ByteReader, readerOf } from '../byte-reader.js';
import type { Tag } from '../tag.js';
import { readTiff } from '../tiff/exif.js';
import type { Telemetry } from './reading.js';

const HEADER_BYTES = 12;
/** Records with directories: of EXIF, and of the maker note. */
const WITH_EXIF: ReadonlySet<number> = new Set([7, 8, 9]);
const MAX_RECORDS = 200;

/** Throws MalformedError where a record breaks off. */
export function readCtmd(bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes, true);
  const tags: Tag[] = [];
  let isUnread = false;
  for (let at = 0, count = 0; at + HEADER_BYTES <= bytes.length && count < MAX_RECORDS; count++) {
    const length = file.u32(at);
    if (length < HEADER_BYTES) throw file.malformed('a record is shorter than its header', at);
    const record = file.part(at + HEADER_BYTES, at + length);
    if (WITH_EXIF.has(file.u16(at + 4))) isUnread = !readDirectories(record, tags) || isUnread;
    at += length;
  }
  return { places: [], tags, isUnread };
}

/**
 * Entries with a length and a tag of four bytes each, then a block of EXIF. False where one is
 * damaged.
 */
function readDirectories(record: ByteReader, tags: Tag[]): boolean {
  let isWhole = true;
  for (let at = 0; at + 8 <= record.length; ) {
    const length = record.u32(at);
    if (length < 8) break;
    const entry = record.bytes(at + 8, at + length);
    if (/^(II\*\0|MM\0\*)/.test(readerOf(entry).latin1(0, 4))) {
      const reading = readTiff({ kind: 'tiff', bytes: entry });
      tags.push(...reading.tags);
      isWhole &&= reading.isComplete;
    }
    at += length;
  }
  return isWhole;
}
