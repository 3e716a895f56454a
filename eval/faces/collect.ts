// What the faces detector sees in labelled photos before any calibrator has judged it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { estimateAges } from '../../src/detectors/faces/ages.js';
import { type FirstEvidence, look } from '../../src/detectors/faces/find.js';
import { cutsFor } from '../../src/detectors/faces/index.js';
import { logOdds } from '../../src/detectors/faces/logistic.js';
import { openPhoto } from '../../src/image/open.js';
import type { Engine } from '../../src/inference/engine.js';
import type { Raster } from '../../src/types/photo.js';
import type { LabelledFile } from '../labels.js';

export interface SeenSuspect {
  readonly first: Readonly<Record<FirstEvidence, number>>;
  /** Null where it was not among those shown again. */
  readonly again: number | null;
  /** Years, by crop; empty where it is hardly a face. */
  readonly ages: readonly number[];
}

export interface SeenPhoto {
  readonly file: string;
  readonly full: readonly SeenSuspect[];
  readonly fast: readonly SeenSuspect[];
}

/** Suspects whose best score is less are no faces by any calibrator, so their ages are not wanted. */
const AGE_FROM = logOdds(0.2);

export async function seePhoto(dir: string, { file }: LabelledFile, engine: Engine): Promise<SeenPhoto> {
  const bytes = await readFile(join(dir, file));
  const target = { path: file, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const raster = await openPhoto(target, bytes).pixels();
  return { file, full: await seeSuspects(raster, engine, false), fast: await seeSuspects(raster, engine, true) };
}

async function seeSuspects(raster: Raster, engine: Engine, isFast: boolean): Promise<SeenSuspect[]> {
  const suspects = await look(raster, await engine.model('face-ssd'), isFast, () => true);
  const likely = suspects.filter(({ evidence }) => evidence.best >= AGE_FROM);
  const ages = await estimateAges(raster, likely, cutsFor(isFast), await engine.model('face-age-gender'));
  return suspects.map((suspect) => {
    const { again, ...first } = suspect.evidence;
    return { first, again, ages: ages[likely.indexOf(suspect)] ?? [] };
  });
}
