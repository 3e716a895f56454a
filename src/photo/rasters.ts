// Pipelines of sharp as rasters: at which scale, and of which part of the picture.
import type { Sharp } from 'sharp';
import { PhotoError } from '../errors.js';
import type { Region } from '../types/detection.js';
import type { Raster } from '../types/raster.js';

/**
 * Pixels of the long side at the analysis size. The JPEG decoder itself produces an exact half,
 * quarter or eighth, at a third of the cost.
 */
const MAX_ANALYSIS_SIDE = 1600;

/**
 * The scale at which the picture is analysed, 0..1. One over a power of two up to 8 where that is
 * enough, so that the decoder does the scaling.
 */
export function analysisScale(longSide: number): number {
  for (const divisor of [1, 2, 4, 8]) if (longSide / divisor <= MAX_ANALYSIS_SIDE) return 1 / divisor;
  return MAX_ANALYSIS_SIDE / longSide;
}

/** The part in whole pixels, inside of a picture of this size. */
export function clip(part: Region, width: number, height: number): Region {
  const left = Math.max(0, Math.min(width - 1, Math.floor(part.left)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(part.top)));
  const right = Math.max(left + 1, Math.min(width, Math.ceil(part.left + part.width)));
  const bottom = Math.max(top + 1, Math.min(height, Math.ceil(part.top + part.height)));
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * RGB bytes of the pipeline's output. Transparent parts become white, like in a viewer with a white
 * page.
 */
export async function toRaster(source: Sharp, covers: Region, scale: number): Promise<Raster> {
  const width = Math.max(1, Math.ceil(covers.width * scale));
  const height = Math.max(1, Math.ceil(covers.height * scale));
  try {
    const resized = scale !== 1 ? source.resize(width, height, { fit: 'fill' }) : source;
    const { data, info } = await resized
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new PhotoError('corrupt');
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
      covers,
    };
  } catch {
    // libvips names file internals in its messages, so that only the code is kept.
    throw new PhotoError('corrupt');
  }
}

/** Difference of a colour, 0..255, up to which two rasters of one picture show the same. */
const MAX_NOISE = 8;

export function isAlike(one: Raster, other: Raster): boolean {
  return one.data.every((value, at) => Math.abs(value - (other.data[at] ?? 0)) <= MAX_NOISE);
}
