// A JPEG without metadata. The coded picture is copied as it is.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { CleanError, type Kept } from '../clean-copy.js';
import { cleanProfile } from '../icc/clean.js';
import { ICC, ICC_HEADER_BYTES, joinProfile } from './profile.js';
import { APP0, APP1, APP2, EOI, EXIF, isNamed, type JpegSegment, listSegments, SOS } from './segments.js';

/** How colours were converted (Adobe's Technical Note 5116). Decoders need it. */
const ADOBE = 'Adobe';
const APP14 = APP0 + 14;
const ADOBE_BYTES = 12;

/** Of a JFIF segment without its thumbnail: name, version, resolution and two zeros. */
const JFIF_BYTES = 14;

/** Bytes that the length of a segment can state. */
const MAX_SEGMENT_BYTES = 0xffff - 2;

/** Tables, frames and scans. The frames of hierarchical pictures, which no one writes, are none. */
const PICTURE: ReadonlySet<number> = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf],
  ...[0xc4, 0xdb, SOS],
]);

/**
 * Height, interval of restarts, expansion: segments of fixed lengths, of which decoders read that
 * much.
 */
const LENGTHS: ReadonlyMap<number, number> = new Map([
  [0xdc, 2],
  [0xdd, 2],
  [0xdf, 1],
]);

/** Conditions of arithmetic coding: pairs of a table's number and a small value. */
const CONDITIONS = 0xcc;
const MAX_CONDITIONS = 2 * 32;

function isPartOfPicture(file: ByteReader, { marker, start, end }: JpegSegment): boolean {
  if (marker !== CONDITIONS) return PICTURE.has(marker) || LENGTHS.get(marker) === end - start;
  return end - start <= MAX_CONDITIONS && file.bytes(start, end).every((byte, index) => index % 2 === 1 || byte < 0x14);
}

/**
 * The picture with its tables, its colours and its resolution. Application segments, comments and
 * all that follows the picture are left out.
 * @throws CleanError where the picture is damaged
 */
export function cleanJpeg(bytes: Uint8Array, { exif }: Kept): Uint8Array {
  const file = readerOf(bytes);
  const { segments, hasEnd } = listSegments(file);
  if (!hasEnd || !segments.some(({ marker }) => marker === SOS)) throw new CleanError('damaged');
  const parts: Uint8Array[] = [bytes.subarray(0, 2), ...jfifOf(file, segments)];
  if (exif) parts.push(...segmentOf(APP1, Buffer.concat([Buffer.from(`${EXIF}\0`, 'latin1'), exif])));
  parts.push(...profileOf(file, segments), ...adobeOf(file, segments), ...pictureOf(bytes, segments));
  return Buffer.concat([...parts, Buffer.from([0xff, EOI])]);
}

/** The resolution without the thumbnail. */
function jfifOf(file: ByteReader, segments: readonly JpegSegment[]): Uint8Array[] {
  const jfif = segments.find((segment) => isNamed(file, segment, APP0, 'JFIF\0'));
  if (!jfif || jfif.end - jfif.start < JFIF_BYTES) return [];
  const content = Buffer.from(file.bytes(jfif.start, jfif.start + JFIF_BYTES));
  content.fill(0, JFIF_BYTES - 2);
  return segmentOf(APP0, content);
}

/** In parts of a segment each. */
function profileOf(file: ByteReader, segments: readonly JpegSegment[]): Uint8Array[] {
  const profile = cleanProfile(joinProfile(file, segments));
  if (!profile) return [];
  const size = MAX_SEGMENT_BYTES - ICC_HEADER_BYTES;
  const count = Math.ceil(profile.length / size);
  return Array.from({ length: count }, (_, index) => {
    const header = Buffer.concat([Buffer.from(ICC, 'latin1'), Buffer.from([index + 1, count])]);
    return segmentOf(APP2, Buffer.concat([header, profile.subarray(index * size, (index + 1) * size)]));
  }).flat();
}

function adobeOf(file: ByteReader, segments: readonly JpegSegment[]): Uint8Array[] {
  // Decoders take the last one.
  const adobe = segments.findLast((segment) => isNamed(file, segment, APP14, ADOBE));
  if (!adobe || adobe.end - adobe.start < ADOBE_BYTES) return [];
  return segmentOf(APP14, file.bytes(adobe.start, adobe.start + ADOBE_BYTES));
}

/** Tables and frames, and each scan with its coded data, which ends where the next marker is. */
function pictureOf(bytes: Uint8Array, segments: readonly JpegSegment[]): Uint8Array[] {
  const file = readerOf(bytes);
  const endOfPicture = listSegments(file).end - 2;
  return segments.flatMap((segment, index) => {
    if (!isPartOfPicture(file, segment)) return [];
    const next = segments[index + 1]?.at ?? endOfPicture;
    return [bytes.subarray(segment.at, segment.marker === SOS ? next : segment.end)];
  });
}

function segmentOf(marker: number, content: Uint8Array): Uint8Array[] {
  if (content.length > MAX_SEGMENT_BYTES) throw new CleanError('too-large');
  const header = Buffer.alloc(4);
  header.writeUInt16BE(0xff00 | marker, 0);
  header.writeUInt16BE(content.length + 2, 2);
  return [header, content];
}
