// Whether a coded picture of a HEIC, HEIF or AVIF breaks off.
import { readerOf } from '../byte-reader.js';
import { boxesIn } from '../isobmff/boxes.js';
import { isPartCut } from '../truncation.js';
import { metaBox } from './blocks.js';
import { listedItems, rangesOf } from './items.js';

/**
 * Types of items that hold a compressed picture or a tile of one (ISO/IEC 23008-12, AV1 Image File
 * Format).
 */
const CODED = new Set(['hvc1', 'hvt1', 'lhv1', 'av01', 'avc1', 'vvc1', 'evc1', 'j2k1', 'jpeg']);

export function isHeifCut(bytes: Uint8Array): boolean {
  const file = readerOf(bytes);
  try {
    const coded = [...listedItems(file, metaBox(file))].filter(({ type }) => CODED.has(type));
    const ranges = coded.flatMap(rangesOf);
    // A sequence keeps its pictures outside of items; there the boxes decide.
    if (ranges.length === 0) return [...boxesIn(file)].length === 0;
    return ranges.some(({ start, end }) => isPartCut(bytes, start, end));
  } catch (error) {
    // Boxes that contradict the file's length are what an interrupted copy leaves.
    if (error instanceof RangeError) return true;
    throw error;
  }
}
