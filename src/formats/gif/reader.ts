// The operations on a GIF.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { gifAttachments } from './attachments.js';
import { gifBlocks } from './blocks.js';
import { cleanGif } from './clean.js';

export const reader: FormatReader = {
  blocks: gifBlocks,
  attachments: gifAttachments,
  decode: (bytes) => openWithSharp(bytes),
  clean: cleanGif,
  isReadBySharp: true,
};
