// Walks one JPEG picture from its first mark to its last (ITU-T T.81, annex B): segments by their length, coded data by its marks.
import { viewOf } from '../attachment.js';

export interface JpegSegment {
  /** Second byte of the mark. */
  readonly marker: number;
  /** Bytes from the start of the file, of the content behind the length. */
  readonly start: number;
  readonly end: number;
}

export interface JpegPicture {
  /** Behind the mark that ends the picture, in bytes from the start of the file. */
  readonly end: number;
  readonly segments: readonly JpegSegment[];
  /** Pixels; 0 where the frame's header is missing. */
  readonly width: number;
  readonly height: number;
}

const MARK = 0xff;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Far more than the 64 KiB parts of any colour profile or extended XMP need. */
const MAX_SEGMENTS = 10_000;

/** Null where there is no JPEG at `start`, or it breaks off. Reads each byte once at most. */
export function walkJpeg(bytes: Uint8Array, start: number): JpegPicture | null {
  if (bytes[start] !== MARK || bytes[start + 1] !== SOI || bytes[start + 2] !== MARK) return null;
  const picture = walkMarks(bytes, start + 2);
  return picture?.segments.some(({ marker }) => marker === SOS) ? picture : null;
}

/** From a place within coded data, or from a mark, to the end of the picture; null where that is not reached. */
export function walkMarks(bytes: Uint8Array, from: number): JpegPicture | null {
  const view = viewOf(bytes);
  const segments: JpegSegment[] = [];
  let size = { width: 0, height: 0 };
  for (let at = nextMark(bytes, from); at >= 0 && segments.length < MAX_SEGMENTS; ) {
    const marker = bytes[at + 1] as number;
    if (marker === EOI) return { end: at + 2, segments, ...size };
    if (marker === SOI || at + 4 > bytes.length) return null;
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    segments.push({ marker, start: at + 4, end });
    if (isFrame(marker) && length >= 8) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at = nextMark(bytes, end);
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Place of the next mark that is neither stuffing (00), fill (FF), private to arithmetic coding (01) nor a restart (D0 to D7); -1 without one. */
function nextMark(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MARK, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(MARK, at + 1)) {
    const marker = bytes[at + 1] as number;
    if (marker !== MARK && marker > 1 && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return -1;
}
