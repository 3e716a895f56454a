// What follows a picture in its file, piece by piece: videos, further pictures, trailers of makers, and what nobody knows.

import { type Attachment, type AttachmentKind, auxiliaryKind, latin1 } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import { walkVideo } from '../isobmff/embedded-video.js';
import { hasProperty, type MediaIndex, readMediaIndex } from '../jpeg/media-index.js';
import { type JpegPicture, restOfPicture, wholePicture } from '../jpeg/segments.js';
import { earlierPng, type SearchBudget } from '../png/acropalypse.js';
import { samsungTrailer } from './samsung.js';

/** The picture before the tail. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly index: MediaIndex | null;
}

interface Piece {
  readonly what: AttachmentKind;
  readonly start: number;
  readonly end: number;
  readonly isProved: boolean;
  readonly isNamed: boolean;
}

interface Budget extends SearchBudget {
  falseStarts: number;
}

/** More pieces, or more starts that turn out to be none, are no camera's work; what is left counts as one. */
const MAX_PIECES = 64;
const MAX_FALSE_STARTS = 16;

/** Bytes by which a table of the file may be off, for padding before an item. */
const PLACE_TOLERANCE = 16;

/** How trailers begin or end that hold settings, captions or recipes of programs, and no media. Names as in ExifTool's documentation. */
const VENDOR_STARTS = ['CANON OPTIONAL DATA\0', 'vivo{"', 'AXS!', 'AXS*', '~\0\x04\0zmie~', '~\0\x06\0zmie~', 'SEFH'];
const VENDOR_ENDS = ['cbipcbbl', '\xa1\xb2\xc3\xd4'];

/** Properties of a picture that is a gain map: Adobe's attributes of one, not their version, and Apple's. */
const GAIN_MAP = /^hdrgm:(?:GainMapM|Gamma|HDRCapacity)|:HDRGainMapVersion$/;
const APPLE_AUXILIARY = /urn:com:apple:photo:\d{4}:aux:\w{1,40}/;

/** FF 00 pairs, which coded data writes for each FF: as many in a row, and no other mark, come about by chance once in 256 ** 8. */
const MIN_STUFFED = 8;
/** Marks that stand between the scans of one picture: DHT, SOS, DQT, DRI. */
const BETWEEN_SCANS = new Set([0xc4, 0xda, 0xdb, 0xdd]);

/** All of `bytes` from `from` to the end, but for padding. Never throws, whatever the bytes; looks at each a bounded number of times. */
export function readTail(bytes: Uint8Array, from: number, picture: Picture): Attachment[] {
  const trailer = samsungTrailer(bytes, from);
  const end = trailer?.start ?? bytes.length;
  const parts: Attachment[] = [];
  const budget: Budget = { falseStarts: MAX_FALSE_STARTS, searches: 1 };
  for (let at = skipPadding(bytes, from, end); at < end; at = skipPadding(bytes, at, end)) {
    const piece = parts.length < MAX_PIECES ? nextPiece(bytes, at, end, picture, budget) : unknown(at, end);
    parts.push(toPart(piece));
    at = piece.end;
  }
  if (trailer) {
    const { media, start } = trailer;
    parts.push(...media);
    parts.push(toPart({ what: 'vendor trailer', start, end: trailer.end, isProved: true, isNamed: true }));
  }
  return parts;
}

function toPart({ what, start, end, isProved, isNamed }: Piece): Attachment {
  return { what, offset: start, bytes: end - start, isProved, isNamed };
}

function unknown(start: number, end: number): Piece {
  return { what: 'unknown', start, end, isProved: false, isNamed: false };
}

function nextPiece(bytes: Uint8Array, at: number, end: number, picture: Picture, budget: Budget): Piece {
  const known = knownPiece(bytes, at, end, picture, budget);
  if (known) return known;
  const next = nextKnown(bytes, at, end, budget);
  const isVendor = isVendorTrailer(latin1(bytes, at, at + 32), latin1(bytes, next - 32, next));
  return isVendor ? { ...unknown(at, next), what: 'vendor trailer' } : unknown(at, next);
}

function isVendorTrailer(head: string, tail: string): boolean {
  return VENDOR_STARTS.some((start) => head.startsWith(start)) || VENDOR_ENDS.some((end) => tail.endsWith(end));
}

function knownPiece(bytes: Uint8Array, at: number, end: number, picture: Picture, budget: Budget): Piece | null {
  const jpeg = wholePicture(readerOf(bytes), at);
  if (jpeg && jpeg.end <= end) {
    const { what, isNamed } = classify(bytes, at, jpeg, picture);
    return { what, start: at, end: jpeg.end, isProved: true, isNamed };
  }
  const video = walkVideo(bytes, at);
  if (video) {
    const isNamed = picture.index?.isMotionPhoto ?? false;
    return { what: 'motion video', start: at, end: Math.min(video.end, end), isProved: video.hasTracks, isNamed };
  }
  const png = earlierPng(bytes, at, end, budget);
  if (png) return { what: 'earlier picture', start: at, end: png.end, isProved: png.isProved, isNamed: false };
  const leftover = earlierScan(bytes, at, end);
  return leftover === null
    ? null
    : { what: 'earlier picture', start: at, end: leftover, isProved: true, isNamed: false };
}

function classify(
  bytes: Uint8Array,
  start: number,
  jpeg: JpegPicture,
  { width, height, index }: Picture,
): { what: AttachmentKind; isNamed: boolean } {
  const roles = (index?.media ?? [])
    .filter((place) => Math.abs(place.start - start) <= PLACE_TOLERANCE)
    .map(({ role }) => role);
  const isNamed = roles.length > 0;
  const auxiliary = auxiliaryOf(bytes, jpeg) ?? roles.map(auxiliaryKind).find((kind) => kind !== null);
  if (auxiliary) return { what: auxiliary, isNamed };
  if (roles.includes('preview') || isPreview(jpeg, { width, height })) return { what: 'preview', isNamed };
  const isSmaller = jpeg.width * jpeg.height < width * height;
  return { what: isNamed || isSmaller ? 'second picture' : 'earlier picture', isNamed };
}

/** By what a further picture says of itself: Ultra HDR (the attributes of a gain map, not its version), ISO 21496-1, Apple's names. */
function auxiliaryOf(bytes: Uint8Array, jpeg: JpegPicture): AttachmentKind | null {
  const { xmp } = readMediaIndex(bytes, jpeg);
  if (hasProperty(xmp, GAIN_MAP)) return 'gain map';
  const iso = 'urn:iso:std:iso:ts:21496:-1\0';
  // The main picture has the name with a version only.
  const hasIso = jpeg.segments.some(
    (segment) =>
      segment.end - segment.start > iso.length + 4 && latin1(bytes, segment.start, segment.start + iso.length) === iso,
  );
  if (hasIso) return 'gain map';
  const [name] = xmp.flatMap(({ value }) => APPLE_AUXILIARY.exec(value)?.[0] ?? []);
  return auxiliaryKind(name ?? '');
}

/** The same shape within one part in fifty, lying or upright, and smaller: what cameras and galleries keep to show sooner. */
function isPreview(part: { width: number; height: number }, whole: { width: number; height: number }): boolean {
  const shape = ({ width, height }: { width: number; height: number }) =>
    Math.max(width, height) / Math.max(1, Math.min(width, height));
  const isSmaller = part.width * part.height < whole.width * whole.height;
  return isSmaller && Math.abs(shape(part) / shape(whole) - 1) <= 0.02;
}

/** End of coded data of a JPEG whose beginning was overwritten; null where it is none. */
function earlierScan(bytes: Uint8Array, at: number, end: number): number | null {
  const rest = restOfPicture(readerOf(bytes), at);
  if (!rest || rest.end > end || !rest.segments.every(({ marker }) => BETWEEN_SCANS.has(marker))) return null;
  let stuffed = 0;
  for (let mark = bytes.indexOf(0xff, at); mark >= 0 && mark < rest.end && stuffed < MIN_STUFFED; ) {
    if (bytes[mark + 1] === 0) stuffed++;
    mark = bytes.indexOf(0xff, mark + 1);
  }
  return stuffed >= MIN_STUFFED ? rest.end : null;
}

/** Start of the next whole video or JPEG; `end` without one. */
function nextKnown(bytes: Uint8Array, at: number, end: number, budget: Budget): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const find = (what: string, before: number, from: number) => {
    const found = buffer.indexOf(what, from + before, 'latin1');
    return found < 0 || found - before >= end ? end : found - before;
  };
  let jpeg = find('\xff\xd8\xff', 0, at + 1);
  let video = find('ftyp', 4, at + 1);
  while (budget.falseStarts > 0) {
    const start = Math.min(jpeg, video);
    if (start >= end) return end;
    if (start === jpeg ? wholePicture(readerOf(bytes), start) : walkVideo(bytes, start)) return start;
    budget.falseStarts--;
    if (start === jpeg) jpeg = find('\xff\xd8\xff', 0, start + 1);
    if (start === video) video = find('ftyp', 4, start + 1);
  }
  return end;
}

/** Zeros, bytes FF and line ends; not those that begin a video or a picture. */
function skipPadding(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && isPadding(bytes, at)) at++;
  // The length of a video's first box begins with zeros.
  const video = [3, 2].map((zeros) => at - zeros).find((start) => start >= from && walkVideo(bytes, start));
  return video ?? at;
}

function isPadding(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === 0 || byte === 0x0a || byte === 0x0d || (byte === 0xff && bytes[at + 1] !== 0xd8);
}
