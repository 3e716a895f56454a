// Sharpens a grey picture. Adds the difference between a pixel and its blurred surroundings once or
// several times.
import type { Grey } from './grey.js';

/**
 * Factors for the difference: in flat parts (differences up to FLAT_LEVELS), and for the part of a
 * difference above that.
 */
export interface Strength {
  readonly flat: number;
  readonly jagged: number;
}

/**
 * Largest difference of a flat part, and the limits on how much a pixel is darkened or lightened.
 * In grey levels. libvips' sharpen defaults, converted to 255ths.
 */
const FLAT_LEVELS = 5;
const MAX_LIGHTER = 25;
const MAX_DARKER = 50;
/** The blur drops weights below this share of the middle weight. */
const MIN_WEIGHT = 0.1;

/** `sigma` is the Gaussian blur in pixels, above 0. */
export function sharpen(grey: Grey, sigma: number, strength: Strength): Grey {
  const { data, width, height } = grey;
  const blurred = blur(grey, sigma);
  const added = additions(strength);
  const sharp = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at++) sharp[at] = data[at]! + added[data[at]! - blurred[at]! + 255]!;
  return { data: new Uint8Array(sharp.buffer), width, height };
}

/** What is added for each difference from -255 to 255. */
function additions({ flat, jagged }: Strength): Int16Array {
  return Int16Array.from({ length: 511 }, (_, index) => {
    const difference = index - 255;
    const size = Math.abs(difference);
    const added = Math.min(size, FLAT_LEVELS) * flat + Math.max(0, size - FLAT_LEVELS) * jagged;
    return difference < 0 ? -Math.min(added, MAX_DARKER) : Math.min(added, MAX_LIGHTER);
  });
}

/**
 * Weights of the middle pixel and of each pixel further away, in 4096ths. Both sides together sum
 * to 4096.
 */
function weightsOf(sigma: number): readonly number[] {
  const reach = Math.floor(sigma * Math.sqrt(-2 * Math.log(MIN_WEIGHT)));
  const shape = Array.from({ length: reach + 1 }, (_, x) => Math.exp((-x * x) / (2 * sigma * sigma)));
  const total = shape.reduce((sum, weight, x) => sum + (x === 0 ? weight : 2 * weight), 0);
  // The middle pixel counts once for each side.
  return shape.map((weight, x) => Math.round((weight / total) * (x === 0 ? 2048 : 4096)));
}

/** Pixels outside the picture repeat its edge. */
function blur({ data, width, height }: Grey, sigma: number): Uint8Array {
  const weights = weightsOf(sigma);
  const reach = weights.length - 1;
  const along = new Uint8Array(data.length);
  const row = new Uint8Array(width + 2 * reach);
  const sums = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    const from = y * width;
    row.fill(data[from]!, 0, reach).set(data.subarray(from, from + width), reach);
    row.fill(data[from + width - 1]!, reach + width);
    weights.forEach((weight, away) => {
      addPair(sums, weight, row, reach - away, reach + away);
    });
    store(sums, along, from);
  }
  const both = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    weights.forEach((weight, away) => {
      const above = Math.max(0, y - away) * width;
      const below = Math.min(height - 1, y + away) * width;
      addPair(sums, weight, along, above, below);
    });
    store(sums, both, y * width);
  }
  return both;
}

/** Adds the weighted pixels that start at `a` and at `b`. */
function addPair(sums: Int32Array, weight: number, data: Uint8Array, a: number, b: number): void {
  for (let x = 0; x < sums.length; x++) sums[x]! += Math.imul(weight, data[a + x]! + data[b + x]!);
}

/** Writes the sums as levels, and clears them. */
function store(sums: Int32Array, into: Uint8Array, at: number): void {
  for (let x = 0; x < sums.length; x++) into[at + x] = (sums[x]! + 2048) >> 12;
  sums.fill(0);
}
