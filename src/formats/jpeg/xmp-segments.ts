// The APP1 segments of a JPEG that hold XMP: packets, and one more packet in parts (XMP
// specification, part 3).
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { APP1, isNamed, type JpegSegment } from './segments.js';

/** A program may have cut the address short. A NUL ends it. */
const PACKET = /^(http:\/\/ns\.adobe\.com\/xap\/1\.0\/|XMP\0:\/\/ns\.adobe\.com\/xap\/1\.0\/)\0/;
const MAX_NAME = 64;

const EXTENDED = 'http://ns.adobe.com/xmp/extension/\0';
/**
 * After the name: a digest of 32 characters, then the length of the whole packet and the offset of
 * this part, with 4 bytes each.
 */
const EXTENDED_HEADER = EXTENDED.length + 40;

/** The range of the packet in a segment; null where it holds none. */
export function packetIn(file: ByteReader, { marker, start, end }: JpegSegment): ByteRange | null {
  const name = marker === APP1 ? PACKET.exec(file.latin1(start, Math.min(MAX_NAME, end - start))) : null;
  return name && { start: start + name[0].length, end };
}

export function isExtendedXmp(file: ByteReader, segment: JpegSegment): boolean {
  return isNamed(file, segment, APP1, EXTENDED);
}

/** Joins the parts of the packet. Throws MalformedError where a segment is too short. */
export function joinExtendedXmp(file: ByteReader, segments: readonly JpegSegment[]): Uint8Array {
  const parts = segments.map(({ start, end }) => {
    const content = start + EXTENDED_HEADER;
    const bytes = file.bytes(content, end);
    return { offset: file.u32(content - 4), bytes };
  });
  parts.sort((a, b) => a.offset - b.offset);
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}
