// The only reader of JPEG segments (ITU-T T.81, annex B). It follows their lengths, and searches
// the coded data between them for markers.
import type { ByteRange, ByteReader } from '../byte-reader.js';

/** Second bytes of markers. The first byte is 0xFF. */
export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const APP0 = 0xe0;
export const APP1 = 0xe1;
export const APP2 = 0xe2;
export const COM = 0xfe;

/** The start of an APP1 segment with EXIF. One more byte follows, mostly 0. */
export const EXIF = 'Exif\0';

/** A marker and its content. The range is that of the content, after the length. */
export interface JpegSegment extends ByteRange {
  readonly marker: number;
  /** Offset of the marker's first byte. */
  readonly at: number;
  /**
   * The length is impossible or reaches past the end of the file, or another picture begins inside
   * the picture.
   */
  readonly isBroken: boolean;
}

/** The segments of a picture as far as they can be read. */
export interface SegmentList {
  /** Whole segments only, without the end marker. */
  readonly segments: readonly JpegSegment[];
  /**
   * Offset of the first broken segment, or the end of the file where no segment could be read; null
   * where nothing is broken.
   */
  readonly brokenAt: number | null;
  /** The end marker of a picture is there, and nothing before it is broken. */
  readonly hasEnd: boolean;
  /** Offset after the end marker; the end of the file where there is none. */
  readonly end: number;
}

/** A picture from its first marker to its last. */
export interface JpegPicture {
  /** Offset after the end marker of the picture. */
  readonly end: number;
  readonly segments: readonly JpegSegment[];
  /** Pixels; 0 where the header of the frame is missing. */
  readonly width: number;
  readonly height: number;
}

/** Bits, colours and pixels, by the header of a frame. */
export interface JpegFrame {
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

/** The first three bytes of a JPEG. */
export const JPEG_START = '\xff\xd8\xff';

const MARKER = 0xff;
/** Far more than any colour profile or extended XMP needs in parts of 64 KiB. */
const MAX_SEGMENTS = 10_000;
/** Marker and length. */
const HEADER_BYTES = 4;

/** Whether a JPEG begins at `start`. */
export function beginsJpeg(file: ByteReader, start: number): boolean {
  return file.latin1(start, 3) === JPEG_START;
}

/**
 * Segments from an offset on, which may be inside coded data. The last one is the end marker, or is
 * broken where the file breaks off. Where coded data runs to the end of the file, it is neither.
 * Reads each byte at most once.
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
 * Offset of the next marker; -1 without one. Stuffing (00), fill (FF), markers private to
 * arithmetic coding (01) and restarts (D0 to D7) do not count.
 */
function nextMarker(file: ByteReader, from: number): number {
  for (let at = file.find(MARKER, from); at >= 0 && at + 1 < file.length; at = file.find(MARKER, at + 1)) {
    const marker = file.u8(at + 1);
    if (marker !== MARKER && marker > 1 && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return -1;
}

/**
 * Continues after damage, so that damage hides nothing that follows. No segments where no JPEG
 * begins.
 */
export function listSegments(file: ByteReader): SegmentList {
  const segments: JpegSegment[] = [];
  let brokenAt: number | null = null;
  let [hasEnd, end] = [false, file.length];
  for (const segment of beginsJpeg(file, 0) ? segmentsFrom(file, 2) : []) {
    if (segment.isBroken) brokenAt ??= segment.at;
    else if (segment.marker === EOI) [hasEnd, end] = [true, segment.end];
    else segments.push(segment);
  }
  if (segments.length === 0) brokenAt ??= file.length;
  return { segments, brokenAt, hasEnd: hasEnd && brokenAt === null, end };
}

/** Null where no JPEG is at `start`, or where it breaks off. */
export function wholePicture(file: ByteReader, start: number): JpegPicture | null {
  const picture = beginsJpeg(file, start) ? restOfPicture(file, start + 2) : null;
  return picture?.segments.some(({ marker }) => marker === SOS) ? picture : null;
}

/**
 * The rest of a picture, from an offset in coded data or from a marker. Null where its end is not
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

/** Null where the segment is not the header of a frame. */
export function frameIn(file: ByteReader, { marker, start, end, isBroken }: JpegSegment): JpegFrame | null {
  if (isBroken || !isFrame(marker) || end - start < 6) return null;
  return {
    precision: file.u8(start),
    height: file.u16(start + 1),
    width: file.u16(start + 3),
    components: file.u8(start + 5),
  };
}

/** SOF0 to SOF15, without DHT, JPG and DAC, whose numbers are among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Whether the content of a segment begins with a name, as application segments do. */
export function isNamed(file: ByteReader, segment: JpegSegment, marker: number, name: string): boolean {
  const { start, end } = segment;
  return segment.marker === marker && end - start >= name.length && file.latin1(start, name.length) === name;
}
