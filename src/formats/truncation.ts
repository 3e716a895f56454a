// Whether a file's picture breaks off: decoders fill what is missing with grey and say nothing, above all where a copy that was
// interrupted has left a file of full length whose end is zeros.

import { readItemTable } from './heif/blocks.js';
import { readBoxes } from './isobmff/block-boxes.js';
import { listSegments } from './jpeg/blocks.js';
import { asciiAt, viewOf } from './metadata-block.js';

/** Bytes of a page of memory, in which interrupted copies come. Pictures do not end in as many zeros: libwebp gives a black one of 16 megapixels 1,542. */
const PAGE = 4096;

/** Bytes: a last pixel before the page may be black itself, or have a fourth byte that says nothing. */
const LEEWAY = 4;

/** Types of items that hold a compressed picture or a tile of one (ISO/IEC 23008-12, AV1 Image File Format). */
const CODED = new Set(['hvc1', 'hvt1', 'lhv1', 'av01', 'avc1', 'vvc1', 'evc1', 'j2k1', 'jpeg']);

/**
 * Of JPEG, WebP, HEIF and AVIF, whose decoders do not say it themselves; false for every other type. Those of BMP and PSD ask below.
 * Zeros or other bytes behind a picture that is whole are not damage.
 */
export function endsEarly(bytes: Uint8Array, mediaType: string): boolean {
  switch (mediaType) {
    case 'image/jpeg':
      return !listSegments(bytes).hasEnd;
    case 'image/webp':
      return isWebpCut(bytes);
    case 'image/heic':
    case 'image/heif':
    case 'image/avif':
      return isHeifCut(bytes);
    default:
      return false;
  }
}

function isWebpCut(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at + 4, true);
    if (asciiAt(bytes, at, 3) === 'VP8' && isPartCut(bytes, at + 8, end)) return true;
    at = end + (end % 2);
  }
  return false;
}

function isHeifCut(bytes: Uint8Array): boolean {
  try {
    const coded = readItemTable(bytes).items.filter(({ type, place }) => CODED.has(type) && place?.method === 0);
    const extents = coded.flatMap(({ place }) => place?.extents ?? []);
    // A sequence keeps its pictures outside of items; there the boxes tell.
    if (extents.length === 0) return [...readBoxes(bytes)].length === 0;
    return extents.some(({ start, length }) => isPartCut(bytes, start, length === 0 ? bytes.length : start + length));
  } catch {
    // Boxes that contradict the file's length are what an interrupted copy leaves.
    return true;
  }
}

/**
 * Of pixels that are kept as they are: zeros are black there, so that they count only from a page's beginning on, where an interrupted
 * copy leaves them. A black edge begins there once in a thousand times.
 */
export function arePixelsCut(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return true;
  let from = end;
  while (from > start && bytes[from - 1] === 0) from--;
  return from > start && end - from >= PAGE && (PAGE - (from % PAGE)) % PAGE < LEEWAY;
}

/** Of a compressed picture: whether the file ends within the part, or a page at the part's end, or all of a shorter one, is zeros. */
export function isPartCut(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return true;
  return bytes.subarray(Math.max(start, end - PAGE), end).every((byte) => byte === 0);
}
