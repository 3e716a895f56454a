// MRW, Minolta's RAW format: segments one after the other, one of which is EXIF (as ExifTool
// documents it).
import { readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';

const SIGNATURE = '\0MRM';
const HEADER_BYTES = 8;
const EXIF = '\0TTW';

export const isMrw = (bytes: Uint8Array): boolean => readerOf(bytes).latin1(0, SIGNATURE.length) === SIGNATURE;

/** Throws MalformedError where the segments break off, or without EXIF. */
export function* mrwBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  const end = HEADER_BYTES + file.u32(4);
  let hasExif = false;
  for (let at = HEADER_BYTES; at + HEADER_BYTES <= end; ) {
    const start = at + HEADER_BYTES;
    const next = start + file.u32(at + 4);
    if (file.latin1(at, 4) === EXIF) {
      hasExif = true;
      yield { kind: 'tiff', bytes: file.bytes(start, next) };
    }
    at = next;
  }
  if (!hasExif) throw file.malformed('no EXIF', HEADER_BYTES);
}
