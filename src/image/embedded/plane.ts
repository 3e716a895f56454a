// Grey planes: making them, sampling a part of one at another size, and how alike two are.
import { type Pixels, resize } from '../raster.js';

/** Brightness 0..255, row by row. */
export interface Plane {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** A part of a plane as shares of its sides, 0..1. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHOLE: Part = { left: 0, top: 0, right: 1, bottom: 1 };

/** The picture in grey, its long side at most `longSide` pixels. */
export async function toPlane(pixels: Pixels, longSide: number): Promise<Plane> {
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

/** A part at width x height pixels: each is the mean of the area that it covers, so that shrinking does not flicker. */
export function sample(plane: Plane, part: Part, width: number, height: number): Plane {
  const columns = weights(part.left * plane.width, part.right * plane.width, width, plane.width);
  const rows = weights(part.top * plane.height, part.bottom * plane.height, height, plane.height);
  const narrow = new Float32Array(width * plane.height);
  const [firstRow, lastRow] = [rows[0]!.from, rows[height - 1]!.from + rows[height - 1]!.shares.length];
  for (let y = firstRow; y < lastRow; y++) {
    for (let x = 0; x < width; x++) {
      const { from, shares } = columns[x]!;
      let sum = 0;
      for (let k = 0; k < shares.length; k++) sum += shares[k]! * plane.data[y * plane.width + from + k]!;
      narrow[y * width + x] = sum;
    }
  }
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const { from, shares } = rows[y]!;
    for (let k = 0; k < shares.length; k++) {
      for (let x = 0; x < width; x++) data[y * width + x]! += shares[k]! * narrow[(from + k) * width + x]!;
    }
  }
  return { data, width, height };
}

/** For each of `count` pixels between `start` and `end`: the pixels of the source that it covers and the share of each. */
function weights(start: number, end: number, count: number, limit: number): { from: number; shares: number[] }[] {
  const step = (end - start) / count;
  return Array.from({ length: count }, (_, index) => {
    const [low, high] = [start + index * step, start + (index + 1) * step];
    const from = Math.max(0, Math.min(limit - 1, Math.floor(low)));
    const to = Math.max(from + 1, Math.min(limit, Math.ceil(high - 1e-6)));
    const raw = Array.from({ length: to - from }, (_, k) =>
      Math.max(0, Math.min(high, from + k + 1) - Math.max(low, from + k)),
    );
    const sum = raw.reduce((total, share) => total + share, 0);
    return { from, shares: raw.map((share) => (sum > 0 ? share / sum : 1 / raw.length)) };
  });
}

/** Normalised cross-correlation of planes of one size, -1..1: 1 where one is the other but for brightness and contrast. 0 where one is flat. */
export function likeness(a: Plane, b: Plane): number {
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
  return spread > 1e-3 * count ? (sumAB - (sumA * sumB) / count) / spread : 0;
}

/** Standard deviation of brightness, 0..128. */
export function contrast({ data }: Plane): number {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
}
