// The operations on a TIFF.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { picturesAmong } from '../further-pictures.js';
import type { Block } from '../metadata-block.js';
import { tiffAttachments } from './attachments.js';
import { cleanTiff } from './clean.js';
import { tiffFileBlocks } from './file-blocks.js';
import { isTiffCut } from './truncation.js';

export const reader: FormatReader = {
  blocks,
  attachments: tiffAttachments,
  endsEarly: isTiffCut,
  // The further pictures are pages, and directories below that of the first page.
  decode: (bytes) => openWithSharp(bytes, ({ pages, subifds }) => (pages ?? 1) + (subifds ?? 0)),
  clean: cleanTiff,
  orientedBy: 'exif',
  isReadBySharp: true,
  hasPages: true,
};

function* blocks(bytes: Uint8Array): Generator<Block> {
  yield* tiffFileBlocks(bytes);
  yield* picturesAmong(bytes, tiffAttachments(bytes));
}
