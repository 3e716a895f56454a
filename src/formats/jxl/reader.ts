// The operations on a JPEG XL.
import { cutOff, furtherPictures, openWithSharp, type Picture } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { jxlBlocks } from './blocks.js';
import { cleanJxl } from './clean.js';
import { decodeJxl } from './decode.js';
import { hasExtraJxlData } from './unread-data.js';

export const reader: FormatReader = {
  blocks: jxlBlocks,
  decode,
  clean: cleanJxl,
  hasUnreadData: hasExtraJxlData,
  orientedBy: 'itself',
};

async function decode(bytes: Uint8Array): Promise<Picture> {
  const { png, frames, isCut } = await decodeJxl(bytes);
  const picture = await openWithSharp(png);
  return { ...picture, unseen: [...furtherPictures(frames), ...cutOff(isCut)] };
}
