// The size of a JPEG by its frame's header, without decoding it: of pictures that any viewer shows,
// not of a sensor's lossless data.
import { readerOf } from '../byte-reader.js';
import { beginsJpeg, EOI, frameIn, type JpegFrame, SOS, segmentsFrom } from './segments.js';

/**
 * Baseline, extended and progressive (ITU-T T.81, table B.1); SOF3, lossless, is how Canon and
 * Adobe keep sensor data.
 */
const SHOWN_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Reserved numbers and those of coded data, which no segment before a picture has. */
const FIRST_OF_HEADERS = 0xc0;

/** Null where no JPEG of 8 bits and one or three colours begins. */
export function frameOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const file = readerOf(bytes);
  let end = 2;
  for (const segment of beginsJpeg(file, 0) ? segmentsFrom(file, end) : []) {
    const { marker, at, isBroken } = segment;
    if (isBroken || marker === SOS || marker === EOI || marker < FIRST_OF_HEADERS) return null;
    // Fill bytes may precede a marker; anything else is no beginning of a picture.
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
