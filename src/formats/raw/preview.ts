// Finds the largest preview in a RAW photo, by the structures of each camera maker.

import type { ByteRange } from '../byte-reader.js';
import { frameOf } from '../jpeg/frame.js';
import { firstDirectory, openTiff, readDirectory, walkDirectories } from '../tiff/directories.js';
import { picturesOf } from '../tiff/named-pictures.js';
import { cr3Directory, cr3Previews } from './cr3.js';
import { OWN_RAW } from './media-types.js';
import { rafPreview } from './raf.js';

export interface RawPreview {
  /** A JPEG file of its own. */
  readonly bytes: Uint8Array;
  /** Size in pixels, as stored. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation of the RAW photo, 1..8. Null where only the preview's own counts. */
  readonly orientation: number | null;
}

/** Tag of TIFF 6.0. */
const ORIENTATION = 0x0112;

/**
 * Starts of a JPEG that are tried where no directory names one: ORF and older formats name theirs
 * in maker notes.
 */
const MAX_STARTS = 64;

/** Pixels of the long side. A smaller preview shows faces and print too small. */
export const MIN_PREVIEW_SIDE = 1000;

/** Null where there is none. Never throws. Tries a bounded number of ranges. */
export function largestPreview(bytes: Uint8Array, mediaType: string): RawPreview | null {
  const named = largest(bytes, namedRanges(bytes, mediaType));
  const isEnough = named && Math.max(named.width, named.height) >= MIN_PREVIEW_SIDE;
  const found = isEnough ? named : largest(bytes, [...(named ? [named.range] : []), ...jpegStarts(bytes)]);
  if (!found) return null;
  const { range, width, height } = found;
  return { bytes: bytes.subarray(range.start, range.end), width, height, orientation: orientationOf(bytes, mediaType) };
}

interface Sized {
  readonly range: ByteRange;
  readonly width: number;
  readonly height: number;
}

function largest(bytes: Uint8Array, ranges: readonly ByteRange[]): Sized | null {
  let best: Sized | null = null;
  for (const range of ranges) {
    const frame = frameOf(bytes.subarray(range.start, range.end));
    if (frame && frame.width * frame.height > (best ? best.width * best.height : 0)) best = { range, ...frame };
  }
  return best;
}

function namedRanges(bytes: Uint8Array, mediaType: string): ByteRange[] {
  if (mediaType === OWN_RAW.cr3) return orNone(() => cr3Previews(bytes));
  if (mediaType === OWN_RAW.raf) return orNone(() => [rafPreview(bytes)]);
  return orNone(() => ofTiff(bytes));
}

/** Where a structure leads out of the file, it names nothing. */
function orNone<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function ofTiff(bytes: Uint8Array): ByteRange[] {
  const block = openTiff(bytes);
  if (!block) return [];
  return [...walkDirectories(block)]
    .filter(({ kind }) => kind === 'main')
    .flatMap(({ fields, isFirst }) => picturesOf(block.reader, fields, { isFirst, isWholeFile: true }))
    .map(({ start, length }) => ofLength(start, length));
}

function jpegStarts(bytes: Uint8Array): ByteRange[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges: ByteRange[] = [];
  let at = buffer.indexOf('\xff\xd8\xff', 0, 'latin1');
  for (; at >= 0 && ranges.length < MAX_STARTS; at = buffer.indexOf('\xff\xd8\xff', at + 3, 'latin1')) {
    ranges.push({ start: at, end: bytes.length });
  }
  return ranges;
}

function orientationOf(bytes: Uint8Array, mediaType: string): number | null {
  const [value] = orNone(() => {
    const tiff = mediaType === OWN_RAW.cr3 ? cr3Directory(bytes) : bytes;
    const block = tiff && openTiff(tiff);
    const { fields } = block ? readDirectory(block, firstDirectory(block)) : { fields: [] };
    return fields.filter(({ tag }) => tag === ORIENTATION).flatMap((field) => field.numbers(1));
  });
  return value !== undefined && value >= 1 && value <= 8 ? value : null;
}

function ofLength(start: number, length: number): ByteRange {
  return { start, end: start + length };
}
