// The operations on a PNG.
import { beyondPicture, openWithSharp, type Picture } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { pngAttachments } from './attachments.js';
import { hasDataBeyond } from './beyond.js';
import { pngBlocks } from './blocks.js';
import { cleanPng } from './clean.js';
import { pngFrames } from './frames.js';

export const reader: FormatReader = {
  blocks: pngBlocks,
  attachments: pngAttachments,
  decode,
  clean: cleanPng,
  orientedBy: 'exif',
  isReadBySharp: true,
};

async function decode(bytes: Uint8Array): Promise<Picture> {
  const picture = await openWithSharp(bytes, () => pngFrames(bytes));
  return { ...picture, unseen: [...picture.unseen, ...beyondPicture(await hasDataBeyond(bytes))] };
}
