// The size of a JPEG by the header of its frame, without decoding. Only for pictures that any
// viewer shows, not for lossless sensor data.
import { readerOf } from '../byte-reader.js';
import { beginsJpeg, EOI, frameIn, type JpegFrame, SOS, segmentsFrom } from './segments.js';

/**
 * Baseline, extended and progressive (ITU-T T.81, table B.1). SOF3, lossless, is missing: Canon and
 * Adobe keep sensor data in it.
 */
const SHOWN_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Smaller numbers are reserved or belong to coded data: no segment before a picture has them. */
const FIRST_OF_HEADERS = 0xc0;

/** Null where no JPEG of 8 bits and one or three colours begins. */
export function frameOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const file = readerOf(bytes);
  let end = 2;
  for (const segment of beginsJpeg(file, 0) ? segmentsFrom(file, end) : []) {
    const { marker, at, isBroken } = segment;
    if (isBroken || marker === SOS || marker === EOI || marker < FIRST_OF_HEADERS) return null;
    // Fill bytes may precede a marker. With anything else, this is not a picture.
    if (bytes.subarray(end, at).some((byte) => byte !== 0xff)) return null;
    if (SHOWN_FRAMES.has(marker)) return sizeOf(frameIn(file, segment));
    end = segment.end;
  }
  return null;
}

function sizeOf(frame: JpegFrame | null): { readonly width: number; readonly height: number } | null {
  if (frame?.precision !== 8 || (frame.components !== 1 && frame.components !== 3)) return null;
  const { width, height } = frame;
  return width > 0 && height > 0 ? { width, height } : null;
}
