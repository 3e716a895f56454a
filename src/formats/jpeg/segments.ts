// The one reader of JPEG segments (ITU-T T.81, annex B): by their length, and by markers in the
// coded data between them.
import type { ByteRange, ByteReader } from '../byte-reader.js';

/** Second bytes of markers; the first is 0xFF. */
export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const APP0 = 0xe0;
export const APP1 = 0xe1;
export const APP2 = 0xe2;
export const COM = 0xfe;

/** What the content of an APP1 segment with EXIF begins with; one more byte, mostly 0, follows. */
export const EXIF = 'Exif\0';

/** What a marker leads to. The range is of the content, after the length. */
export interface JpegSegment extends ByteRange {
  readonly marker: number;
  /** Offset of the marker's first byte. */
  readonly at: number;
  /**
   * Its length is impossible or reaches past the end of the file, or a picture begins inside the
   * picture.
   */
  readonly isBroken: boolean;
}

/** The segments of a picture as far as they can be read. */
export interface SegmentList {
  /** Whole ones only, without the end marker. */
  readonly segments: readonly JpegSegment[];
  /** Offset of the first one that is broken, or of the end where there is none at all; else null. */
  readonly brokenAt: number | null;
  /** The marker that ends a picture is there, and nothing before it is broken. */
  readonly hasEnd: boolean;
}

/** A picture from its first marker to its last. */
export interface JpegPicture {
  /** After the marker that ends the picture. */
  readonly end: number;
  readonly segments: readonly JpegSegment[];
  /** Pixels; 0 where the frame's header is missing. */
  readonly width: number;
  readonly height: number;
}

/** Number of bits, colours and pixels, by the header of a frame. */
export interface JpegFrame {
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

const MARKER = 0xff;
/** Far more than the 64 KiB parts of any colour profile or extended XMP need. */
const MAX_SEGMENTS = 10_000;
/** Marker, length. */
const HEADER_BYTES = 4;

/** Whether a JPEG begins at `start`. */
export function beginsJpeg(file: ByteReader, start: number): boolean {
  return file.latin1(start, 3) === '\xff\xd8\xff';
}

/**
 * Segments from an offset on, which may be inside coded data. The last one is the end marker, or
 * broken where the file breaks off; neither, where coded data runs to the end of the file. Reads
 * each byte at most once.
 */
export function* segmentsFrom(file: ByteReader, from: number): Generator<JpegSegment> {
  let at = nextMarker(file, from);
  for (let count = 0; at >= 0; count++) {
    const segment = segmentAt(file, at);
    const isTooMany = count >= MAX_SEGMENTS;
    yield isTooMany ? { ...segment, isBroken: true } : segment;
    if (segment.marker === EOI || isTooMany) return;
    at = nextMarker(file, segment.end);
  }
}

function segmentAt(file: ByteReader, at: number): JpegSegment {
  const marker = file.u8(at + 1);
  if (marker === EOI || marker === SOI) return { marker, at, start: at + 2, end: at + 2, isBroken: marker === SOI };
  const start = at + HEADER_BYTES;
  const length = file.has(at, HEADER_BYTES) ? file.u16(at + 2) : Number.POSITIVE_INFINITY;
  const end = Math.max(start, at + 2 + length);
  return { marker, at, start, end, isBroken: length < 2 || end > file.length };
}

/**
 * Offset of the next marker that is neither stuffing (00), fill (FF), private to arithmetic coding
 * (01) nor a restart (D0 to D7); -1 without one.
 */
function nextMarker(file: ByteReader, from: number): number {
  for (let at = file.find(MARKER, from); at >= 0 && at + 1 < file.length; at = file.find(MARKER, at + 1)) {
    const marker = file.u8(at + 1);
    if (marker !== MARKER && marker > 1 && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return -1;
}

/** Goes on after damage, so that it hides nothing that follows. None where no JPEG begins. */
export function listSegments(file: ByteReader): SegmentList {
  const segments: JpegSegment[] = [];
  let brokenAt: number | null = null;
  let hasEnd = false;
  for (const segment of beginsJpeg(file, 0) ? segmentsFrom(file, 2) : []) {
    if (segment.isBroken) brokenAt ??= segment.at;
    else if (segment.marker === EOI) hasEnd = true;
    else segments.push(segment);
  }
  if (segments.length === 0) brokenAt ??= file.length;
  return { segments, brokenAt, hasEnd: hasEnd && brokenAt === null };
}

/** Null where there is no JPEG at `start`, or it breaks off. */
export function wholePicture(file: ByteReader, start: number): JpegPicture | null {
  const picture = beginsJpeg(file, start) ? restOfPicture(file, start + 2) : null;
  return picture?.segments.some(({ marker }) => marker === SOS) ? picture : null;
}

/**
 * From an offset in coded data, or from a marker, to the end of the picture; null where that is not
 * reached.
 */
export function restOfPicture(file: ByteReader, from: number): JpegPicture | null {
  const segments: JpegSegment[] = [];
  let size = { width: 0, height: 0 };
  for (const segment of segmentsFrom(file, from)) {
    if (segment.isBroken) return null;
    if (segment.marker === EOI) return { end: segment.end, segments, ...size };
    segments.push(segment);
    const frame = frameIn(file, segment);
    if (frame) size = { width: frame.width, height: frame.height };
  }
  return null;
}

/** Null where the segment is no frame's header. */
export function frameIn(file: ByteReader, { marker, start, end, isBroken }: JpegSegment): JpegFrame | null {
  if (isBroken || !isFrame(marker) || end - start < 6) return null;
  return {
    precision: file.u8(start),
    height: file.u16(start + 1),
    width: file.u16(start + 3),
    components: file.u8(start + 5),
  };
}

/** SOF0 to SOF15 without DHT, JPG and DAC, whose numbers are among theirs. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Whether a segment's content begins with a name, as those of applications do. */
export function isNamed(file: ByteReader, segment: JpegSegment, marker: number, name: string): boolean {
  const { start, end } = segment;
  return segment.marker === marker && end - start >= name.length && file.latin1(start, name.length) === name;
}
