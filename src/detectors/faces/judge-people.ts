// Judges everyone in a picture, faces and persons. Uses few crops of each face first, and more if
// they leave a doubt.
import type { Engine } from '../../inference/engine.js';
import type { Raster } from '../../types/raster.js';
import { estimateAges, FIRST_CUTS, FURTHER_CUTS, joinReadings } from './ages.js';
import { boxHeight, boxWidth, type EdgeBox, type Upright } from './boxes.js';
import type { Calibration } from './calibration.js';
import {
  type AgeReading,
  type Candidate,
  type CandidateReading,
  childProbability,
  faceEvidence,
  pairUp,
  personEvidence,
  readingOf,
} from './children.js';
import { childPersons, FIRST_VIEW, FURTHER_VIEW, type Person } from './persons.js';

export interface JudgedPeople {
  readonly candidates: readonly Candidate[];
  /** One per candidate, in their order. */
  readonly readings: readonly CandidateReading[];
  /** One per face, in their order. */
  readonly ages: readonly AgeReading[];
}

/**
 * Probabilities of a child between which further crops of the face may change what is reported.
 * Outside this range they hardly ever do (docs/performance.md).
 */
const DOUBT_FROM = 0.12;
const DOUBT_UNTIL = 0.7;

/** Fast: uses the first views only. Throws PhotoError, ModelError. */
export async function judgePeople(
  raster: Raster,
  faces: readonly Upright[],
  persons: readonly Person[],
  engine: Engine,
  { calibration, isFast }: { readonly calibration: Calibration; readonly isFast: boolean },
): Promise<JudgedPeople> {
  const children = await childrenAmong(raster, persons, engine, isFast);
  const first = await estimateAges(raster, faces, FIRST_CUTS, engine);
  const candidates = pairUp(
    faces.map(({ box }) => box),
    children === null ? [] : persons.map(({ box }) => box),
  );
  const readAll = (ages: readonly AgeReading[]): CandidateReading[] =>
    candidates.map(({ face, person }) =>
      readingOf(
        face === null ? null : faceEvidence(ages[face]!),
        person === null ? null : personEvidence(children![person]!, persons[person]!.score),
        face === null ? 0 : shareOf(faces[face]!.box, raster),
      ),
    );
  const readings = readAll(first);
  const doubtful = candidates.flatMap(({ face }, place) => {
    return face !== null && isDoubtful(childProbability(readings[place]!, calibration)) ? [face] : [];
  });
  if (isFast || doubtful.length === 0) return { candidates, readings, ages: first };

  const shown = doubtful.map((place) => faces[place]!);
  const further = await estimateAges(raster, shown, FURTHER_CUTS, engine);
  const ages = joined(first, doubtful, further, joinReadings);
  return { candidates, readings: readAll(ages), ages };
}

/** Log odds that each person is a child. Null if no model is available. */
async function childrenAmong(
  raster: Raster,
  persons: readonly Person[],
  engine: Engine,
  isFast: boolean,
): Promise<readonly number[] | null> {
  const first = await childPersons(raster, persons, engine, FIRST_VIEW);
  if (first === null || isFast) return first;
  const further = await childPersons(raster, persons, engine, FURTHER_VIEW);
  return first.map((one, place) => (one + further![place]!) / 2);
}

/**
 * `first`, with the entries at `places` merged with `further`, which is in the order of `places`.
 */
function joined<T>(
  first: readonly T[],
  places: readonly number[],
  further: readonly T[],
  join: (first: T, further: T) => T,
): readonly T[] {
  return first.map((one, place) => {
    const again = places.indexOf(place);
    return again < 0 ? one : join(one, further[again]!);
  });
}

const isDoubtful = (probability: number): boolean => probability >= DOUBT_FROM && probability <= DOUBT_UNTIL;

/** The longer side of a box as a share of the picture's shorter side. */
export function shareOf(box: EdgeBox, { width, height }: Pick<Raster, 'width' | 'height'>): number {
  return Math.max(boxWidth(box), boxHeight(box)) / Math.min(width, height);
}
