// The metadata of a file that is a TIFF, or built like one.
import { MalformedError, readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';

export function* tiffFileBlocks(bytes: Uint8Array): Generator<Block> {
  if (!isTiffLike(bytes)) throw new MalformedError('no TIFF signature', 0);
  yield { kind: 'tiff', bytes, isWholeFile: true };
}

/**
 * Whether the bytes begin like TIFF or a RAW format built like it. Olympus (`RO`, `RS`) and
 * Panasonic (`U`) write letters in place of the number 42.
 */
export function isTiffLike(bytes: Uint8Array): boolean {
  return /^(II(\*\0|U\0|RO|RS)|MM(\0\*|OR))/.test(readerOf(bytes).latin1(0, 4));
}
