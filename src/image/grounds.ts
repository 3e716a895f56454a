// A transparent picture on other grounds than the white one on which it is examined first: what
// transparency hides there may show on black, or without transparency.
import { PhotoError } from '../errors.js';
import { MAX_OWN_PIXELS, type Picture } from './picture.js';
import { loadSharp } from './sharp.js';

export type Ground = 'black' | 'none';

/** Whether any pixel is transparent. False at once where the picture has no such channel. */
export async function isTransparent({ hasAlpha, pipeline, width, height }: Picture): Promise<boolean> {
  if (!hasAlpha) return false;
  if (width * height > MAX_OWN_PIXELS) throw new PhotoError('transparency-unseen');
  const alpha = await pipeline('none')
    .toColourspace('srgb')
    .extractChannel('alpha')
    .raw({ depth: 'uchar' })
    .toBuffer()
    .catch(() => {
      throw new PhotoError('transparency-unseen');
    });
  return alpha.some((value) => value < 255);
}

/** The picture on black, or with the colours that it stores under transparency. */
export async function onGround(picture: Picture, ground: Ground): Promise<Picture> {
  const sharp = await loadSharp();
  const source = picture.pipeline('none');
  // At full size: shrinking weighs colours by their opacity, and would lose those without any.
  const { data, info } = await (ground === 'black' ? source.flatten({ background: '#000000' }) : source)
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new PhotoError('transparency-unseen');
    });
  const { width, height, channels } = info;
  return { ...picture, unseen: [], pipeline: () => sharp(data, { raw: { width, height, channels } }) };
}
