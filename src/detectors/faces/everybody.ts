// Judges everybody in a picture, faces and people: by few views first, by more of them those of whom the first leave a doubt.
import type { Engine } from '../../inference/engine.js';
import type { Raster } from '../../types/photo.js';
import { estimateAges, FIRST_CUTS, FURTHER_CUTS, joinReadings } from './ages.js';
import { type Box, boxHeight, boxWidth, type Upright } from './boxes.js';
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
import { childPersons, type Person } from './persons.js';

export interface Everybody {
  readonly candidates: readonly Candidate[];
  /** Of the candidates, in their order. */
  readonly readings: readonly CandidateReading[];
  /** Of the faces, in their order. */
  readonly ages: readonly AgeReading[];
}

interface Views {
  readonly ages: readonly AgeReading[];
  /** Log odds that each person is a child; null where no model can tell. */
  readonly persons: readonly number[] | null;
}

/** Between these probabilities of a child further views may change what is reported; beyond them they hardly ever do (docs/performance.md). */
const DOUBT_FROM = 0.12;
const DOUBT_UNTIL = 0.7;

/** Fast: by the first views alone. Throws PhotoError, ModelError. */
export async function judgeEverybody(
  raster: Raster,
  faces: readonly Upright[],
  persons: readonly Person[],
  engine: Engine,
  { calibration, isFast }: { readonly calibration: Calibration; readonly isFast: boolean },
): Promise<Everybody> {
  const first: Views = {
    ages: await estimateAges(raster, faces, FIRST_CUTS, engine),
    persons: await childPersons(raster, persons, engine, false),
  };
  const candidates = pairUp(
    faces.map(({ box }) => box),
    first.persons === null ? [] : persons.map(({ box }) => box),
  );
  const readAll = (views: Views): CandidateReading[] =>
    candidates.map(({ face, person }) =>
      readingOf(
        face === null ? null : faceEvidence(views.ages[face]!),
        person === null ? null : personEvidence(views.persons![person]!, persons[person]!.score),
        face === null ? 0 : shareOf(faces[face]!.box, raster),
      ),
    );
  const readings = readAll(first);
  const doubtful = candidates.filter((_, place) => isDoubtful(childProbability(readings[place]!, calibration)));
  if (isFast || doubtful.length === 0) return { candidates, readings, ages: first.ages };

  const facesAgain = doubtful.flatMap(({ face }) => face ?? []);
  const personsAgain = doubtful.flatMap(({ person }) => person ?? []);
  const at = <T>(all: readonly T[], places: readonly number[]): T[] => places.map((place) => all[place]!);
  const further: Views = {
    ages: await estimateAges(raster, at(faces, facesAgain), FURTHER_CUTS, engine),
    persons: await childPersons(raster, at(persons, personsAgain), engine, true),
  };
  const all: Views = {
    ages: joined(first.ages, facesAgain, further.ages, joinReadings),
    persons: first.persons && joined(first.persons, personsAgain, further.persons!, (one, other) => (one + other) / 2),
  };
  return { candidates, readings: readAll(all), ages: all.ages };
}

/** `first`, with those at `places` joined with `further`, which is in the order of the places. */
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

/** The longer side of a box as a share of the picture's shorter one. */
export function shareOf(box: Box, { width, height }: Pick<Raster, 'width' | 'height'>): number {
  return Math.max(boxWidth(box), boxHeight(box)) / Math.min(width, height);
}
