// Whether a coded picture of a HEIC, HEIF or AVIF breaks off.
import { readBoxes } from '../isobmff/block-boxes.js';
import { isPartCut } from '../truncation.js';
import { readItemTable } from './blocks.js';

/** Types of items that hold a compressed picture or a tile of one (ISO/IEC 23008-12, AV1 Image File Format). */
const CODED = new Set(['hvc1', 'hvt1', 'lhv1', 'av01', 'avc1', 'vvc1', 'evc1', 'j2k1', 'jpeg']);

export function isHeifCut(bytes: Uint8Array): boolean {
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
