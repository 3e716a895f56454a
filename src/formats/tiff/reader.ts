// The operations on a TIFF.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { tiffFileBlocks } from './file-blocks.js';
import { isTiffCut } from './truncation.js';

export const reader: FormatReader = {
  blocks: tiffFileBlocks,
  endsEarly: isTiffCut,
  // The further pictures are pages, and directories below that of the first page.
  decode: (bytes) => openWithSharp(bytes, ({ pages, subifds }) => (pages ?? 1) + (subifds ?? 0)),
  orientedBy: 'exif',
  isReadBySharp: true,
  hasPages: true,
};
