// How old a face looks: the age model's answers to several crops of it.
import { mirror, type Pixels } from '../../image/raster.js';
import type { Model } from '../../inference/engine.js';
import { boxWidth, squareAround, type Upright } from './boxes.js';
import { drawSheet } from './sheets.js';

/** Pixels of a side of the age model's input (models/manifest.json, face-age-gender). */
const CROP_SIDE = 112;

/** Crops in one run of the model: more gain no speed and cost memory. */
const BATCH = 32;

/** How a face is cut out: a square around its middle, `reach` times the longer side of its box, perhaps mirrored. */
export interface Cut {
  readonly reach: number;
  readonly isMirrored: boolean;
}

/** A face cut out, upright, CROP_SIDE x CROP_SIDE; black where it reaches beyond the raster. */
export async function cutOut(raster: Pixels, face: Upright, cut: Cut): Promise<Pixels> {
  const part = squareAround(face.box, cut.reach);
  const cell = { x: 0, y: 0, part, scale: CROP_SIDE / boxWidth(part), turns: face.turns };
  const upright = await drawSheet(raster, [cell], CROP_SIDE);
  return cut.isMirrored ? mirror(upright) : upright;
}

/** The age model's estimate in years for each face (outer) and cut (inner), in as few runs as memory allows. */
export async function estimateAges(
  raster: Pixels,
  faces: readonly Upright[],
  cuts: readonly Cut[],
  model: Model,
): Promise<readonly (readonly number[])[]> {
  const crops: Pixels[] = [];
  for (const face of faces) for (const cut of cuts) crops.push(await cutOut(raster, face, cut));
  const ages: number[] = [];
  for (let start = 0; start < crops.length; start += BATCH) {
    ages.push(...(await runAges(crops.slice(start, start + BATCH), model)));
  }
  return faces.map((_, index) => ages.slice(index * cuts.length, (index + 1) * cuts.length));
}

async function runAges(crops: readonly Pixels[], model: Model): Promise<readonly number[]> {
  const bytes = CROP_SIDE * CROP_SIDE * 3;
  const data = new Uint8Array(crops.length * bytes);
  for (const [index, crop] of crops.entries()) data.set(crop.data, index * bytes);
  const { age } = await model.run({ dims: [crops.length, CROP_SIDE, CROP_SIDE, 3], data });
  if (age?.data.length !== crops.length) throw new Error('face-age-gender gave not one age for each crop');
  return [...age.data];
}
