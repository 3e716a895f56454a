// Estimates how old a face looks, from the output of two age models for several crops.
import { mirror, type Pixels } from '../../image/raster.js';
import type { Engine, Tensor } from '../../inference/engine.js';
import { boxWidth, squareAround, type Upright } from './boxes.js';
import type { AgeReading } from './children.js';
import { drawCanvas } from './tile-canvas.js';

/** Crops per run of a model. More is no faster and costs memory. */
const BATCH = 32;

/** The first age that is not a child's, and the first that is not a teenager's, in years. */
const CHILD_UNTIL = 13;
const ADULT_FROM = 18;

/**
 * How a face is cropped: a square around its middle with a side of `reach` times the longer side of
 * its box, optionally mirrored.
 */
export interface Cut {
  readonly reach: number;
  readonly isMirrored: boolean;
}

/** The crops that each model gets. */
export interface Cuts {
  readonly years: readonly Cut[];
  readonly distribution: readonly Cut[];
}

const both = (reach: number): Cut[] => [
  { reach, isMirrored: false },
  { reach, isMirrored: true },
];

/**
 * The crops that every face is judged by. The models were trained on tight and wide crops; other
 * reaches find fewer children (docs/accuracy.md).
 */
export const FIRST_CUTS: Cuts = { years: both(0.9), distribution: both(1.4).slice(0, 1) };

/** Additional crops if the first ones leave a doubt. */
export const FURTHER_CUTS: Cuts = { years: [0.8, 1].flatMap(both), distribution: both(1.4).slice(1) };

interface AgeModel {
  readonly id: 'face-age-gender' | 'face-ages';
  /** Side of the input in pixels (models/manifest.json). */
  readonly side: number;
  /** The outputs that are read, and the numbers per crop of each. */
  readonly outputs: Readonly<Record<string, number>>;
}

const YEARS: AgeModel = { id: 'face-age-gender', side: 112, outputs: { age: 1 } };
const FEATURES = 1024;
const DISTRIBUTION: AgeModel = { id: 'face-ages', side: 224, outputs: { ages: 100 } };
const WITH_FEATURES: AgeModel = { ...DISTRIBUTION, outputs: { ages: 100, features: FEATURES } };

/** Bytes per unit of a feature, as face-child takes them. Features beyond 3 are very rare. */
const BYTES_PER_UNIT = 85;

/** What a model returns for one crop, by the name of the output. */
type Answer = Readonly<Record<string, readonly number[]>>;

/** The cropped face, upright, side x side pixels. Black beyond the raster. */
async function cutOut(raster: Pixels, face: Upright, reach: number, side: number): Promise<Pixels> {
  const part = squareAround(face.box, reach);
  const cell = { x: 0, y: 0, part, scale: side / boxWidth(part), turns: face.turns };
  return await drawCanvas(raster, [cell], { width: side, height: side });
}

/** All crops of a face. A crop and its mirror image are drawn once. */
async function cutAll(raster: Pixels, face: Upright, cuts: readonly Cut[], side: number): Promise<Pixels[]> {
  const upright = new Map<number, Pixels>();
  for (const { reach } of cuts) {
    if (!upright.has(reach)) upright.set(reach, await cutOut(raster, face, reach, side));
  }
  return cuts.map(({ reach, isMirrored }) => (isMirrored ? mirror(upright.get(reach)!) : upright.get(reach)!));
}

/** Merges two readings of one face. Each must use the same number of crops for the distribution. */
export function joinReadings(first: AgeReading, further: AgeReading): AgeReading {
  return {
    years: [...first.years, ...further.years],
    under13: mean([first.under13, further.under13]),
    from13To17: mean([first.from13To17, further.from13To17]),
    features: first.features?.map((one, place) => mean([one, further.features?.[place] ?? one])) ?? null,
  };
}

/** What face-child says of a face, in log odds. */
export interface FaceLook {
  /** It is the face of someone younger than 13. */
  readonly child: number;
  /** It is the face of a person, not of a statue, a drawing or an animal. */
  readonly real: number;
}

/**
 * The look of each face, by the features of face-ages. Null if this engine or installation does not
 * have the model.
 */
export async function faceLooks(ages: readonly AgeReading[], engine: Engine): Promise<readonly FaceLook[] | null> {
  if (!engine.canRun('face-child')) return null;
  if (ages.length === 0) return [];
  const data = new Uint8Array(ages.length * FEATURES);
  for (const [face, { features }] of ages.entries()) {
    const bytes = features?.map((one) => Math.min(255, Math.max(0, Math.round(BYTES_PER_UNIT * one))));
    data.set(bytes ?? [], face * FEATURES);
  }
  const { child, real } = await (await engine.model('face-child')).run({ dims: [ages.length, FEATURES], data });
  if (child?.data.length !== ages.length || real?.data.length !== ages.length)
    throw new Error('face-child did not return one number per face');
  return ages.map((_, face) => ({ child: child.data[face]!, real: real.data[face]! }));
}

/** The output of both models for each face, in the order of the faces. */
export async function estimateAges(
  raster: Pixels,
  faces: readonly Upright[],
  { years, distribution }: Cuts,
  engine: Engine,
): Promise<readonly AgeReading[]> {
  if (faces.length === 0) return [];
  const hasFeatures = engine.canRun('face-child');
  const estimates = await estimate(YEARS, raster, faces, years, engine);
  const seen = await estimate(hasFeatures ? WITH_FEATURES : DISTRIBUTION, raster, faces, distribution, engine);
  return faces.map((_, index) => ({
    years: estimates[index]!.map(({ age }) => Math.max(0, age?.[0] ?? 0)),
    under13: mean(seen[index]!.map(({ ages = [] }) => sum(ages.slice(0, CHILD_UNTIL)))),
    from13To17: mean(seen[index]!.map(({ ages = [] }) => sum(ages.slice(CHILD_UNTIL, ADULT_FROM)))),
    features: hasFeatures ? meanOf(seen[index]!.map(({ features = [] }) => features)) : null,
  }));
}

/**
 * The output of a model for each face (outer) and crop (middle), in as few runs as memory allows.
 */
async function estimate(
  { id, side, outputs }: AgeModel,
  raster: Pixels,
  faces: readonly Upright[],
  cuts: readonly Cut[],
  engine: Engine,
): Promise<readonly (readonly Answer[])[]> {
  const model = await engine.model(id);
  const crops: Pixels[] = [];
  for (const face of faces) crops.push(...(await cutAll(raster, face, cuts, side)));
  const answers: Answer[] = [];
  for (let start = 0; start < crops.length; start += BATCH) {
    const batch = crops.slice(start, start + BATCH);
    const given = await model.run(stack(batch, side));
    for (const index of batch.keys()) {
      const own = Object.entries(outputs).map(([name, numbers]) => {
        const data = given[name]?.data;
        if (data?.length !== batch.length * numbers)
          throw new Error(`${id} did not return ${numbers} numbers per crop as ${name}`);
        return [name, [...data.subarray(index * numbers, (index + 1) * numbers)]] as const;
      });
      answers.push(Object.fromEntries(own));
    }
  }
  return faces.map((_, index) => answers.slice(index * cuts.length, (index + 1) * cuts.length));
}

function stack(crops: readonly Pixels[], side: number): Tensor {
  const bytes = side * side * 3;
  const data = new Uint8Array(crops.length * bytes);
  for (const [index, crop] of crops.entries()) data.set(crop.data, index * bytes);
  return { dims: [crops.length, side, side, 3], data };
}

/** The mean of vectors of one length, at least one of them. */
function meanOf(vectors: readonly (readonly number[])[]): readonly number[] {
  return vectors[0]!.map((_, place) => mean(vectors.map((vector) => vector[place]!)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
