// The largest picture that a camera put into its RAW photo to show it by: found where each maker's structure names it.

import type { ByteRange } from '../attachment.js';
import { boxOf, NumberReader, type PlacedBox, placedBoxes } from '../isobmff/boxes.js';
import { frameOf } from '../jpeg/frame.js';
import { asciiAt, viewOf } from '../metadata-block.js';
import { directoryEntries, directoryStarts, type Entry } from '../tiff/entries.js';
import { OWN_RAW } from './media-types.js';

export interface RawPreview {
  /** A JPEG of its own. */
  readonly bytes: Uint8Array;
  /** As it is stored, in pixels. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation of the RAW photo, 1..8; null where only the preview's own counts. */
  readonly orientation: number | null;
}

/** Tags of TIFF 6.0 and, for JpgFromRaw, of Panasonic's directories (as ExifTool documents them). */
const [COMPRESSION, STRIP_START, ORIENTATION, STRIP_LENGTH] = [0x0103, 0x0111, 0x0112, 0x0117];
const [JPEG_START, JPEG_LENGTH] = [0x0201, 0x0202];
const JPG_FROM_RAW = 0x002e;

/** Values of Compression that mean JPEG: the old form, which Canon uses, and the new one. */
const JPEG_COMPRESSIONS: ReadonlySet<number> = new Set([6, 7]);

/** FUJIFILM's header: place and length of the JPEG, big-endian (as ExifTool documents it). */
const RAF_JPEG = 84;

/** Beginnings of a JPEG that are tried where no structure names one: ORF and older kinds keep theirs in maker notes. */
const MAX_STARTS = 64;

/** A preview with a long side below this shows faces and print too small. In pixels. */
export const MIN_PREVIEW_SIDE = 1000;

/** Null where there is none. Never throws; looks at a bounded number of places. */
export function largestPreview(bytes: Uint8Array, mediaType: string): RawPreview | null {
  const named = largest(bytes, namedPlaces(bytes, mediaType));
  const isEnough = named && Math.max(named.width, named.height) >= MIN_PREVIEW_SIDE;
  const found = isEnough ? named : largest(bytes, [...(named ? [named.place] : []), ...jpegStarts(bytes)]);
  if (!found) return null;
  const { place, width, height } = found;
  return { bytes: bytes.subarray(place.start, place.end), width, height, orientation: orientationOf(bytes, mediaType) };
}

interface Sized {
  readonly place: ByteRange;
  readonly width: number;
  readonly height: number;
}

function largest(bytes: Uint8Array, places: readonly ByteRange[]): Sized | null {
  let best: Sized | null = null;
  for (const place of places) {
    const frame = frameOf(bytes.subarray(place.start, place.end));
    if (frame && frame.width * frame.height > (best ? best.width * best.height : 0)) best = { place, ...frame };
  }
  return best;
}

function namedPlaces(bytes: Uint8Array, mediaType: string): ByteRange[] {
  if (mediaType === OWN_RAW.cr3) return orNone(() => ofCr3(bytes));
  if (mediaType === OWN_RAW.raf) return orNone(() => [ofLength(uint(bytes, RAF_JPEG), uint(bytes, RAF_JPEG + 4))]);
  return orNone(() => ofTiff(bytes));
}

/** Structures that lead out of the file name nothing. */
function orNone<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function ofTiff(bytes: Uint8Array): ByteRange[] {
  return directoryStarts(bytes).flatMap((start) => {
    const entries = directoryEntries(bytes, start);
    const at = (tag: number) => entries.get(tag)?.value ?? 0;
    const places = [ofLength(at(JPEG_START), at(JPEG_LENGTH))];
    const whole: Entry | undefined = entries.get(JPG_FROM_RAW);
    if (whole) places.push(ofLength(whole.value, whole.count));
    const isOneStrip = entries.get(STRIP_START)?.count === 1;
    if (isOneStrip && JPEG_COMPRESSIONS.has(at(COMPRESSION))) places.push(ofLength(at(STRIP_START), at(STRIP_LENGTH)));
    return places;
  });
}

/** The samples of its tracks, of which one is a JPEG of full size, and the preview in a box `uuid`. */
function ofCr3(bytes: Uint8Array): ByteRange[] {
  const top = placedBoxes(bytes, { start: 0, end: bytes.length });
  const moov = boxOf(top, 'moov');
  const tracks = moov ? placedBoxes(bytes, moov).filter(({ type }) => type === 'trak') : [];
  const previews = top.filter(({ type }) => type === 'uuid').flatMap((uuid) => previewIn(bytes, uuid));
  return [...tracks.flatMap((track) => firstSample(bytes, track)), ...previews];
}

function firstSample(bytes: Uint8Array, track: PlacedBox): ByteRange[] {
  let box: PlacedBox | undefined = track;
  for (const type of ['mdia', 'minf', 'stbl']) box = box && boxOf(placedBoxes(bytes, box), type);
  const tables = box ? placedBoxes(bytes, box) : [];
  const [sizes, long, short] = [boxOf(tables, 'stsz'), boxOf(tables, 'co64'), boxOf(tables, 'stco')];
  const places = long ?? short;
  if (!sizes || !places) return [];
  const size = new NumberReader(bytes, sizes.start + 4, sizes.end);
  // One size for all samples, or 0, a count, and one for each.
  const common = size.next(4);
  size.next(4);
  const length = common > 0 ? common : size.next(4);
  const place = new NumberReader(bytes, places.start + 8, places.end).next(long ? 8 : 4);
  return [ofLength(place, length)];
}

/** 16 bytes of name and 8 more before the box `PRVW`, whose JPEG begins behind its size (as ExifTool documents it). */
function previewIn(bytes: Uint8Array, { start, end }: PlacedBox): ByteRange[] {
  if (asciiAt(bytes, start + 28, 4) !== 'PRVW') return [];
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(
    '\xff\xd8\xff',
    start + 32,
    'latin1',
  );
  return at > 0 && at < start + 96 ? [{ start: at, end }] : [];
}

function jpegStarts(bytes: Uint8Array): ByteRange[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: ByteRange[] = [];
  let at = buffer.indexOf('\xff\xd8\xff', 0, 'latin1');
  for (; at >= 0 && places.length < MAX_STARTS; at = buffer.indexOf('\xff\xd8\xff', at + 3, 'latin1')) {
    places.push({ start: at, end: bytes.length });
  }
  return places;
}

function orientationOf(bytes: Uint8Array, mediaType: string): number | null {
  const [value] = orNone(() => {
    const block = mediaType === OWN_RAW.cr3 ? cr3Directory(bytes) : bytes;
    const [first] = block ? directoryStarts(block) : [];
    const found = block && first !== undefined ? directoryEntries(block, first).get(ORIENTATION)?.value : undefined;
    return found === undefined ? [] : [found];
  });
  return value !== undefined && value >= 1 && value <= 8 ? value : null;
}

/** Box `CMT1` below `moov`: the first directory as a TIFF block. */
function cr3Directory(bytes: Uint8Array): Uint8Array | null {
  const moov = boxOf(placedBoxes(bytes, { start: 0, end: bytes.length }), 'moov');
  const uuid = moov && boxOf(placedBoxes(bytes, moov), 'uuid');
  const block = uuid && boxOf(placedBoxes(bytes, { start: uuid.start + 16, end: uuid.end }), 'CMT1');
  return block ? bytes.subarray(block.start, block.end) : null;
}

function ofLength(start: number, length: number): ByteRange {
  return { start, end: start + length };
}

function uint(bytes: Uint8Array, at: number): number {
  return viewOf(bytes).getUint32(at);
}
