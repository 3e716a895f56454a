// Fits the calibrators of the faces detector to its observations in labelled photos.
import {
  type CandidateReading,
  childProbability,
  faceEvidence,
  judgeChildren,
  pairUp,
  personEvidence,
  readingOf,
  UNSEEN,
} from '../../src/detectors/faces/children.js';
import type { AgainEvidence, ChildEvidence, FaceEvidence, FirstEvidence } from '../../src/detectors/faces/evidence.js';
import { FACE_FLOOR } from '../../src/detectors/faces/find.js';
import { type Logistic, probability } from '../../src/detectors/faces/logistic.js';
import type { LabelledFile } from '../labels.js';
import type { Seen, SeenSuspect } from './collect.js';
import { crossFits, crossFitted, fitRows, type Row } from './regression.js';

export interface LabelledPhoto extends Seen {
  readonly file: LabelledFile;
}

export interface Fitted {
  readonly first: Logistic<FirstEvidence>;
  readonly again: Logistic<AgainEvidence>;
  readonly child: Logistic<ChildEvidence>;
  readonly childByFace: Logistic<FaceEvidence>;
}

/** Probabilities of the suspects in one photo; cross-fitted if the photo was part of the fit. */
export interface Judged {
  readonly photo: LabelledPhoto;
  readonly faces: readonly number[];
  readonly children: readonly number[];
}

const FIRST: readonly FirstEvidence[] = ['best', 'other', 'people', 'isTurned'];
const AGAIN: readonly AgainEvidence[] = [...FIRST, 'again'];
const BY_FACE: readonly FaceEvidence[] = ['youngest', 'under13', 'isUnseen'];
const CHILD: readonly ChildEvidence[] = ['under13', 'isUnseen', 'person'];

/**
 * Labels state how many faces a photo has, not where. The last fit guesses which suspects they are,
 * then the next fit uses that.
 */
const GUESSES = 4;

interface FaceRow extends Row<FirstEvidence> {
  readonly suspect: SeenSuspect;
}

interface CandidateRow {
  readonly reading: CandidateReading;
  readonly isPositive: boolean;
  readonly group: string;
}

/** The number of labelled faces, and whether that is exact or a lower bound; null if unknown. */
export function labelledFaces({ folder, label }: LabelledFile): { count: number; isExact: boolean } | null {
  if (folder !== 'faces' && folder !== 'negatives') return null;
  const isWithoutPeople = label.people !== true && (label.persons ?? 0) === 0;
  if (label.faces === 0) return isWithoutPeople ? { count: 0, isExact: true } : null;
  if (typeof label.faces === 'number') return { count: label.faces, isExact: true };
  const least = folder === 'faces' ? label.faces_min : null;
  return typeof least === 'number' ? { count: least, isExact: false } : null;
}

/**
 * Whether a child is shown. Only everyday photos count, because the age model was trained on the
 * source of the crops.
 */
function showsChild({ folder, label }: LabelledFile): boolean | null {
  if (folder === 'children') return label.kind === 'scene' ? (label.child ?? null) : null;
  return folder === 'faces' || folder === 'negatives' ? (label.child ?? null) : null;
}

export function fitAll(photos: readonly LabelledPhoto[]): { fitted: Fitted; judged: readonly Judged[] } {
  let rows = faceRows(photos, (suspect) => suspect.first.best);
  let fits = fitFaces(rows);
  for (let guess = 1; guess < GUESSES; guess += 1) {
    rows = faceRows(photos, fits.faceOf);
    fits = fitFaces(rows);
  }
  const { first, again, faceOf } = fits;

  const seenOf = new Map(photos.map((photo) => [photo, candidatesOf(photo, faceOf)]));
  let rowsNow = candidateRows(seenOf, ({ face, person }) => (face?.under13 ?? 0) + (person ?? 0));
  let children = fitChildren(rowsNow);
  for (let guess = 1; guess < GUESSES; guess += 1) {
    const { child, childByFace } = children;
    rowsNow = candidateRows(seenOf, (reading) => childProbability(reading, { child, childByFace }));
    children = fitChildren(rowsNow);
  }
  const fitOf = crossFits(rowsNow, fitChildren);
  const judged = photos.map((photo) => ({
    photo,
    faces: photo.suspects.map(faceOf),
    children: judgeChildren(seenOf.get(photo)!, fitOf(photo.file.group) ?? children),
  }));
  return { fitted: { first, again, ...children }, judged };
}

/**
 * Both calibrators of faces, and the probability of a suspect; cross-fitted if it was part of the
 * fit.
 */
function fitFaces(rows: readonly FaceRow[]) {
  const confirmed = rows.flatMap((row) => {
    const { first, again } = row.suspect;
    return again === null ? [] : [{ ...row, evidence: { ...first, again } }];
  });
  const first = fitRows(rows, FIRST);
  const again = fitRows(confirmed, AGAIN);
  // The second fit judges the suspects that were checked a second time, so it comes last.
  const cross = new Map(
    [...crossFitted(rows, FIRST), ...crossFitted(confirmed, AGAIN)].map(([row, p]) => [row.suspect, p]),
  );
  const faceOf = (suspect: SeenSuspect): number => {
    if (suspect.again === null) return cross.get(suspect) ?? probability(first, suspect.first);
    return cross.get(suspect) ?? probability(again, { ...suspect.first, again: suspect.again });
  };
  return { first, again, faceOf };
}

/**
 * The best suspects of each photo, as many as are labelled, count as faces. The others are
 * negatives if the label is exact.
 */
function faceRows(photos: readonly LabelledPhoto[], rank: (suspect: SeenSuspect) => number): FaceRow[] {
  return photos.flatMap(({ file, suspects }) => {
    const labelled = labelledFaces(file);
    if (labelled === null) return [];
    const ranked = suspects.toSorted((a, b) => rank(b) - rank(a));
    const known = labelled.isExact ? ranked : ranked.slice(0, labelled.count);
    return known.map((suspect, place) => {
      const isPositive = place < labelled.count;
      return { suspect, evidence: suspect.first, isPositive, weight: 1, group: file.group };
    });
  });
}

/** The candidates of a photo that the detector would judge. */
function candidatesOf(
  { suspects, persons }: LabelledPhoto,
  faceOf: (suspect: SeenSuspect) => number,
): readonly CandidateReading[] {
  const faces = suspects.filter((suspect) => suspect.ages !== null && faceOf(suspect) >= FACE_FLOOR);
  const pairs = pairUp(
    faces.map(({ box }) => box),
    persons.map(({ box }) => box),
  );
  return pairs.map(({ face, person }) =>
    readingOf(
      face === null ? null : faceEvidence(faces[face]!.ages!),
      person === null ? null : personEvidence(persons[person]!.child, persons[person]!.score),
      face === null ? 0 : faces[face]!.share,
    ),
  );
}

/**
 * A label states whether a photo shows a child, not which person it is. Without a child every
 * candidate is a negative. With a child, the candidate most like one is the positive, and the
 * others are skipped.
 */
function candidateRows(
  seenOf: ReadonlyMap<LabelledPhoto, readonly CandidateReading[]>,
  rank: (reading: CandidateReading) => number,
): CandidateRow[] {
  return [...seenOf].flatMap(([{ file }, candidates]) => {
    const isPositive = showsChild(file);
    if (isPositive === null) return [];
    const known = isPositive ? candidates.toSorted((a, b) => rank(b) - rank(a)).slice(0, 1) : candidates;
    return known.map((reading) => ({ reading, isPositive, group: file.group }));
  });
}

/** Candidates with a person train the first model, candidates with a face the second. */
function fitChildren(rows: readonly CandidateRow[]): Pick<Fitted, 'child' | 'childByFace'> {
  const withPerson = rows.flatMap(({ reading: { face, person }, ...row }) =>
    person === null ? [] : [{ ...row, weight: 1, evidence: { ...(face ?? UNSEEN), person } }],
  );
  const withFace = rows.map(({ reading: { face }, ...row }) => ({ ...row, weight: 1, evidence: face ?? UNSEEN }));
  return { child: fitRows(withPerson, CHILD), childByFace: fitRows(withFace, BY_FACE) };
}
