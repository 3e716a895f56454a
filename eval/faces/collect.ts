// What the faces detector sees in labelled photos before any calibrator has judged it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutsFor, estimateAges } from '../../src/detectors/faces/ages.js';
import type { AgeReading } from '../../src/detectors/faces/children.js';
import { type FirstEvidence, findFaces, look } from '../../src/detectors/faces/find.js';
import { logOdds } from '../../src/detectors/faces/logistic.js';
import { childScene, largestFace } from '../../src/detectors/faces/scene.js';
import { openPhoto } from '../../src/image/open.js';
import type { Engine } from '../../src/inference/engine.js';
import type { Raster } from '../../src/types/photo.js';
import type { LabelledFile } from '../labels.js';

export interface SeenSuspect {
  readonly first: Readonly<Record<FirstEvidence, number>>;
  /** Null where it was not among those shown again. */
  readonly again: number | null;
  /** Its longer side as a share of the picture's shorter one. */
  readonly share: number;
  /** Null where it is hardly a face. */
  readonly ages: AgeReading | null;
}

export interface SeenPhoto {
  readonly file: string;
  /** Log odds that a child is shown, by the whole picture. */
  readonly scene: number;
  readonly full: readonly SeenSuspect[];
  readonly fast: readonly SeenSuspect[];
}

/** Suspects whose best score is less are no faces by any calibrator, so their ages are not wanted. */
const AGE_FROM = logOdds(0.2);

export async function seePhoto(dir: string, { file }: LabelledFile, engine: Engine): Promise<SeenPhoto> {
  const bytes = await readFile(join(dir, file));
  const target = { path: file, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const raster = await openPhoto(target, bytes).pixels();
  const scene = await childScene(raster, await findFaces(raster, await engine.model('face-ssd'), false), engine);
  if (scene === null) throw new Error('the model child-scene is missing; run `npm run models`');
  return { file, scene, full: await seeSuspects(raster, engine, false), fast: await seeSuspects(raster, engine, true) };
}

async function seeSuspects(raster: Raster, engine: Engine, isFast: boolean): Promise<SeenSuspect[]> {
  const suspects = await look(raster, await engine.model('face-ssd'), isFast, () => true);
  const likely = suspects.filter(({ evidence }) => evidence.best >= AGE_FROM);
  const ages = await estimateAges(raster, likely, cutsFor(isFast), engine);
  return suspects.map((suspect) => {
    const { again, ...first } = suspect.evidence;
    return { first, again, share: largestFace(raster, [suspect]), ages: ages[likely.indexOf(suspect)] ?? null };
  });
}
