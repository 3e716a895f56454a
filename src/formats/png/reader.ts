// The operations on a PNG.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { pngAttachments } from './attachments.js';
import { pngBlocks } from './blocks.js';
import { pngFrames } from './frames.js';

export const reader: FormatReader = {
  blocks: pngBlocks,
  attachments: pngAttachments,
  decode: (bytes) => openWithSharp(bytes, () => pngFrames(bytes)),
  orientedBy: 'exif',
  isReadBySharp: true,
};
