// How old a face looks: the answers of two age models to several crops of it.
import { mirror, type Pixels } from '../../image/raster.js';
import type { Engine, Tensor } from '../../inference/engine.js';
import { boxWidth, squareAround, type Upright } from './boxes.js';
import type { AgeReading } from './children.js';
import { drawCanvas } from './tile-canvas.js';

/** Crops in one run of a model: more gain no speed and cost memory. */
const BATCH = 32;

/** First year of age that is no child's. */
const CHILD_UNTIL = 13;

/** How a face is cut out: a square around its middle, `reach` times the longer side of its box, perhaps mirrored. */
export interface Cut {
  readonly reach: number;
  readonly isMirrored: boolean;
}

/** Which crops each model sees. */
export interface Cuts {
  readonly years: readonly Cut[];
  readonly distribution: readonly Cut[];
}

const both = (reach: number): Cut[] => [
  { reach, isMirrored: false },
  { reach, isMirrored: true },
];

/** What every face is judged by. The models were trained on tight and on wide crops: other reaches find fewer children (docs/accuracy.md). */
export const FIRST_CUTS: Cuts = { years: both(0.9), distribution: both(1.4).slice(0, 1) };

/** And what besides where those leave a doubt. */
export const FURTHER_CUTS: Cuts = { years: [0.8, 1].flatMap(both), distribution: both(1.4).slice(1) };

interface AgeModel {
  readonly id: 'face-age-gender' | 'face-ages';
  /** Pixels of a side of its input (models/manifest.json). */
  readonly side: number;
  readonly output: string;
  /** Numbers that it gives for each crop. */
  readonly numbers: number;
}

const YEARS: AgeModel = { id: 'face-age-gender', side: 112, output: 'age', numbers: 1 };
const DISTRIBUTION: AgeModel = { id: 'face-ages', side: 224, output: 'ages', numbers: 100 };

/** A face cut out, upright, side x side pixels; black where it reaches beyond the raster. */
async function cutOut(raster: Pixels, face: Upright, reach: number, side: number): Promise<Pixels> {
  const part = squareAround(face.box, reach);
  const cell = { x: 0, y: 0, part, scale: side / boxWidth(part), turns: face.turns };
  return await drawCanvas(raster, [cell], { width: side, height: side });
}

/** All cuts of a face; one and its mirror image are drawn once. */
async function cutAll(raster: Pixels, face: Upright, cuts: readonly Cut[], side: number): Promise<Pixels[]> {
  const upright = new Map<number, Pixels>();
  for (const { reach } of cuts) {
    if (!upright.has(reach)) upright.set(reach, await cutOut(raster, face, reach, side));
  }
  return cuts.map(({ reach, isMirrored }) => (isMirrored ? mirror(upright.get(reach)!) : upright.get(reach)!));
}

/** Two readings of one face, by as many crops for the distribution each, as one. */
export function joinReadings(first: AgeReading, further: AgeReading): AgeReading {
  return { years: [...first.years, ...further.years], under13: mean([first.under13, further.under13]) };
}

/** What both models say of each face, in the faces' order. */
export async function estimateAges(
  raster: Pixels,
  faces: readonly Upright[],
  { years, distribution }: Cuts,
  engine: Engine,
): Promise<readonly AgeReading[]> {
  if (faces.length === 0) return [];
  const estimates = await estimate(YEARS, raster, faces, years, engine);
  const shares = await estimate(DISTRIBUTION, raster, faces, distribution, engine);
  return faces.map((_, index) => ({
    years: estimates[index]!.map(([age = 0]) => Math.max(0, age)),
    under13: mean(shares[index]!.map((years) => sum(years.slice(0, CHILD_UNTIL)))),
  }));
}

/** A model's numbers for each face (outer) and cut (middle), in as few runs as memory allows. */
async function estimate(
  { id, side, output, numbers }: AgeModel,
  raster: Pixels,
  faces: readonly Upright[],
  cuts: readonly Cut[],
  engine: Engine,
): Promise<readonly (readonly (readonly number[])[])[]> {
  const model = await engine.model(id);
  const crops: Pixels[] = [];
  for (const face of faces) crops.push(...(await cutAll(raster, face, cuts, side)));
  const answers: number[][] = [];
  for (let start = 0; start < crops.length; start += BATCH) {
    const batch = crops.slice(start, start + BATCH);
    const data = (await model.run(stack(batch, side)))[output]?.data;
    if (data?.length !== batch.length * numbers) throw new Error(`${id} gave not ${numbers} numbers for each crop`);
    for (const index of batch.keys()) answers.push([...data.subarray(index * numbers, (index + 1) * numbers)]);
  }
  return faces.map((_, index) => answers.slice(index * cuts.length, (index + 1) * cuts.length));
}

function stack(crops: readonly Pixels[], side: number): Tensor {
  const bytes = side * side * 3;
  const data = new Uint8Array(crops.length * bytes);
  for (const [index, crop] of crops.entries()) data.set(crop.data, index * bytes);
  return { dims: [crops.length, side, side, 3], data };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
