// The operations on a Photoshop document.

import { PhotoError } from '../../errors.js';
import { cutOff, MAX_OWN_PIXELS, type Picture } from '../../image/picture.js';
import { loadSharp } from '../../image/sharp.js';
import type { FormatReader } from '../format.js';
import { decodePsd } from './decode.js';
import { psdBlocks } from './resources.js';

export const reader: FormatReader = { blocks: psdBlocks, decode };

async function decode(bytes: Uint8Array): Promise<Picture> {
  const sharp = await loadSharp();
  const { data, width, height, channels, layers, isCut } = decodePsd(bytes, MAX_OWN_PIXELS);
  const pipeline = () => sharp(data, { raw: { width, height, channels } });
  const unseen = [...(layers > 0 ? [new PhotoError('layers-unseen', `${layers}`)] : []), ...cutOff(isCut)];
  return { width, height, orientation: 1, unseen, pipeline };
}
