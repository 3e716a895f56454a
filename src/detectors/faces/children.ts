// Computes the probability that a photo shows a child, from the ages that faces seem to have, from
// the look of whole persons, and from the look of the whole photo.

import { boxArea, containment, type EdgeBox, FILLING } from './boxes.js';
import type { Calibration } from './calibration.js';
import type { ChildCalibration } from './child-calibration.js';
import type { CandidateEvidence, FaceEvidence } from './evidence.js';
import { type Logistic, logitOf, logOdds, sigmoid } from './logistic.js';

/** Someone who may be a child: a face, a person without a face, or a person with a face. */
export interface Candidate {
  /** Indices into the faces and the persons that were found. At least one is not null. */
  readonly face: number | null;
  readonly person: number | null;
}

/** What is known about a candidate. At least one of `face` and `person` is not null. */
export interface CandidateReading {
  readonly face: Readonly<Record<FaceEvidence, number>> | null;
  /** The result of personEvidence(). */
  readonly person: number | null;
  /** The longer side of the face as a share of the picture's shorter side. 0 without a face. */
  readonly share: number;
}

/** The output of the age models for one face. */
export interface AgeReading {
  /** Age in years, at least 0, for each crop. */
  readonly years: readonly number[];
  /** Probability that the face is younger than 13, 0..1. */
  readonly under13: number;
  /** Probability that the face is 13 to 17 years old, 0..1. */
  readonly from13To17: number;
  /** The mean features of the crops, for face-child. Null where that model is missing. */
  readonly features: readonly number[] | null;
}

/** An age between children and adults. A face of this age is neutral evidence. */
const NEUTRAL_YEARS = 20;

/** Limit of the log odds. Beyond it the models of persons and photos are overconfident. */
const MOST = 6;

/**
 * Share of the picture's shorter side from which a face hides the rest of the person. Then the face
 * alone decides.
 */
const FACE_ALONE = 0.5;

/**
 * Scores of the person detector: up to the first there is surely no person, from the second on
 * there surely is one. Trees and patterns score in between.
 */
const NO_PERSON = 0.15;
const SURE_PERSON = 0.4;

/**
 * Share of the picture's shorter side from which a face leaves nothing of the scene. From FILLING
 * to this, the look of the whole photo counts less and less: it was trained on scenes.
 */
const SCENE_GONE = 0.8;

/** Minimum share of a face inside the box of the person that it belongs to. */
const HOLDS = 0.7;

/**
 * Uses the youngest estimate and not the mean: some crops of a child's face look old, while crops
 * of an adult's face hardly ever look like a child. Uses the share of the distribution below 13 and
 * not its mean: the remaining share of other ages would hide a child. Both were measured on
 * everyday scenes.
 * @param features log odds of a child by face-child; 0 where that model is missing
 */
export function faceEvidence({ years, under13 }: AgeReading, features: number): Record<FaceEvidence, number> {
  return {
    youngest: Math.log(NEUTRAL_YEARS / Math.max(1, Math.min(...years))),
    under13: logOdds(under13),
    features,
  };
}

/**
 * Log odds that a person is there and is a child, limited to what the models can distinguish.
 * @param child log odds that it is a child, if it is a person
 * @param score of the detector that it is a person, 0..1
 */
export function personEvidence(child: number, score: number): number {
  const isPerson = Math.min(1, Math.max(0, (score - NO_PERSON) / (SURE_PERSON - NO_PERSON)));
  const both = sigmoid(limited(child)) * isPerson;
  return limited(Math.log(both / (1 - both)));
}

const limited = (logit: number): number => Math.min(MOST, Math.max(-MOST, logit));

/**
 * Evidence of both age models from which a face alone identifies an adult. Looser values lose a
 * labelled scene (docs/accuracy.md).
 */
const ADULT: Readonly<Record<'under13' | 'youngest', number>> = {
  under13: logOdds(0.05),
  youngest: Math.log(NEUTRAL_YEARS / 18),
};
/** Share of the picture's shorter side. On smaller faces the age models are overconfident. */
const CLEAR_SHARE = 0.1;

/**
 * One candidate. If a clear face is surely an adult's, the rest of the person may count against a
 * child, but not for one.
 */
export function readingOf(
  face: CandidateReading['face'],
  person: CandidateReading['person'],
  share: number,
): CandidateReading {
  const isAdult =
    face !== null && share > CLEAR_SHARE && face.under13 < ADULT.under13 && face.youngest <= ADULT.youngest;
  return { face, person: person !== null && isAdult ? Math.min(0, person) : person, share };
}

/**
 * Assigns each face to the smallest person that contains it. Each person gets at most one face, the
 * largest. Every face and every person is in the result.
 */
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

/** The evidence of a candidate. The larger the face, the less the whole person counts. */
function candidateEvidence({ face, person, share }: CandidateReading): Record<CandidateEvidence, number> {
  const trust = person === null ? 0 : face === null ? 1 : Math.max(0, 1 - share / FACE_ALONE);
  const { under13, youngest, features } = face ?? { under13: 0, youngest: 0, features: 0 };
  const isFace = face === null ? 0 : 1;
  return {
    isFaceAlone: isFace * (1 - trust),
    isFaceOfPerson: isFace * trust,
    isUnseen: (1 - isFace) * trust,
    under13,
    youngest,
    features,
    personUnseen: (1 - isFace) * trust * (person ?? 0),
    personOfFace: isFace * trust * (person ?? 0),
  };
}

/** Log odds that one candidate is a child. */
export function candidateLogit(reading: CandidateReading, { candidate }: ChildCalibration): number {
  return logitOf(candidate, candidateEvidence(reading));
}

/** Probability of a child from which a face by itself is evidence of one. */
const OWN_FROM = 0.2;

/**
 * Whether a face by itself speaks for a child. If so, the child is at the face, and not anywhere in
 * the person.
 */
export function isOwnChild(face: Readonly<Record<FaceEvidence, number>>, calibration: ChildCalibration): boolean {
  const [own = 0] = judgeChildren([{ face, person: null, share: 1 }], 0, calibration);
  return own >= OWN_FROM;
}

/**
 * Log odds that any of the candidates is a child. Combines the two most likely candidates as
 * independent. With more candidates, the doubt that a group of adults has in common would count
 * once for each.
 */
export function someChild(logits: readonly number[]): number {
  const [first = Number.NEGATIVE_INFINITY, second = Number.NEGATIVE_INFINITY] = logits.toSorted((a, b) => b - a);
  const none = (1 - sigmoid(first)) * (1 - sigmoid(second));
  return Math.log((1 - none) / none);
}

/**
 * The probabilities of the candidates, in their order, calibrated for whole photos. The most likely
 * candidate represents the photo: its probability is that any child is shown.
 * @param scene log odds of a child by the look of the whole photo; 0 where it is not known
 */
export function judgeChildren(
  candidates: readonly CandidateReading[],
  scene: number,
  calibration: ChildCalibration,
): readonly number[] {
  const logits = candidates.map((candidate) => candidateLogit(candidate, calibration));
  const likeliest = logits.indexOf(Math.max(...logits));
  const largest = Math.max(0, ...candidates.map(({ share }) => share));
  const trust = Math.min(1, Math.max(0, (SCENE_GONE - largest) / (SCENE_GONE - FILLING)));
  return logits.map((own, place) => {
    const some = place === likeliest ? someChild(logits) : own;
    const evidence = { some, scene: trust * limited(scene), isFilled: 1 - trust };
    return sigmoid(logitOf(calibration.photo, evidence));
  });
}

/** Log odds of a real person from which a photo in which no one was found may show a child. */
const REAL_FROM = 0;

/**
 * The probability that a photo in which no one was found shows a child: someone may be too close,
 * upside down or cut off.
 * @param scene log odds of a child by the look of the whole photo
 * @param real those of a real person
 */
export function judgeByLook(scene: number, real: number, logistic: Logistic<'scene'>): number {
  return real > REAL_FROM ? sigmoid(logitOf(logistic, { scene: limited(scene) })) : 0;
}

/** Probability that a face is a teenager's, 13 to 17 years old, 0..1. */
export function teenager(
  { from13To17, ...reading }: AgeReading,
  features: number,
  logistic: Logistic<'from13To17' | FaceEvidence>,
): number {
  const { youngest, under13 } = faceEvidence({ ...reading, from13To17 }, features);
  return sigmoid(logitOf(logistic, { from13To17: logOdds(from13To17), youngest, under13, features }));
}

/** The age interval in whole years, around the mean of the estimates. */
export function ageInterval(
  years: AgeReading['years'],
  { yearsAround }: Pick<Calibration, 'yearsAround'>,
): readonly [low: number, high: number] {
  const mean = years.reduce((sum, age) => sum + age, 0) / years.length;
  return [Math.max(0, Math.floor(mean - yearsAround)), Math.max(0, Math.ceil(mean + yearsAround))];
}
