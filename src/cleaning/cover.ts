// Paints parts of a picture over. What was there cannot be had back, as it can from a blur.
import type { Sharp } from 'sharp';
import { CleanError } from '../formats/clean-copy.js';
import type { Picture } from '../image/picture.js';
import { loadSharp } from '../image/sharp.js';
import { openPicture } from '../photo/decode.js';
import type { Region } from '../types/detection.js';
import { paintBlack } from './paint.js';

/** Share of its longer side by which a region grows at each side, and pixels at least. */
const MARGIN = 0.15;
const MIN_MARGIN = 8;

/** 0..100; docs/clean.md states it. */
const QUALITY = 95;

/** Spaces of colours in which a picture stays. Others become sRGB, whose black is zero. */
const SPACES: Readonly<Record<string, string>> = {
  ...{ 'b-w': 'b-w', grey16: 'grey16', rgb16: 'rgb16', srgb: 'srgb' },
};

/** Encoders by media type. Others cannot be written. */
const ENCODERS: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  jpeg: (picture) => picture.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: QUALITY }),
  tiff: (picture) => picture.tiff({ compression: 'deflate' }),
  avif: (picture) => picture.avif({ quality: QUALITY }),
};

/**
 * The upright picture in the same format, with a black rectangle over each region.
 * @param regions in pixels of the upright picture
 * @throws CleanError where the format cannot be written, or holds more than one picture
 */
export async function covered(bytes: Uint8Array, mediaType: string, regions: readonly Region[]): Promise<Uint8Array> {
  const encode = ENCODERS[mediaType.replace(/^image\//, '')];
  if (!encode) throw new CleanError('not-encodable');
  const picture = await openPicture(mediaType, bytes);
  if (picture.unseen.length > 0) throw new CleanError('not-encodable');
  return encode(await painted(picture, regions)).toBuffer();
}

/** The upright picture as JPEG, on white where it is transparent. @throws PhotoError */
export async function encodedAnew(
  bytes: Uint8Array,
  mediaType: string,
  regions: readonly Region[],
): Promise<Uint8Array> {
  const picture = await openPicture(mediaType, bytes);
  const opaque = (await painted(picture, regions)).flatten({ background: { r: 255, g: 255, b: 255 } });
  return opaque.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

async function painted(picture: Picture, regions: readonly Region[]): Promise<Sharp> {
  const sharp = await loadSharp();
  const boxes = regions.flatMap((region) => grown(region, picture) ?? []);
  const space = SPACES[(await picture.pipeline('none').metadata()).space ?? ''] ?? 'srgb';
  const { data, info } = await picture
    .pipeline('none')
    .keepIccProfile()
    .toColourspace(space)
    .tiff({ compression: 'none', predictor: 'none', tile: false })
    .toBuffer({ resolveWithObject: true });
  if (info.width !== picture.width || info.height !== picture.height) throw new CleanError('not-encodable');
  paintBlack(data, boxes);
  return sharp(data, { limitInputPixels: false }).keepIccProfile().toColourspace(space);
}

/** Clipped to the picture; null where nothing of it is inside. */
function grown({ left, top, width, height }: Region, picture: { width: number; height: number }): Region | null {
  const margin = Math.max(MIN_MARGIN, MARGIN * Math.max(width, height));
  const from = { x: Math.max(0, Math.floor(left - margin)), y: Math.max(0, Math.floor(top - margin)) };
  const to = {
    x: Math.min(picture.width, Math.ceil(left + width + margin)),
    y: Math.min(picture.height, Math.ceil(top + height + margin)),
  };
  if (to.x <= from.x || to.y <= from.y) return null;
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}
