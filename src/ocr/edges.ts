// Measures how much the colour of a picture changes across a straight line, as it does at the edge
// of a document.
import type { Pixels } from '../image/raster.js';
import type { Point } from '../types/raster.js';

/** Distances from the line, in pixels, at which the colours on its two sides are compared. */
const NEAR = 1.5;
const FAR = 3;
/** Colour channels. */
const CHANNELS = 3;

/** A change of colour across a line. */
export interface Step {
  /**
   * Length of the mean change over the samples, 0..441. Large only if the colour changes in the
   * same way along the whole line.
   */
  readonly strength: number;
  /** Share of the samples that change like the mean, 0..1. */
  readonly share: number;
  /** Share of the samples inside the picture, 0..1. */
  readonly inside: number;
}

/** Minimum change in the direction of the mean, in levels, of a sample that supports the edge. */
const MIN_CHANGE = 5;

/** Index of the pixel at (x, y). -1 outside the picture. */
function pixelAt({ width, height }: Pixels, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? -1 : (row * width + column) * CHANNELS;
}

/**
 * Adds the change of colour across the line at (x, y) to `into` at `at`. False if the point is
 * outside the picture.
 */
function changeAt(pixels: Pixels, x: number, y: number, normal: Point, into: Float64Array, at: number): boolean {
  const { data } = pixels;
  const before = pixelAt(pixels, x - normal.x * NEAR, y - normal.y * NEAR);
  const after = pixelAt(pixels, x + normal.x * NEAR, y + normal.y * NEAR);
  const farBefore = pixelAt(pixels, x - normal.x * FAR, y - normal.y * FAR);
  const farAfter = pixelAt(pixels, x + normal.x * FAR, y + normal.y * FAR);
  if (before < 0 || after < 0 || farBefore < 0 || farAfter < 0) return false;
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const inner = data[before + channel]! + data[farBefore + channel]!;
    const outer = data[after + channel]! + data[farAfter + channel]!;
    into[at + channel] = (inner - outer) / 2;
  }
  return true;
}

/**
 * The step across the straight line from `from` to `to`. `normal` has length 1 and points outwards.
 * Measures at `samples` points.
 */
export function stepAcross(pixels: Pixels, from: Point, to: Point, normal: Point, samples: number): Step {
  const changes = new Float64Array(samples * CHANNELS);
  const mean = [0, 0, 0];
  let count = 0;
  for (let index = 0; index < samples; index += 1) {
    const along = (index + 0.5) / samples;
    const [x, y] = [from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along];
    if (!changeAt(pixels, x, y, normal, changes, count * CHANNELS)) continue;
    for (let channel = 0; channel < CHANNELS; channel += 1) mean[channel]! += changes[count * CHANNELS + channel]!;
    count += 1;
  }
  if (count === 0) return { strength: 0, share: 0, inside: 0 };
  const strength = Math.hypot(...mean) / count;
  let alike = 0;
  for (let index = 0; index < count; index += 1) {
    let dot = 0;
    for (let channel = 0; channel < CHANNELS; channel += 1)
      dot += changes[index * CHANNELS + channel]! * mean[channel]!;
    const projected = dot / count / Math.max(strength, 1e-6);
    if (projected >= Math.max(MIN_CHANGE, strength / 3)) alike += 1;
  }
  return { strength, share: alike / count, inside: count / samples };
}
