// Opens a HEIC or HEIF as an upright picture. The crop is applied here: libheif refuses a crop that
// removes much.

import { PhotoError } from '../../errors.js';
import { furtherPictures, MAX_PIXELS, type Picture, type ScaleOf } from '../../image/picture.js';
import { loadSharp } from '../../image/sharp.js';
import { MAX_DIVISOR } from '../../image/shrink.js';
import { decodeHeic, type HeicPicture } from './decode.js';
import type { Rectangle } from './geometry.js';
import { uncropped } from './hidden-images.js';
import { heifPictures } from './shown-pictures.js';

/** @throws PhotoError where it cannot be decoded */
export async function openHeic(bytes: Uint8Array, scaleOf?: ScaleOf): Promise<Picture> {
  const { data, width, height, fullSize, hasAlpha } = await decodeUncropped(bytes, scaleOf);
  const sharp = await loadSharp();
  const pipeline = () => sharp(data, { raw: { width, height, channels: 4 } });
  return { ...fullSize, orientation: 1, unseen: furtherPictures(heifPictures(bytes)), hasAlpha, pipeline };
}

async function decodeUncropped(bytes: Uint8Array, scaleOf?: ScaleOf): Promise<HeicPicture> {
  const whole = uncropped(bytes);
  // A crop is applied at full size.
  if (whole) return cropped(await decodeHeic(whole.file, MAX_PIXELS), whole.window);
  // The last halving is done by sharp, which gives a sharper picture.
  const divisorOf =
    scaleOf && ((longSide: number) => Math.min(MAX_DIVISOR, Math.max(1, Math.floor(0.5 / scaleOf(longSide)))));
  return decodeHeic(bytes, MAX_PIXELS, divisorOf);
}

/** The part of an RGBA picture, clipped to its edges. Throws PhotoError where nothing is left. */
function cropped({ data, width, height, hasAlpha }: HeicPicture, window: Rectangle): HeicPicture {
  const [left, top] = [Math.max(0, Math.round(window.left)), Math.max(0, Math.round(window.top))];
  const right = Math.min(width, Math.round(window.left + window.width));
  const bottom = Math.min(height, Math.round(window.top + window.height));
  if (right <= left || bottom <= top) throw new PhotoError('corrupt');
  const part = new Uint8Array((right - left) * (bottom - top) * 4);
  for (let y = top; y < bottom; y++) {
    part.set(data.subarray((y * width + left) * 4, (y * width + right) * 4), (y - top) * (right - left) * 4);
  }
  const size = { width: right - left, height: bottom - top };
  return { data: part, ...size, fullSize: size, hasAlpha };
}
