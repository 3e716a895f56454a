// Fits the calibrators of the faces detector on what it saw in labelled photos.
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

/** Probabilities of one photo's suspects, cross-fitted where the photo was in the fit. */
export interface Judged {
  readonly photo: LabelledPhoto;
  readonly faces: readonly number[];
  readonly children: readonly number[];
}

const FIRST: readonly FirstEvidence[] = ['best', 'other', 'people', 'isTurned'];
const AGAIN: readonly AgainEvidence[] = [...FIRST, 'again'];
const BY_FACE: readonly FaceEvidence[] = ['youngest', 'under13', 'isUnseen'];
const CHILD: readonly ChildEvidence[] = ['under13', 'isUnseen', 'person'];

/** Labels say how many faces a photo has, not where: which suspects they are is guessed by the last fit, then fitted anew. */
const GUESSES = 4;

interface FaceRow extends Row<FirstEvidence> {
  readonly suspect: SeenSuspect;
}

interface CandidateRow {
  readonly reading: CandidateReading;
  readonly isPositive: boolean;
  readonly group: string;
}

/** How many faces the label counts, and whether there may be more; null where it says nothing. */
export function labelledFaces({ folder, label }: LabelledFile): { count: number; isExact: boolean } | null {
  if (folder !== 'faces' && folder !== 'negatives') return null;
  const isWithoutPeople = label.people !== true && (label.persons ?? 0) === 0;
  if (label.faces === 0) return isWithoutPeople ? { count: 0, isExact: true } : null;
  if (typeof label.faces === 'number') return { count: label.faces, isExact: true };
  const least = folder === 'faces' ? label.faces_min : null;
  return typeof least === 'number' ? { count: least, isExact: false } : null;
}

/** Whether a child is shown: of everyday photos alone, since the age model was trained on the source of the crops. */
export function showsChild({ folder, label }: LabelledFile): boolean | null {
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

/** Both calibrators of faces, and the probability of a suspect: cross-fitted where it was in the fit. */
function fitFaces(rows: readonly FaceRow[]) {
  const confirmed = rows.flatMap((row) => {
    const { first, again } = row.suspect;
    return again === null ? [] : [{ ...row, evidence: { ...first, again } }];
  });
  const first = fitRows(rows, FIRST);
  const again = fitRows(confirmed, AGAIN);
  // Suspects that were shown again are judged by the second fit, so it comes last.
  const cross = new Map(
    [...crossFitted(rows, FIRST), ...crossFitted(confirmed, AGAIN)].map(([row, p]) => [row.suspect, p]),
  );
  const faceOf = (suspect: SeenSuspect): number => {
    if (suspect.again === null) return cross.get(suspect) ?? probability(first, suspect.first);
    return cross.get(suspect) ?? probability(again, { ...suspect.first, again: suspect.again });
  };
  return { first, again, faceOf };
}

/** The best of each photo, as many as are labelled, are faces; the rest are none where the label is exact. */
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

/** Those of a photo whom the detector would judge. */
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
 * Labels say of photos, not of people, whether a child is shown. Nobody is one where none is; of a photo with a child the candidate most like one
 * is it, and of the others nothing is known.
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

/** The whole person is learned from those who have one, the face alone from those who have a face. */
function fitChildren(rows: readonly CandidateRow[]): Pick<Fitted, 'child' | 'childByFace'> {
  const withPerson = rows.flatMap(({ reading: { face, person }, ...row }) =>
    person === null ? [] : [{ ...row, weight: 1, evidence: { ...(face ?? UNSEEN), person } }],
  );
  const withFace = rows.map(({ reading: { face }, ...row }) => ({ ...row, weight: 1, evidence: face ?? UNSEEN }));
  return { child: fitRows(withPerson, CHILD), childByFace: fitRows(withFace, BY_FACE) };
}
