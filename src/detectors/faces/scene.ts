// Whether a child is in the picture, by the whole of it: for children whose face is turned away, hidden or far off.
import { type Pixels, resize, rotate90 } from '../../image/raster.js';
import type { Engine } from '../../inference/engine.js';
import { boxHeight, boxWidth, type Upright } from './boxes.js';

/** Pixels of a side of the model's input (models/manifest.json, child-scene). The aspect ratio is not kept, as in its training. */
const SIDE = 224;

/** The longer side of the largest face as a share of the picture's shorter one; 0 without faces. */
export function largestFace({ width, height }: Pixels, faces: readonly Upright[]): number {
  const sides = faces.map(({ box }) => Math.max(boxWidth(box), boxHeight(box)));
  return Math.max(0, ...sides) / Math.min(width, height);
}

/**
 * Log odds that a child is shown; null where this engine or installation does not have the model. A picture that lies on its side, as its
 * best face does, is looked at upright: the model has never seen another.
 */
export async function childScene(raster: Pixels, faces: readonly Upright[], engine: Engine): Promise<number | null> {
  if (!engine.canRun('child-scene')) return null;
  const model = await engine.model('child-scene');
  const { data } = rotate90(await resize(raster, SIDE, SIDE), faces[0]?.turns ?? 0);
  const { child } = await model.run({ dims: [1, SIDE, SIDE, 3], data });
  const logit = child?.data[0];
  if (logit === undefined) throw new Error('child-scene gave no answer');
  return logit;
}
