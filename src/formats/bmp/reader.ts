// The operations on a BMP and on an icon.
import { cutOff, furtherPictures, MAX_OWN_PIXELS, openWithSharp, type Picture } from '../../image/picture.js';
import { loadSharp } from '../../image/sharp.js';
import type { FormatReader } from '../format.js';
import { decodeBmp } from './decode.js';
import { largestOfIcon } from './icon.js';

export const bmpReader: FormatReader = {
  // The format cannot hold metadata.
  blocks: () => [],
  decode: openBmp,
};

export const iconReader: FormatReader = { decode: openIcon };

async function openBmp(bytes: Uint8Array): Promise<Picture> {
  const sharp = await loadSharp();
  const { data, width, height, isCut } = decodeBmp(bytes, MAX_OWN_PIXELS);
  // In most files the fourth byte does not mean transparency, whatever its value.
  const pipeline = () => sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  return { width, height, orientation: 1, unseen: cutOff(isCut), pipeline };
}

async function openIcon(bytes: Uint8Array): Promise<Picture> {
  const { isPng, file, pictures } = largestOfIcon(bytes);
  const picture = isPng ? await openWithSharp(file) : await openBmp(file);
  return { ...picture, unseen: [...furtherPictures(pictures), ...picture.unseen] };
}
