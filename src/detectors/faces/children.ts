// From the ages that a face seems to have to the probability that it is a child's.
import type { Calibration } from './calibration.js';
import { probability } from './logistic.js';

/** What speaks for a child: the youngest estimate, as the natural logarithm of years, at least one year. */
export type ChildEvidence = 'youngest';

/** Of one face: what the age model said of several crops, years, at least one. */
export type AgeReading = readonly number[];

/**
 * Youngest, not mean: some crops of a child's face look old, while crops of an adult's face hardly ever look like a child. How sure it is
 * that this is a face adds nothing: what is none looks like thirty or more. (Both measured on everyday scenes.)
 */
export function childEvidence(ages: AgeReading): Record<ChildEvidence, number> {
  return { youngest: Math.log(Math.max(1, Math.min(...ages))) };
}

/** The probability, 0..1, that a child under 13 is shown. */
export function childProbability(ages: AgeReading, { child }: Calibration): number {
  return probability(child, childEvidence(ages));
}

/** Whole years between which the age lies, by the mean of the estimates. */
export function ageInterval(ages: AgeReading, { yearsAround }: Calibration): readonly [low: number, high: number] {
  const mean = ages.reduce((sum, age) => sum + age, 0) / ages.length;
  return [Math.max(0, Math.floor(mean - yearsAround)), Math.max(0, Math.ceil(mean + yearsAround))];
}
