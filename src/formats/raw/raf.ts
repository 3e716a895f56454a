// RAF, FUJIFILM's RAW format: a header that names a whole JPEG, which also holds the metadata (as
// ExifTool documents it).
import { type ByteRange, readerOf } from '../byte-reader.js';

const SIGNATURE = 'FUJIFILMCCD-RAW';
const JPEG_START = 84;
const JPEG_LENGTH = 88;

export const isRaf = (bytes: Uint8Array): boolean => readerOf(bytes).latin1(0, SIGNATURE.length) === SIGNATURE;

/**
 * As the header states it; may end after the file. Throws MalformedError where the header breaks
 * off.
 */
export function rafPreview(bytes: Uint8Array): ByteRange {
  const header = readerOf(bytes);
  const start = header.u32(JPEG_START);
  return { start, end: start + header.u32(JPEG_LENGTH) };
}
