// The metadata of a RAW photo, by the structure of its maker.
import { jpegBlocks } from '../jpeg/blocks.js';
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';
import { isTiffLike, tiffFileBlocks } from '../tiff/file-blocks.js';
import { ciffBlocks, isCiff } from './ciff.js';
import { isX3f, x3fBlocks } from './x3f.js';

/** Fuji's RAW files keep EXIF in a preview, whose offset and length are at byte 84. */
const FUJI = 'FUJIFILMCCD-RAW';

/** Throws MalformedError where the file breaks off or is of a kind that cannot be examined. */
export function* rawBlocks(bytes: Uint8Array): Generator<Block> {
  if (asciiAt(bytes, 0, FUJI.length) === FUJI) {
    const preview = fujiPreview(bytes);
    yield { kind: 'picture', what: 'preview', bytes: preview };
    yield* jpegBlocks(preview);
  } else if (isCiff(bytes)) yield* ciffBlocks(bytes);
  else if (isX3f(bytes)) yield* x3fBlocks(bytes);
  else if (isTiffLike(bytes)) yield* tiffFileBlocks(bytes);
  else throw new MalformedError('no reader for this kind of file');
}

function fujiPreview(bytes: Uint8Array): Uint8Array {
  const start = viewOf(bytes).getUint32(84);
  return slice(bytes, start, start + viewOf(bytes).getUint32(88));
}
