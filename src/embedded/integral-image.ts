// Integral images (summed-area tables): the sum over any rectangle takes four reads, so that
// resampling a part costs no more than its output pixels.

import type { PicturePart } from '../types/embedded.js';
import type { GreyImage } from './grey-image.js';

/** A grey image with its summed-area table. */
export interface IntegralImage extends GreyImage {
  /** At (width + 1) * y + x: the sum of all values above y and left of x. */
  readonly sums: Float64Array;
}

export function integralImage({ data, width, height }: GreyImage): IntegralImage {
  return { data, width, height, sums: summedAreas(data, width, height) };
}

export function summedAreas(data: Float32Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    const above = y * (width + 1) + 1;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[above + width + 1 + x] = sums[above + x]! + row;
    }
  }
  return sums;
}

/**
 * The sum over the rectangle from left, top to right, bottom (exclusive). `width` is that of the
 * image.
 */
export function sumOf(
  sums: Float64Array,
  width: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const [above, below] = [top * (width + 1), bottom * (width + 1)];
  return sums[below + right]! - sums[below + left]! - sums[above + right]! + sums[above + left]!;
}

/**
 * A part at width x height pixels. Each pixel is the mean of the area that it covers, which avoids
 * aliasing.
 */
export function sample(image: IntegralImage, part: PicturePart, width: number, height: number): GreyImage {
  const columns = borders(part.left, part.right, width, image.width);
  const rows = borders(part.top, part.bottom, height, image.height);
  const area = columns.step * rows.step;
  const data = new Float32Array(width * height);
  let above: Float64Array = sumsAlong(image, columns, rows, 0, new Float64Array(width + 1));
  let below: Float64Array = new Float64Array(width + 1);
  for (let y = 0; y < height; y++) {
    sumsAlong(image, columns, rows, y + 1, below);
    for (let x = 0; x < width; x++) {
      data[y * width + x] = (below[x + 1]! - below[x]! - above[x + 1]! + above[x]!) / area;
    }
    [above, below] = [below, above];
  }
  return { data, width, height };
}

/**
 * Pixels of the image that a sampled pixel covers at least. Without it, a part of a tiny picture
 * may cover none.
 */
const MIN_STEP = 1e-3;

/**
 * Edges of the sampled pixels, in pixels of the image: the whole pixel below, and the fraction
 * beyond it, 0..1.
 */
interface Borders {
  readonly whole: Int32Array;
  readonly beyond: Float64Array;
  /** Pixels of the image from one edge to the next. */
  readonly step: number;
}

/** @param from as a share of the side, which is `length` pixels long */
function borders(from: number, to: number, count: number, length: number): Borders {
  const step = Math.max(MIN_STEP, ((to - from) * length) / count);
  const [whole, beyond] = [new Int32Array(count + 1), new Float64Array(count + 1)];
  for (let index = 0; index <= count; index++) {
    const at = from * length + index * step;
    whole[index] = Math.max(0, Math.min(length - 1, Math.floor(at)));
    beyond[index] = Math.max(0, Math.min(1, at - whole[index]!));
  }
  return { whole, beyond, step };
}

/**
 * The summed areas at each vertical edge for one horizontal edge. Inside a pixel they grow
 * linearly.
 */
function sumsAlong(
  { sums, width }: IntegralImage,
  columns: Borders,
  rows: Borders,
  row: number,
  into: Float64Array,
): Float64Array {
  const above = rows.whole[row]! * (width + 1);
  const below = above + width + 1;
  const down = rows.beyond[row]!;
  for (let index = 0; index < into.length; index++) {
    const x = columns.whole[index]!;
    const across = columns.beyond[index]!;
    const [upper, lower] = [sums[above + x]!, sums[below + x]!];
    const left = upper + down * (lower - upper);
    const [upperRight, lowerRight] = [sums[above + x + 1]!, sums[below + x + 1]!];
    into[index] = left + across * (upperRight + down * (lowerRight - upperRight) - left);
  }
  return into;
}
