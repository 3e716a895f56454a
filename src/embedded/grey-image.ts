// Grey images, and the correlation between two of them.

import { type Pixels, resize } from '../image/raster.js';
import type { PicturePart } from '../types/embedded.js';

/** Brightness 0..255, row by row. */
export interface GreyImage {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: PicturePart = { left: 0, top: 0, right: 1, bottom: 1 };

/** The picture in grey, its long side at most `longSide` pixels. */
export async function toGreyImage(pixels: Pixels, longSide: number): Promise<GreyImage> {
  const scale = Math.min(1, longSide / Math.max(pixels.width, pixels.height));
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const { data: rgb } = await resize(pixels, width, height);
  const data = new Float32Array(width * height);
  for (let at = 0; at < data.length; at++) {
    // ITU-R BT.601 weights of red, green and blue in brightness.
    data[at] = 0.299 * rgb[3 * at]! + 0.587 * rgb[3 * at + 1]! + 0.114 * rgb[3 * at + 2]!;
  }
  return { data, width, height };
}

/** Product of the two standard deviations, for one pixel, below which only rounding is left. */
export const SPREAD_OF_NOISE = 1e-3;

/**
 * Normalised cross-correlation of two images of the same size, -1..1. 1 where they differ only in
 * brightness and contrast, 0 where one is flat.
 */
export function likeness(a: GreyImage, b: GreyImage): number {
  const count = a.data.length;
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const [x, y] = [a.data[at]!, b.data[at]!];
    sumA += x;
    sumB += y;
    sumAA += x * x;
    sumBB += y * y;
    sumAB += x * y;
  }
  const spread = Math.sqrt((sumAA - (sumA * sumA) / count) * (sumBB - (sumB * sumB) / count));
  return spread > SPREAD_OF_NOISE * count ? (sumAB - (sumA * sumB) / count) / spread : 0;
}

/** Standard deviation of brightness, 0..128. */
export function contrast({ data }: GreyImage): number {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < data.length; at++) {
    sum += data[at]!;
    squares += data[at]! ** 2;
  }
  return Math.sqrt(Math.max(0, squares / data.length - (sum / data.length) ** 2));
}
