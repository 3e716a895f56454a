// The metadata of a RAW photo, by the structure of its maker.
import { MalformedError, readerOf } from '../byte-reader.js';
import { jpegBlocks } from '../jpeg/blocks.js';
import type { Block } from '../metadata-block.js';
import { isTiffLike, tiffFileBlocks } from '../tiff/file-blocks.js';
import { ciffBlocks, isCiff } from './ciff.js';
import { cr3Blocks, isCr3 } from './cr3.js';
import { isMrw, mrwBlocks } from './mrw.js';
import { isRaf, rafPreview } from './raf.js';
import { isRw2, rw2Blocks } from './rw2.js';
import { isX3f, x3fBlocks } from './x3f.js';

/** Throws MalformedError where the file breaks off or has an unsupported format. */
export function* rawBlocks(bytes: Uint8Array): Generator<Block> {
  if (isRaf(bytes)) {
    const { start, end } = rafPreview(bytes);
    const preview = readerOf(bytes).bytes(start, end);
    yield { kind: 'picture', what: 'preview', bytes: preview };
    yield* jpegBlocks(preview);
  } else if (isCiff(bytes)) yield* ciffBlocks(bytes);
  else if (isX3f(bytes)) yield* x3fBlocks(bytes);
  else if (isCr3(bytes)) yield* cr3Blocks(bytes);
  else if (isMrw(bytes)) yield* mrwBlocks(bytes);
  else if (isRw2(bytes)) yield* rw2Blocks(bytes);
  else if (isTiffLike(bytes)) yield* tiffFileBlocks(bytes);
  else throw new MalformedError('no reader for this kind of file');
}
