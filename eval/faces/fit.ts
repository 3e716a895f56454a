// Fits the calibrators of the faces detector on what it saw in labelled photos.
import type { ChildEvidence } from '../../src/detectors/faces/children.js';
import { childEvidence } from '../../src/detectors/faces/children.js';
import type { AgainEvidence, FirstEvidence } from '../../src/detectors/faces/find.js';
import { type Logistic, probability } from '../../src/detectors/faces/logistic.js';
import type { LabelledFile } from '../labels.js';
import type { SeenPhoto, SeenSuspect } from './collect.js';
import { crossFitted, fitRows, type Row } from './regression.js';

export interface LabelledPhoto {
  readonly file: LabelledFile;
  readonly suspects: SeenPhoto['full'];
}

export interface Fitted {
  readonly first: Logistic<FirstEvidence>;
  readonly again: Logistic<AgainEvidence>;
  readonly child: Logistic<ChildEvidence>;
}

/** Probabilities of one photo's suspects, cross-fitted where the photo was in the fit. */
export interface Judged {
  readonly photo: LabelledPhoto;
  readonly faces: readonly number[];
  readonly children: readonly number[];
}

const FIRST: readonly FirstEvidence[] = ['best', 'other', 'isTurned'];
const AGAIN: readonly AgainEvidence[] = [...FIRST, 'again'];
const CHILD: readonly ChildEvidence[] = ['youngest'];

/** Labels say how many faces a photo has, not where: which suspects they are is guessed by the last fit, then fitted anew. */
const GUESSES = 4;

/** Less likely faces are not asked for their age (as in the detector). */
const FACE_FLOOR = 0.05;

interface FaceRow extends Row<FirstEvidence> {
  readonly suspect: SeenSuspect;
}

interface ChildRow extends Row<ChildEvidence> {
  readonly suspect: SeenSuspect;
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

/** Whether a child is shown where faces can tell: everyday photos alone, since the age model was trained on the source of the crops. */
export function showsChild({ folder, label }: LabelledFile): boolean | null {
  if (folder === 'children')
    return label.kind === 'scene' && label.child_face !== 'hidden_or_tiny' ? (label.child ?? null) : null;
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

  let kids = childRows(photos, faceOf, (suspect) => -Math.min(...suspect.ages));
  for (let guess = 1; guess < GUESSES; guess += 1) {
    const child = fitRows(kids, CHILD);
    kids = childRows(photos, faceOf, (suspect) => probability(child, childEvidence(suspect.ages)));
  }
  const child = fitRows(kids, CHILD);
  const crossChild = new Map([...crossFitted(kids, CHILD)].map(([row, p]) => [row.suspect, p]));
  const childOf = (suspect: SeenSuspect): number => {
    if (suspect.ages.length === 0 || faceOf(suspect) < FACE_FLOOR) return 0;
    return crossChild.get(suspect) ?? probability(child, childEvidence(suspect.ages));
  };
  const judged = photos.map((photo) => ({
    photo,
    faces: photo.suspects.map(faceOf),
    children: photo.suspects.map(childOf),
  }));
  return { fitted: { first, again, child }, judged };
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

/** Where a child is shown, the face most like one is a child's and nothing is known of the others. */
function childRows(
  photos: readonly LabelledPhoto[],
  faceOf: (suspect: SeenSuspect) => number,
  rank: (suspect: SeenSuspect) => number,
): ChildRow[] {
  return photos.flatMap(({ file, suspects }) => {
    const isPositive = showsChild(file);
    if (isPositive === null) return [];
    const aged = suspects.filter((suspect) => suspect.ages.length > 0 && faceOf(suspect) >= FACE_FLOOR);
    const known = isPositive ? aged.toSorted((a, b) => rank(b) - rank(a)).slice(0, 1) : aged;
    return known.map((suspect) => {
      return {
        suspect,
        evidence: childEvidence(suspect.ages),
        isPositive,
        weight: 1,
        group: file.group,
      };
    });
  });
}
