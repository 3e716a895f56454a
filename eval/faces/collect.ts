// The observations of the faces detector in labelled photos, before any calibrator judges them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { estimateAges, FIRST_CUTS, FURTHER_CUTS, joinReadings } from '../../src/detectors/faces/ages.js';
import type { EdgeBox } from '../../src/detectors/faces/boxes.js';
import type { AgeReading } from '../../src/detectors/faces/children.js';
import type { FirstEvidence } from '../../src/detectors/faces/evidence.js';
import { runPasses } from '../../src/detectors/faces/find.js';
import { shareOf } from '../../src/detectors/faces/judge-people.js';
import { logOdds } from '../../src/detectors/faces/logistic.js';
import type { PeopleAt } from '../../src/detectors/faces/orientation.js';
import { objectsOf, peopleOf, wholeOf } from '../../src/detectors/faces/photo-faces.js';
import type { Engine } from '../../src/inference/engine.js';
import { openPhoto } from '../../src/photo/open.js';
import type { Raster } from '../../src/types/raster.js';
import type { LabelledFile } from '../labels.js';

export interface SeenSuspect {
  readonly first: Readonly<Record<FirstEvidence, number>>;
  /** Null if it was not checked a second time. */
  readonly again: number | null;
  readonly box: EdgeBox;
  /** Its longer side divided by the shorter side of the picture. */
  readonly share: number;
  /** Null if it is unlikely to be a face. */
  readonly ages: AgeReading | null;
}

export interface Seen {
  readonly suspects: readonly SeenSuspect[];
}

export type Speed = 'full' | 'fast';

export type SeenPhoto = Readonly<Record<Speed, Seen>> & { readonly file: string };

/**
 * Suspects whose best score is lower are not faces by any calibrator, so their ages are not
 * estimated.
 */
const AGE_FROM = logOdds(0.2);

export async function seePhoto(dir: string, { file }: LabelledFile, engine: Engine): Promise<SeenPhoto> {
  const bytes = await readFile(join(dir, file));
  const target = { path: file, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const raster = await openPhoto(target, bytes).pixels();
  return { file, full: await see(raster, engine, false), fast: await see(raster, engine, true) };
}

async function see(raster: Raster, engine: Engine, isFast: boolean): Promise<Seen> {
  const peopleAt = peopleOf(objectsOf(raster, engine, isFast));
  return { suspects: await seeSuspects(raster, engine, peopleAt, isFast) };
}

async function seeSuspects(
  raster: Raster,
  engine: Engine,
  peopleAt: PeopleAt,
  isFast: boolean,
): Promise<SeenSuspect[]> {
  const search = { detector: await engine.model('face-ssd'), peopleAt, wholeAt: wholeOf(raster, engine), isFast };
  const { suspects } = await runPasses(raster, search, () => true);
  const likely = suspects.filter(({ evidence }) => evidence.best >= AGE_FROM);
  const first = await estimateAges(raster, likely, FIRST_CUTS, engine);
  const further = isFast ? [] : await estimateAges(raster, likely, FURTHER_CUTS, engine);
  const ages = isFast ? first : first.map((reading, place) => joinReadings(reading, further[place]!));
  return suspects.map((suspect) => {
    const { again, ...first } = suspect.evidence;
    return {
      first,
      again,
      box: suspect.box,
      share: shareOf(suspect.box, raster),
      ages: ages[likely.indexOf(suspect)] ?? null,
    };
  });
}
