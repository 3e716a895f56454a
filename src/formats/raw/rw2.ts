// RW2, Panasonic's RAW format: built like TIFF. The maker note, which has the serial number, is in
// the EXIF of its preview.
import { readerOf } from '../byte-reader.js';
import { jpegBlocks } from '../jpeg/blocks.js';
import type { Block } from '../metadata-block.js';
import { firstDirectory, openTiff, readDirectory } from '../tiff/directories.js';
import { tiffFileBlocks } from '../tiff/file-blocks.js';

const SIGNATURE = 'IIU\0';
/** The tag whose value is a JPEG, as ExifTool documents it. */
const PREVIEW = 0x002e;

export const isRw2 = (bytes: Uint8Array): boolean => readerOf(bytes).latin1(0, SIGNATURE.length) === SIGNATURE;

/** Throws MalformedError where the preview breaks off, after its directories were read. */
export function* rw2Blocks(bytes: Uint8Array): Generator<Block> {
  yield* tiffFileBlocks(bytes);
  const block = openTiff(bytes);
  const { fields } = block ? readDirectory(block, firstDirectory(block)) : { fields: [] };
  for (const field of fields) if (field.tag === PREVIEW) yield* jpegBlocks(field.bytes);
}
