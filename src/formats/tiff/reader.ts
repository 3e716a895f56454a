// What can be done with a TIFF.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { tiffFileBlocks } from './file-blocks.js';

export const reader: FormatReader = {
  blocks: tiffFileBlocks,
  // Further pictures are pages, and directories below the first page's.
  decode: (bytes) => openWithSharp(bytes, ({ pages, subifds }) => (pages ?? 1) + (subifds ?? 0)),
  orientedBy: 'exif',
  isReadBySharp: true,
  hasPages: true,
};
