// Finds the black or white bars with which a thumbnail of fixed shape fills the space around the
// picture.

import type { PicturePart } from '../types/embedded.js';
import type { GreyImage } from './grey-image.js';

/**
 * Brightness, 0..255, up to or from which a row can be part of a bar, and the widest spread in it,
 * to allow for JPEG noise.
 */
const BLACK = 24;
const WHITE = 240;
const MAX_SPREAD = 8;

/**
 * Largest share of a side that a bar takes: a 2:1 picture in a square has bars of a quarter each.
 */
const MAX_SHARE = 0.4;

export function withoutLetterbox(image: GreyImage): PicturePart {
  const { width, height } = image;
  const rows = edges(height, (y) =>
    isBar(
      image,
      Array.from({ length: width }, (_, x) => y * width + x),
    ),
  );
  const columns = edges(width, (x) =>
    isBar(
      image,
      Array.from({ length: height }, (_, y) => y * width + x),
    ),
  );
  return { left: columns.from, right: columns.to, top: rows.from, bottom: rows.to };
}

/**
 * Edges as shares of the side. The row next to a bar is cut, too, because the bar bleeds into it.
 */
function edges(length: number, isBarAt: (at: number) => boolean): { from: number; to: number } {
  const most = Math.floor(length * MAX_SHARE);
  let [first, last] = [0, 0];
  while (first < most && isBarAt(first)) first++;
  while (last < most && isBarAt(length - 1 - last)) last++;
  const cut = (amount: number) => (amount === 0 ? 0 : amount + 1);
  return { from: cut(first) / length, to: 1 - cut(last) / length };
}

function isBar({ data }: GreyImage, places: readonly number[]): boolean {
  const values = places.map((place) => data[place]!);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return (mean <= BLACK || mean >= WHITE) && spread <= MAX_SPREAD;
}
