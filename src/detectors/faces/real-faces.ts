// Statues, drawings and animals have faces, too. The look of the face and that of the whole photo
// tell most of them apart.
import type { Engine } from '../../inference/engine.js';
import type { Raster } from '../../types/raster.js';
import { estimateAges, FIRST_CUTS, faceLooks } from './ages.js';
import { REAL_FACE } from './child-calibration.js';
import type { AgeReading } from './children.js';
import { FACE_FLOOR, type FoundFace, type FoundFaces } from './find.js';
import { logitOf, logOdds, sigmoid } from './logistic.js';

/** Limits of both log odds. Beyond them the models are overconfident. */
const SURELY = 4;

export interface RealFaces {
  readonly faces: readonly FoundFace[];
  /** By the first crops; one per face, in their order. */
  readonly ages: readonly AgeReading[];
}

/** The faces that are left, and their ages. All of them without the model. */
export async function realFaces(
  raster: Raster,
  { faces, real }: Pick<FoundFaces, 'faces' | 'real'>,
  engine: Engine,
): Promise<RealFaces> {
  const ages = await estimateAges(raster, faces, FIRST_CUTS, engine);
  const looks = await faceLooks(ages, engine);
  if (looks === null || real === null) return { faces, ages };
  const left = faces.flatMap((face, place) => {
    const probability = asRealFace(face.probability, { whole: real, face: looks[place]!.real });
    return probability >= FACE_FLOOR ? [{ face: { ...face, probability }, ages: ages[place]! }] : [];
  });
  return { faces: left.map(({ face }) => face), ages: left.map(({ ages }) => ages) };
}

/**
 * The probability of a face, 0..1, less where it is rather none of a real person.
 * @param look log odds of a real person by the whole photo, of a real face by the face
 */
export function asRealFace(probability: number, look: { readonly whole: number; readonly face: number }): number {
  const isReal = logitOf(REAL_FACE, { whole: limited(look.whole), face: limited(look.face) });
  if (isReal >= 0) return probability;
  return sigmoid(logOdds(probability) + isReal);
}

const limited = (logit: number): number => Math.min(SURELY, Math.max(-SURELY, logit));
