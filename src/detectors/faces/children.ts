// From the ages that faces seem to have, and from what the people look like as a whole, to the probability that a child is shown.

import { boxArea, containment, type EdgeBox } from './boxes.js';
import type { Calibration } from './calibration.js';
import type { FaceEvidence } from './evidence.js';
import { type Logistic, logitOf, logOdds, probability, sigmoid } from './logistic.js';

/** Someone who may be a child: a face, a person without one, or a person and their face. */
export interface Candidate {
  /** Places among the faces and the persons that were found; at least one of them is not null. */
  readonly face: number | null;
  readonly person: number | null;
}

/** What is known of a candidate; at least one of `face` and `person` is not null. */
export interface CandidateReading {
  readonly face: Readonly<Record<FaceEvidence, number>> | null;
  /** Of personEvidence(). */
  readonly person: number | null;
  /** The face's longer side as a share of the picture's shorter one; 0 without a face. */
  readonly share: number;
}

/** What the age models said of one face. */
export interface AgeReading {
  /** Years, at least 0, by crop. */
  readonly years: readonly number[];
  /** Probability 0..1 that it is younger than 13. */
  readonly under13: number;
}

/** Between children and adults, so that a face of this age speaks for neither. */
const NEUTRAL_YEARS = 20;

/** Beyond these log odds the model of persons is too sure of itself to be followed. */
const MAX_PERSON = 6;

/** A face with this share of the picture's shorter side leaves nothing of the person to be judged: then it alone decides. */
const FACE_ALONE = 0.5;

/** From the second of these scores on a person is surely one, up to the first surely none: trees and patterns score between them. */
const NO_PERSON = 0.15;
const SURE_PERSON = 0.4;

/** Share of a face that lies within the box of the person whose face it is. */
const HOLDS = 0.7;

/**
 * Youngest, not mean: some crops of a child's face look old, while crops of an adult's face hardly ever look like a child. The share
 * of the distribution below 13, not its mean: what is left of other ages hides a child (both measured on everyday scenes).
 */
export function faceEvidence({ years, under13 }: AgeReading): Record<FaceEvidence, number> {
  return {
    youngest: Math.log(NEUTRAL_YEARS / Math.max(1, Math.min(...years))),
    under13: logOdds(under13),
    isUnseen: 0,
  };
}

export const UNSEEN: Readonly<Record<FaceEvidence, number>> = { youngest: 0, under13: 0, isUnseen: 1 };

/**
 * Log odds that a person is there and is a child, limited to what the models can tell.
 * @param child log odds that it is a child, if it is a person
 * @param score of the detector that it is a person, 0..1
 */
export function personEvidence(child: number, score: number): number {
  const isPerson = Math.min(1, Math.max(0, (score - NO_PERSON) / (SURE_PERSON - NO_PERSON)));
  const both = sigmoid(child) * isPerson;
  return Math.min(MAX_PERSON, Math.max(-MAX_PERSON, Math.log(both / (1 - both))));
}

/** Evidence from which a face tells on its own that somebody is grown up, in both age models; looser values lose a labelled scene (docs/accuracy.md). */
const GROWN_UP: Readonly<Record<'under13' | 'youngest', number>> = {
  under13: logOdds(0.05),
  youngest: Math.log(NEUTRAL_YEARS / 18),
};
/** Of the picture's shorter side: on smaller faces the age models are less sure than they say. */
const CLEAR_SHARE = 0.1;

/** One candidate. Of somebody whose clear face is surely a grown-up's the rest of the person may speak against a child, but not for one. */
export function readingOf(
  face: CandidateReading['face'],
  person: CandidateReading['person'],
  share: number,
): CandidateReading {
  const isGrownUp =
    face !== null && share > CLEAR_SHARE && face.under13 < GROWN_UP.under13 && face.youngest <= GROWN_UP.youngest;
  return { face, person: person !== null && isGrownUp ? Math.min(0, person) : person, share };
}

/** Each face belongs to the smallest person that holds it, and each person has at most one: the largest. Nobody is left out. */
export function pairUp(faces: readonly EdgeBox[], persons: readonly EdgeBox[]): readonly Candidate[] {
  const owners = faces.map((face) => smallestAround(face, persons));
  const own = persons.map((_, person) => largest(faces, (face) => owners[face] === person));
  return [
    ...persons.map((_, person) => ({ face: own[person] ?? null, person })),
    ...faces.flatMap((_, face) => (own.includes(face) ? [] : [{ face, person: null }])),
  ];
}

function smallestAround(face: EdgeBox, persons: readonly EdgeBox[]): number | null {
  const around = [...persons.keys()].filter((place) => containment(persons[place]!, face) >= HOLDS);
  return around.toSorted((a, b) => boxArea(persons[a]!) - boxArea(persons[b]!))[0] ?? null;
}

function largest(boxes: readonly EdgeBox[], isWanted: (place: number) => boolean): number | null {
  const wanted = [...boxes.keys()].filter(isWanted);
  return wanted.toSorted((a, b) => boxArea(boxes[b]!) - boxArea(boxes[a]!))[0] ?? null;
}

/** That one candidate is a child, 0..1. What the whole person says fades with the size of the face. */
export function childProbability(
  { face, person, share }: CandidateReading,
  { child, childByFace }: Pick<Calibration, 'child' | 'childByFace'>,
): number {
  const byFace = logitOf(childByFace, face ?? UNSEEN);
  if (person === null) return sigmoid(byFace);
  const trust = Math.max(0, 1 - share / FACE_ALONE);
  return sigmoid(trust * logitOf(child, { ...(face ?? UNSEEN), person }) + (1 - trust) * byFace);
}

/** Whether a face says more for a child than no face at all would: then the child is where the face is. */
export function isOwnChild(
  evidence: Readonly<Record<FaceEvidence, number>>,
  logistic: Logistic<FaceEvidence>,
): boolean {
  return probability(logistic, evidence) > probability(logistic, UNSEEN);
}

/**
 * That a photo shows a child, 0..1, by its two likeliest candidates, taken as independent. More of them would count the doubt that a group of
 * grown-ups has in common once for each.
 */
export function someChild(probabilities: readonly number[]): number {
  const [first = 0, second = 0] = probabilities.toSorted((a, b) => b - a);
  return 1 - (1 - first) * (1 - second);
}

/** The probabilities of the candidates, in their order. The likeliest stands for the photo: its own is that any child is shown. */
export function judgeChildren(
  candidates: readonly CandidateReading[],
  calibration: Pick<Calibration, 'child' | 'childByFace'>,
): readonly number[] {
  const own = candidates.map((candidate) => childProbability(candidate, calibration));
  const likeliest = own.indexOf(Math.max(...own));
  return own.map((one, place) => (place === likeliest ? someChild(own) : one));
}

/** Whole years between which the age lies, by the mean of the estimates. */
export function ageInterval(
  years: AgeReading['years'],
  { yearsAround }: Pick<Calibration, 'yearsAround'>,
): readonly [low: number, high: number] {
  const mean = years.reduce((sum, age) => sum + age, 0) / years.length;
  return [Math.max(0, Math.floor(mean - yearsAround)), Math.max(0, Math.ceil(mean + yearsAround))];
}
