// What follows a picture in its file, piece by piece: videos, further pictures, trailers of camera
// makers, and bytes of unknown kind.

import { type Attachment, type AttachmentKind, auxiliaryKind } from '../attachment.js';
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { walkVideo } from '../isobmff/embedded-video.js';
import { hasProperty, type MediaIndex, readMediaIndex } from '../jpeg/media-index.js';
import { type JpegPicture, restOfPicture, wholePicture } from '../jpeg/segments.js';
import { earlierPng, type SearchBudget } from '../png/acropalypse.js';
import { beginsPng, PNG_SIGNATURE } from '../png/chunks.js';
import { makerTrailers } from './maker-trailers.js';
import { otherPictureEnd, PICTURE_STARTS } from './whole-pictures.js';

/** The picture that the data follows. */
export interface PrecedingPicture {
  readonly width: number;
  readonly height: number;
  readonly index: MediaIndex | null;
}

interface Piece extends ByteRange {
  readonly what: AttachmentKind;
  readonly isProved: boolean;
  readonly isNamed: boolean;
}

interface Budget extends SearchBudget {
  falseStarts: number;
}

/**
 * Limits on pieces, and on starts that turn out to be something else. No camera writes as many; the
 * remaining bytes count as one piece.
 */
const MAX_PIECES = 64;
const MAX_FALSE_STARTS = 16;

/** Bytes by which a table of the file may be wrong, to allow for padding before an item. */
const OFFSET_TOLERANCE = 16;

/**
 * The first or last bytes of trailers that hold settings, captions or recipes of programs, and no
 * media. Names as in ExifTool's documentation.
 */
const VENDOR_STARTS = [
  'streamdata',
  'streaminfo',
  'streamcoun',
  'CANON OPTIONAL DATA\0',
  'vivo{"',
  'AXS!',
  'AXS*',
  '~\0\x04\0zmie~',
  '~\0\x06\0zmie~',
  'SEFH',
];
const VENDOR_ENDS = ['cbipcbbl', '\xa1\xb2\xc3\xd4'];

/**
 * Properties of a picture that is a gain map: attributes by Adobe, but not their version, and those
 * by Apple.
 */
const GAIN_MAP = /^hdrgm:(?:GainMapM|Gamma|HDRCapacity)|:HDRGainMapVersion$/;
const APPLE_AUXILIARY = /urn:com:apple:photo:\d{4}:aux:\w{1,40}/;

/**
 * FF 00 pairs, which coded data contains for each byte FF. As many in a row, without another
 * marker, occur by chance once in 256 ** 8.
 */
const MIN_STUFFED = 8;
/** Markers between the scans of one picture: DHT, SOS, DQT, DRI. */
const BETWEEN_SCANS = new Set([0xc4, 0xda, 0xdb, 0xdd]);

/**
 * Everything from `from` to the end of the file, except padding. Never throws, whatever the bytes.
 * Reads each byte a bounded number of times.
 */
export function trailingData(file: ByteReader, from: number, picture: PrecedingPicture): Attachment[] {
  const trailers = makerTrailers(file, from);
  const end = trailers.at(-1)?.start ?? file.length;
  const parts: Attachment[] = [];
  const budget: Budget = { falseStarts: MAX_FALSE_STARTS, searches: 1 };
  for (let at = skipPadding(file, from, end); at < end; at = skipPadding(file, at, end)) {
    const piece = parts.length < MAX_PIECES ? nextPiece(file, at, end, picture, budget) : unknown(at, end);
    parts.push(toPart(piece));
    at = piece.end;
  }
  for (const { media, start, end: trailerEnd } of trailers.reverse()) {
    parts.push(...media);
    parts.push(toPart({ what: 'vendor trailer', start, end: trailerEnd, isProved: true, isNamed: true }));
  }
  return parts;
}

function toPart({ what, start, end, isProved, isNamed }: Piece): Attachment {
  return { what, offset: start, bytes: end - start, isProved, isNamed };
}

function unknown(start: number, end: number): Piece {
  return { what: 'unknown', start, end, isProved: false, isNamed: false };
}

function nextPiece(file: ByteReader, at: number, end: number, picture: PrecedingPicture, budget: Budget): Piece {
  const known = knownPiece(file, at, end, picture, budget);
  if (known) return known;
  const next = nextKnown(file, at, end, budget);
  const isVendor = isVendorTrailer(file.latin1(at, 32), file.latin1(Math.max(at, next - 32), Math.min(32, next - at)));
  return isVendor ? { ...unknown(at, next), what: 'vendor trailer' } : unknown(at, next);
}

function isVendorTrailer(first: string, last: string): boolean {
  return VENDOR_STARTS.some((start) => first.startsWith(start)) || VENDOR_ENDS.some((end) => last.endsWith(end));
}

function knownPiece(
  file: ByteReader,
  at: number,
  end: number,
  picture: PrecedingPicture,
  budget: Budget,
): Piece | null {
  const jpeg = wholePicture(file, at);
  if (jpeg && jpeg.end <= end) {
    const { what, isNamed } = classify(file, at, jpeg, picture);
    return { what, start: at, end: jpeg.end, isProved: true, isNamed };
  }
  // A PNG after a PNG is more: the earlier picture.
  const other = beginsPng(file, at) ? null : otherPictureEnd(file, at, end);
  if (other !== null) return { what: 'second picture', start: at, end: other, isProved: true, isNamed: false };
  const video = walkVideo(file, at);
  if (video) {
    const isNamed = picture.index?.isMotionPhoto ?? false;
    return { what: 'motion video', start: at, end: Math.min(video.end, end), isProved: video.hasTracks, isNamed };
  }
  // A whole PNG further on is no rest of an earlier one.
  const begin = file.find(PNG_SIGNATURE, at + 1, end);
  const isBeforeWhole = begin > at && otherPictureEnd(file, begin, end) !== null;
  const png = isBeforeWhole ? null : earlierPng(file, at, end, budget);
  if (png) return { what: 'earlier picture', start: at, end: png.end, isProved: png.isProved, isNamed: false };
  const leftover = earlierScan(file, at, end);
  return leftover === null
    ? null
    : { what: 'earlier picture', start: at, end: leftover, isProved: true, isNamed: false };
}

function classify(
  file: ByteReader,
  start: number,
  jpeg: JpegPicture,
  { width, height, index }: PrecedingPicture,
): { what: AttachmentKind; isNamed: boolean } {
  const roles = (index?.media ?? [])
    .filter((media) => Math.abs(media.start - start) <= OFFSET_TOLERANCE)
    .map(({ role }) => role);
  const isNamed = roles.length > 0;
  const auxiliary = auxiliaryOf(file, jpeg) ?? roles.map(auxiliaryKind).find((kind) => kind !== null);
  if (auxiliary) return { what: auxiliary, isNamed };
  if (roles.includes('preview') || isPreview(jpeg, { width, height })) return { what: 'preview', isNamed };
  const isSmaller = jpeg.width * jpeg.height < width * height;
  return { what: isNamed || isSmaller ? 'second picture' : 'earlier picture', isNamed };
}

/**
 * The kind of a further picture by what it states about itself: Ultra HDR, ISO 21496-1, Apple's
 * names.
 */
function auxiliaryOf(file: ByteReader, jpeg: JpegPicture): AttachmentKind | null {
  const { xmp } = readMediaIndex(file, jpeg);
  if (hasProperty(xmp, GAIN_MAP)) return 'gain map';
  const iso = 'urn:iso:std:iso:ts:21496:-1\0';
  // The main picture has the name, too, but only with a version.
  const hasIso = jpeg.segments.some(
    (segment) => segment.end - segment.start > iso.length + 4 && file.latin1(segment.start, iso.length) === iso,
  );
  if (hasIso) return 'gain map';
  const [name] = xmp.flatMap(({ value }) => APPLE_AUXILIARY.exec(value)?.[0] ?? []);
  return auxiliaryKind(name ?? '');
}

/**
 * Whether a picture is smaller than the whole and of the same shape, within one part in fifty,
 * upright or sideways. Cameras and galleries keep such previews.
 */
function isPreview(part: { width: number; height: number }, whole: { width: number; height: number }): boolean {
  const shape = ({ width, height }: { width: number; height: number }) =>
    Math.max(width, height) / Math.max(1, Math.min(width, height));
  const isSmaller = part.width * part.height < whole.width * whole.height;
  return isSmaller && Math.abs(shape(part) / shape(whole) - 1) <= 0.02;
}

/** The end of the coded data of a JPEG whose beginning was overwritten; null where it is none. */
function earlierScan(file: ByteReader, at: number, end: number): number | null {
  const rest = restOfPicture(file, at);
  if (!rest || rest.end > end || !rest.segments.every(({ marker }) => BETWEEN_SCANS.has(marker))) return null;
  let stuffed = 0;
  for (let marker = file.find(0xff, at, rest.end); marker >= 0; marker = file.find(0xff, marker + 1, rest.end)) {
    if (file.u8(marker + 1) === 0 && ++stuffed >= MIN_STUFFED) return rest.end;
  }
  return null;
}

/** Offset of the next whole video or picture; `end` without one. */
function nextKnown(file: ByteReader, at: number, end: number, budget: Budget): number {
  const find = (beginning: string, before: number, from: number) => {
    const found = file.find(beginning, from + before);
    return found < 0 || found - before >= end ? end : found - before;
  };
  const beginnings = [['\xff\xd8\xff', 0], ['ftyp', 4], ...PICTURE_STARTS.map((text) => [text, 0] as const)] as const;
  const starts = beginnings.map(([text, before]) => find(text, before, at + 1));
  while (budget.falseStarts > 0) {
    const start = Math.min(...starts);
    if (start >= end) return end;
    if (wholePicture(file, start) ?? walkVideo(file, start) ?? otherPictureEnd(file, start, end)) return start;
    budget.falseStarts--;
    beginnings.forEach(([text, before], index) => {
      if (starts[index] === start) starts[index] = find(text, before, start + 1);
    });
  }
  return end;
}

/** Skips zeros, bytes FF and line ends, except those that begin a video or a picture. */
function skipPadding(file: ByteReader, from: number, end: number): number {
  const padded = file.bytes(from, Math.max(from, end));
  const length = padded.findIndex((byte, index) => !isPadding(byte, padded[index + 1]));
  const at = length < 0 ? Math.max(from, end) : from + length;
  // The length of a video's first box begins with zeros.
  const video = [3, 2].map((zeros) => at - zeros).find((start) => start >= from && walkVideo(file, start));
  return video ?? at;
}

function isPadding(byte: number, next: number | undefined): boolean {
  return byte === 0 || byte === 0x0a || byte === 0x0d || (byte === 0xff && next !== 0xd8);
}
