// Judges everyone in a picture, faces and persons. Uses few crops of each face and one view of each
// person and of the photo first, and more if they leave a doubt.
import type { Engine } from '../../inference/engine.js';
import type { Raster } from '../../types/raster.js';
import { estimateAges, FURTHER_CUTS, faceLooks, joinReadings } from './ages.js';
import { boxHeight, boxWidth, type EdgeBox } from './boxes.js';
import { CHILD_CALIBRATION, type ChildCalibration } from './child-calibration.js';
import {
  type AgeReading,
  type Candidate,
  type CandidateReading,
  faceEvidence,
  judgeChildren,
  pairUp,
  personEvidence,
  readingOf,
} from './children.js';
import { childPersons, FIRST_VIEW, FURTHER_VIEW, type Person } from './persons.js';
import type { RealFaces } from './real-faces.js';

export interface JudgedPeople {
  readonly candidates: readonly Candidate[];
  /** One per candidate, in their order. */
  readonly readings: readonly CandidateReading[];
  /** Probability of a child, one per candidate. The highest is that of the photo. */
  readonly children: readonly number[];
  /** One per face, in their order. */
  readonly ages: readonly AgeReading[];
  /** The calibration that was used. */
  readonly calibration: ChildCalibration;
}

/**
 * Probabilities of a child between which further crops and views may change what is reported.
 * Outside this range they hardly ever do (docs/performance.md).
 */
const DOUBT_FROM = 0.12;
const DOUBT_UNTIL = 0.85;

/**
 * Faces, the best first, that may be a child's. The further faces of a crowd are small and
 * doubtful, and the calibration knows none: many people are not many chances.
 */
const MAX_FACES = 12;

/** The log odds of a child by the look of the whole photo. */
export interface SceneLook {
  /** By one view. */
  readonly first: number;
  /** By more views. */
  readonly closer: () => Promise<number>;
}

/** What the models say of the faces, the persons and the photo, each in their order. */
interface Seen {
  readonly ages: readonly AgeReading[];
  /** Log odds that each whole person is a child. */
  readonly whole: readonly number[];
  /** Log odds of a child by the look of the photo. */
  readonly look: number;
}

/** Fast: uses the first views only. Throws PhotoError, ModelError. */
export async function judgePeople(
  raster: Raster,
  { faces, ages }: RealFaces,
  persons: readonly Person[],
  engine: Engine,
  { scene, isFast }: { readonly scene: SceneLook | null; readonly isFast: boolean },
): Promise<JudgedPeople> {
  const children = await childPersons(raster, persons, engine, FIRST_VIEW);
  const isComplete = children !== null && engine.canRun('face-child');
  const calibration = isComplete ? CHILD_CALIBRATION.complete : CHILD_CALIBRATION.facesOnly;
  const candidates = pairUp(
    faces.slice(0, MAX_FACES).map(({ box }) => box),
    isComplete ? persons.map(({ box }) => box) : [],
  );
  const judge = async ({ ages, whole, look }: Seen): Promise<JudgedPeople> => {
    const looks = isComplete ? await faceLooks(ages, engine) : null;
    const readings = candidates.map(({ face, person }) =>
      readingOf(
        face === null ? null : faceEvidence(ages[face]!, looks?.[face]?.child ?? 0),
        person === null ? null : personEvidence(whole[person]!, persons[person]!.score),
        face === null ? 0 : shareOf(faces[face]!.box, raster),
      ),
    );
    return { candidates, readings, children: judgeChildren(readings, look, calibration), ages, calibration };
  };

  const seen = { ages, whole: children ?? [], look: isComplete ? (scene?.first ?? 0) : 0 };
  const judged = await judge(seen);
  if (isFast || !judged.children.some(isDoubtful)) return judged;

  const doubtful = candidates.filter((_, place) => isDoubtful(judged.children[place]!));
  const shownFaces = doubtful.flatMap(({ face }) => face ?? []);
  const shownPersons = doubtful.flatMap(({ person }) => person ?? []);
  const pick = <T>(all: readonly T[], places: readonly number[]) => places.map((place) => all[place]!);
  const again = await estimateAges(raster, pick(faces, shownFaces), FURTHER_CUTS, engine);
  const further = await childPersons(raster, pick(persons, shownPersons), engine, FURTHER_VIEW);
  return await judge({
    ages: joined(ages, shownFaces, again, joinReadings),
    whole: joined(seen.whole, shownPersons, further ?? [], (one, other) => (one + other) / 2),
    look: isComplete && scene ? await scene.closer() : 0,
  });
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
