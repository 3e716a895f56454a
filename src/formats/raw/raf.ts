// RAF, FUJIFILM's RAW format: its header names a JPEG, which also holds the metadata (as ExifTool
// documents it).
import { type ByteRange, readerOf } from '../byte-reader.js';

const SIGNATURE = 'FUJIFILMCCD-RAW';
const JPEG_START = 84;
const JPEG_LENGTH = 88;

export const isRaf = (bytes: Uint8Array): boolean => readerOf(bytes).latin1(0, SIGNATURE.length) === SIGNATURE;

/**
 * The range as the header states it. It may end past the end of the file. Throws MalformedError
 * where the header breaks off.
 */
export function rafPreview(bytes: Uint8Array): ByteRange {
  const header = readerOf(bytes);
  const start = header.u32(JPEG_START);
  return { start, end: start + header.u32(JPEG_LENGTH) };
}
