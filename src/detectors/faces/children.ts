// From the ages that faces seem to have, and from the whole picture, to the probability that a child is shown.
import type { Calibration } from './calibration.js';
import { type Logistic, logOdds, probability } from './logistic.js';

/**
 * What speaks for a child. Of a face: the youngest estimate, as the natural logarithm of years from 20 (positive where younger), and
 * the log odds that it is under 13. Of a photo without a face: `isUnseen` is 1 and the face's evidence 0.
 */
export type FaceEvidence = 'youngest' | 'under13' | 'isUnseen';

/** The same and the log odds, by the whole picture, that a child is in it. */
export type ChildEvidence = FaceEvidence | 'scene';

/** What the age models said of one face. */
export interface AgeReading {
  /** Years, at least 0, by crop. */
  readonly years: readonly number[];
  /** Probability 0..1 that it is younger than 13. */
  readonly under13: number;
}

/** Between children and adults, so that a face of this age speaks for neither. */
const NEUTRAL_YEARS = 20;

/** Beyond these log odds the model of whole pictures is too sure of itself to be followed. */
const MOST_SCENE = 5;

/** A face with this share of the picture's shorter side fills it: then there is no scene to judge. */
const FILLING = 0.6;

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

/** `scene`: of sceneEvidence(); null where no model could look at the picture. */
export function childProbability(
  evidence: Readonly<Record<FaceEvidence, number>>,
  scene: number | null,
  { child, childByFace }: Pick<Calibration, 'child' | 'childByFace'>,
): number {
  return scene === null ? probability(childByFace, evidence) : probability(child, { ...evidence, scene });
}

/**
 * What a picture says as a scene: the less, the more of it one face fills.
 * @param scene log odds that a child is shown, by the model of whole pictures
 * @param largestFace its longer side as a share of the picture's shorter one; 0 without a face
 */
export function sceneEvidence(scene: number, largestFace: number): number {
  return Math.min(MOST_SCENE, Math.max(-MOST_SCENE, scene)) * Math.max(0, 1 - largestFace / FILLING);
}

/** Whether a face says more for a child than no face at all would: then the child is where the face is. */
export function isOwnChild(
  evidence: Readonly<Record<FaceEvidence, number>>,
  logistic: Logistic<FaceEvidence>,
): boolean {
  return probability(logistic, evidence) > probability(logistic, UNSEEN);
}

/** A child that the photo shows: at a face, or somewhere in the picture. */
export interface SeenChild {
  /** The place of the face among those given; null where no face tells. */
  readonly face: number | null;
  /** 0..1 */
  readonly probability: number;
}

/** One for each face that may be a child's, and one without a face where the picture says more than any of them. */
export function findChildren(
  faces: readonly Readonly<Record<FaceEvidence, number>>[],
  scene: number | null,
  calibration: Pick<Calibration, 'child' | 'childByFace'>,
): readonly SeenChild[] {
  const judged = faces.map((evidence, face) => {
    const isOwn = isOwnChild(evidence, calibration.childByFace);
    return { face: isOwn ? face : null, probability: childProbability(evidence, scene, calibration) };
  });
  if (judged.length === 0) judged.push({ face: null, probability: childProbability(UNSEEN, scene, calibration) });
  const own = judged.filter(({ face }) => face !== null);
  const surest = Math.max(0, ...own.map(({ probability }) => probability));
  const [elsewhere] = judged
    .filter(({ face, probability }) => face === null && probability > surest)
    .toSorted((a, b) => b.probability - a.probability);
  return elsewhere ? [...own, elsewhere] : own;
}

/** Whole years between which the age lies, by the mean of the estimates. */
export function ageInterval(
  years: AgeReading['years'],
  { yearsAround }: Pick<Calibration, 'yearsAround'>,
): readonly [low: number, high: number] {
  const mean = years.reduce((sum, age) => sum + age, 0) / years.length;
  return [Math.max(0, Math.floor(mean - yearsAround)), Math.max(0, Math.ceil(mean + yearsAround))];
}
