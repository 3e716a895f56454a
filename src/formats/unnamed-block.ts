// Metadata in a part of a container that is misnamed or not known: recognised by its content.
import { plainBlock } from './block-by-content.js';
import { readerOf } from './byte-reader.js';
import { c2paBlocks } from './c2pa/c2pa.js';
import type { Block } from './metadata-block.js';

export { beginsExif, exifWithoutName, namesPlace, wholeText } from './block-by-content.js';

const JUMBF = /^.{4}jumb/s;

/** Blocks of a known kind; null where the content is none. */
export function knownBlocks(data: Uint8Array): Iterable<Block> | null {
  const plain = plainBlock(data);
  if (plain) return [plain];
  return JUMBF.test(readerOf(data).latin1(0, 8)) ? c2paBlocks(data) : null;
}
