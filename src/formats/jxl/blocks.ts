// The metadata of JPEG XL (ISO/IEC 18181-2). A picture without boxes has none.
import { MalformedError, readerOf } from '../byte-reader.js';
import { metadataBoxes } from '../isobmff/metadata-boxes.js';
import type { Block } from '../metadata-block.js';

/** The first two bytes of a picture without a container. */
export const BARE_JXL = '\xff\x0a';

export function* jxlBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  if (file.latin1(0, 2) === BARE_JXL) return;
  if (file.latin1(4, 4) !== 'JXL ') throw new MalformedError('no JPEG XL signature', 0);
  yield* metadataBoxes(file);
}
