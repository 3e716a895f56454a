// The metadata of a file that is a TIFF as a whole, or built like one.
import { asciiAt, type Block, MalformedError } from '../metadata-block.js';

export function* tiffFileBlocks(bytes: Uint8Array): Generator<Block> {
  if (!isTiffLike(bytes)) throw new MalformedError('no TIFF signature');
  yield { kind: 'tiff', bytes, isWholeFile: true };
}

/** TIFF and the RAW formats that are built like it; Olympus (`RO`, `RS`) and Panasonic (`U`) write letters where TIFF has 42. */
export function isTiffLike(bytes: Uint8Array): boolean {
  return /^(II(\*\0|U\0|RO|RS)|MM(\0\*|OR))/.test(asciiAt(bytes, 0, 4));
}
