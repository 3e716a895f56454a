// EXIF as files made of boxes hold it, in an item or a box of its own.
import { readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';

/**
 * Four bytes state how much later the byte order mark is; some writers forget JPEG's own header in
 * that number.
 */
export function exifBlock(data: Uint8Array): Block {
  const file = readerOf(data);
  const tiff = file.bytes(4 + file.u32(0));
  return { kind: 'tiff', bytes: readerOf(tiff).latin1(0, 5) === 'Exif\0' ? tiff.subarray(6) : tiff };
}
