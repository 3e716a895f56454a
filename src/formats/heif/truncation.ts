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
    // A sequence has no items for its pictures. Whether it is whole shows in its boxes.
    if (ranges.length === 0) return [...boxesIn(file)].length === 0;
    return ranges.some(({ start, end }) => isPartCut(bytes, start, end));
  } catch (error) {
    // An interrupted copy leaves boxes that contradict the length of the file.
    if (error instanceof RangeError) return true;
    throw error;
  }
}
