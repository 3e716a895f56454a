// EXIF in files made of boxes, in an item or a box of its own.
import { readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { exifWithoutName } from '../unnamed-block.js';

/**
 * The first four bytes state the distance to the byte order mark. Some writers do not count the
 * header `Exif` that JPEG has, although they write it.
 */
export function exifBlock(data: Uint8Array): Block {
  const file = readerOf(data);
  const tiff = file.bytes(4 + file.u32(0));
  return exifWithoutName(tiff);
}
