// Fits the calibrators of the faces detector on what it saw in labelled photos.
import {
  type ChildEvidence,
  type FaceEvidence,
  faceEvidence,
  findChildren,
  sceneEvidence,
  UNSEEN,
} from '../../src/detectors/faces/children.js';
import { type AgainEvidence, FACE_FLOOR, type FirstEvidence } from '../../src/detectors/faces/find.js';
import { type Logistic, probability } from '../../src/detectors/faces/logistic.js';
import type { LabelledFile } from '../labels.js';
import type { SeenPhoto, SeenSuspect } from './collect.js';
import { crossFits, crossFitted, fitRows, type Row } from './regression.js';

export interface LabelledPhoto {
  readonly file: LabelledFile;
  readonly scene: number;
  readonly suspects: SeenPhoto['full'];
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

const FIRST: readonly FirstEvidence[] = ['best', 'other', 'isTurned'];
const AGAIN: readonly AgainEvidence[] = [...FIRST, 'again'];
const BY_FACE: readonly FaceEvidence[] = ['youngest', 'under13', 'isUnseen'];
const CHILD: readonly ChildEvidence[] = [...BY_FACE, 'scene'];

/** Labels say how many faces a photo has, not where: which suspects they are is guessed by the last fit, then fitted anew. */
const GUESSES = 4;

interface FaceRow extends Row<FirstEvidence> {
  readonly suspect: SeenSuspect;
}

interface ChildRow extends Row<ChildEvidence> {
  readonly photo: LabelledPhoto;
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

  const seenOf = new Map(photos.map((photo) => [photo, judgedView(photo, faceOf)]));
  let childRowsNow = childRows(seenOf, (evidence) => evidence.under13);
  let child = fitRows(childRowsNow, CHILD);
  for (let guess = 1; guess < GUESSES; guess += 1) {
    childRowsNow = childRows(seenOf, (evidence) => probability(child, evidence));
    child = fitRows(childRowsNow, CHILD);
  }
  const childByFace = fitRows(childRowsNow, BY_FACE);
  const fitOf = crossFits(childRowsNow, (rows) => ({
    child: fitRows(rows, CHILD),
    childByFace: fitRows(rows, BY_FACE),
  }));
  const judged = photos.map((photo) => ({
    photo,
    faces: photo.suspects.map(faceOf),
    children: childrenOf(seenOf.get(photo)!, fitOf(photo.file.group) ?? { child, childByFace }),
  }));
  return { fitted: { first, again, child, childByFace }, judged };
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

/** What the detector would judge of a photo by: its faces, and the picture as a scene. */
interface View {
  readonly faces: readonly Readonly<Record<FaceEvidence, number>>[];
  readonly scene: number;
}

function judgedView({ suspects, scene }: LabelledPhoto, faceOf: (suspect: SeenSuspect) => number): View {
  const faces = suspects.filter((suspect) => suspect.ages !== null && faceOf(suspect) >= FACE_FLOOR);
  const largest = Math.max(0, ...faces.map(({ share }) => share));
  return {
    faces: faces.flatMap(({ ages }) => (ages === null ? [] : [faceEvidence(ages)])),
    scene: sceneEvidence(scene, largest),
  };
}

function childrenOf({ faces, scene }: View, fits: Pick<Fitted, 'child' | 'childByFace'>): number[] {
  return findChildren(faces, scene, fits).map(({ probability }) => probability);
}

/**
 * One row for each photo: its face most like a child's, or that it has none. That is what is judged in the end, and labels say of photos,
 * not of faces, whether a child is shown.
 */
function childRows(
  seenOf: ReadonlyMap<LabelledPhoto, View>,
  rank: (evidence: Readonly<Record<ChildEvidence, number>>) => number,
): ChildRow[] {
  return [...seenOf].flatMap(([photo, { faces, scene }]) => {
    const isPositive = showsChild(photo.file);
    if (isPositive === null) return [];
    const seen = (faces.length > 0 ? faces : [UNSEEN]).map((evidence) => ({ ...evidence, scene }));
    const [evidence] = seen.toSorted((a, b) => rank(b) - rank(a));
    return evidence ? [{ photo, evidence, isPositive, weight: 1, group: photo.file.group }] : [];
  });
}
