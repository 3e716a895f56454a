// Pictures for the tests of models: the sample photos of the installed face-api package, at the
// input size of a model.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Tensor } from '../../src/inference/engine.js';

const DEMO = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo');

/** Path of a photo, `sample1` to `sample6`. */
export const samplePhoto = (name: string): string => join(DEMO, `${name}.jpg`);

export const SAMPLES = [1, 2, 3, 4, 5, 6].map((number) => samplePhoto(`sample${number}`));
/** White and blue lines of text on black, above photos. */
export const SCREENSHOT = join(DEMO, 'screenshot-images.png');

/** In pixels of the file. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The picture, or a part of it, fitted into width x height at the top left; the rest is black. */
export async function pixels(path: string, width: number, height: number, part?: Part): Promise<Tensor> {
  const whole = sharp(path).removeAlpha();
  const data = await (part ? whole.extract(part) : whole)
    .resize(width, height, { fit: 'contain', position: 'left top', background: '#000' })
    .raw()
    .toBuffer();
  return { dims: [1, height, width, 3], data };
}

/** The largest difference between two lists of the same length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} values against ${b.length}`);
  return Array.from(a).reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}
