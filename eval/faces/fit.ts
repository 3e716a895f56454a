// Fits the calibrators of the faces detector to its observations in labelled photos.
import type { AgainEvidence, FirstEvidence } from '../../src/detectors/faces/evidence.js';
import { type Logistic, probability } from '../../src/detectors/faces/logistic.js';
import type { LabelledFile } from '../labels.js';
import type { Seen, SeenSuspect } from './collect.js';
import { crossFitted, fitRows, type Row } from './regression.js';

export interface LabelledPhoto extends Seen {
  readonly file: LabelledFile;
}

export interface Fitted {
  readonly first: Logistic<FirstEvidence>;
  readonly again: Logistic<AgainEvidence>;
}

/** Probabilities of the suspects in one photo; cross-fitted if the photo was part of the fit. */
export interface Judged {
  readonly photo: LabelledPhoto;
  readonly faces: readonly number[];
}

const FIRST: readonly FirstEvidence[] = ['best', 'other', 'people', 'isTurned'];
const AGAIN: readonly AgainEvidence[] = [...FIRST, 'again'];

/**
 * Labels state how many faces a photo has, not where. The last fit guesses which suspects they are,
 * then the next fit uses that.
 */
const GUESSES = 4;

interface FaceRow extends Row<FirstEvidence> {
  readonly suspect: SeenSuspect;
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

export function fitAll(photos: readonly LabelledPhoto[]): { fitted: Fitted; judged: readonly Judged[] } {
  let rows = faceRows(photos, (suspect) => suspect.first.best);
  let fits = fitFaces(rows);
  for (let guess = 1; guess < GUESSES; guess += 1) {
    rows = faceRows(photos, fits.faceOf);
    fits = fitFaces(rows);
  }
  const { first, again, faceOf } = fits;

  const judged = photos.map((photo) => ({ photo, faces: photo.suspects.map(faceOf) }));
  return { fitted: { first, again }, judged };
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
