// What the look of a whole photo says, no matter who is found in it.
import type { Pixels, Turns } from '../../image/raster.js';
import type { Engine } from '../../inference/engine.js';
import { CUT_SIDE, cutSquare, stack, whole } from './persons.js';

/** What the look of a whole photo says. */
export interface WholePhoto {
  /** Log odds that it shows a child. */
  readonly child: number;
  /** Log odds that it shows a real person, not a drawing, a statue or an animal. */
  readonly real: number;
  /** By how many quarter turns it is turned clockwise, 0 to 3: log odds against each other. */
  readonly turned: readonly number[];
}

/**
 * Sides of the closer views, as shares of the photo's longer side: who is small is larger there.
 */
const CLOSER = [0.85, 0.7];

/**
 * Judges a photo as a whole, after `turns`. Null if this engine or installation does not have the
 * model.
 */
export async function wholePhoto(raster: Pixels, turns: Turns, engine: Engine): Promise<WholePhoto | null> {
  if (!engine.canRun('child-person')) return null;
  const { pixels } = await cutSquare(raster, { box: whole(raster), turns }, 1, CUT_SIDE);
  const { scene, real, turned } = await (await engine.model('child-person')).run(stack([pixels]));
  if (scene?.data.length !== 1 || real?.data.length !== 1 || turned?.data.length !== 4)
    throw new Error('child-person did not judge the photo');
  return { child: scene.data[0]!, real: real.data[0]!, turned: [...turned.data] };
}

/**
 * The log odds of a child by the whole photo and by closer views of its middle, on average: more
 * accurate than one view, and worth its cost in doubt only (docs/accuracy.md).
 */
export async function closerLook(raster: Pixels, turns: Turns, seen: WholePhoto, engine: Engine): Promise<number> {
  const cuts: Pixels[] = [];
  for (const share of CLOSER) {
    cuts.push((await cutSquare(raster, { box: whole(raster), turns }, share, CUT_SIDE)).pixels);
  }
  const { scene } = await (await engine.model('child-person')).run(stack(cuts));
  if (scene?.data.length !== cuts.length) throw new Error('child-person did not judge the photo');
  return (seen.child + [...scene.data].reduce((sum, one) => sum + one, 0)) / (1 + cuts.length);
}
