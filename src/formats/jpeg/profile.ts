// The colour profile of a JPEG: in parts of a segment each, in the order that they state.
import type { ByteReader } from '../byte-reader.js';
import { APP2, isNamed, type JpegSegment } from './segments.js';

export const ICC = 'ICC_PROFILE\0';

/** The name, the number of the part, and the number of parts. */
export const ICC_HEADER_BYTES = ICC.length + 2;

/** Empty without one. */
export function joinProfile(file: ByteReader, segments: readonly JpegSegment[]): Uint8Array {
  const parts = segments
    .filter((segment) => isNamed(file, segment, APP2, ICC) && segment.end - segment.start > ICC_HEADER_BYTES)
    .map(({ start, end }) => ({ part: file.u8(start + ICC.length), data: file.bytes(start + ICC_HEADER_BYTES, end) }))
    .sort((a, b) => a.part - b.part);
  const [only] = parts;
  return only && parts.length === 1 ? only.data : Buffer.concat(parts.map(({ data }) => data));
}
