// Finds the blocks of metadata inside a file, whatever its container.

import { gifBlocks } from './gif/blocks.js';
import { heifBlocks } from './heif/blocks.js';
import { jpegBlocks } from './jpeg/blocks.js';
import { jp2Blocks, jxlBlocks } from './jpeg-2000/blocks.js';
import { asciiAt, type Block, MalformedError, slice, viewOf } from './metadata-block.js';
import { pngBlocks } from './png/blocks.js';
import { psdBlocks } from './psd/resources.js';
import { ciffBlocks, isCiff } from './raw/ciff.js';
import { isX3f, x3fBlocks } from './raw/x3f.js';
import { webpBlocks } from './webp/blocks.js';

type Finder = (bytes: Uint8Array) => Generator<Block>;

const FINDERS: Readonly<Record<string, Finder>> = {
  'image/jpeg': jpegBlocks,
  'image/png': pngBlocks,
  'image/webp': webpBlocks,
  'image/gif': gifBlocks,
  'image/heic': heifBlocks,
  'image/heif': heifBlocks,
  'image/avif': heifBlocks,
  'image/jxl': jxlBlocks,
  'image/jp2': jp2Blocks,
  'image/vnd.adobe.photoshop': psdBlocks,
  // The format has no place for metadata.
  'image/bmp': function* nothing() {},
};

/** Fuji's RAW files keep EXIF in a preview, whose place and length stand at byte 84. */
const FUJI = 'FUJIFILMCCD-RAW';

function fujiPreview(bytes: Uint8Array): Uint8Array {
  const start = viewOf(bytes).getUint32(84);
  return slice(bytes, start, start + viewOf(bytes).getUint32(88));
}

/** Yields the blocks in file order; throws where the file breaks off or is of a kind that cannot be examined. */
export function* findBlocks(bytes: Uint8Array, mediaType: string): Generator<Block> {
  const finder = FINDERS[mediaType];
  if (finder) yield* finder(bytes);
  else if (asciiAt(bytes, 0, FUJI.length) === FUJI) {
    const preview = fujiPreview(bytes);
    yield { kind: 'picture', what: 'preview', bytes: preview };
    yield* jpegBlocks(preview);
  } else if (isCiff(bytes)) yield* ciffBlocks(bytes);
  else if (isX3f(bytes)) yield* x3fBlocks(bytes);
  else if (isTiff(bytes)) yield { kind: 'tiff', bytes, isWholeFile: true };
  else throw new MalformedError('no reader for this kind of file');
}

/** TIFF and the RAW formats that are built like it; Olympus (`RO`, `RS`) and Panasonic (`U`) write letters where TIFF has 42. */
function isTiff(bytes: Uint8Array): boolean {
  return /^(II(\*\0|U\0|RO|RS)|MM(\0\*|OR))/.test(asciiAt(bytes, 0, 4));
}
