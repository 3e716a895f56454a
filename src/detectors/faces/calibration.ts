// Coefficients of the calibrators, written by eval/calibrate-faces.ts. Do not edit by hand.
import type { AgainEvidence, FirstEvidence } from './evidence.js';
import type { Logistic } from './logistic.js';

export interface Calibration {
  /** Whether it is a face, before the suspects are shown again. */
  readonly first: Logistic<FirstEvidence>;
  /** Whether it is a face, after the suspects are shown again. */
  readonly again: Logistic<AgainEvidence>;
  /** Four of five ages are within this many years of the mean estimate. */
  readonly yearsAround: number;
}

export const CALIBRATION: Readonly<Record<'full' | 'fast', Calibration>> = {
  full: {
    first: {
      intercept: -2.47934,
      weights: {
        best: 1.82748,
        other: -0.47843,
        people: 0.95599,
        isTurned: -1.57628,
      },
    },
    again: {
      intercept: -1.88575,
      weights: {
        best: 1.01245,
        other: -0.22616,
        people: 1.03074,
        isTurned: -0.77973,
        again: 0.89109,
      },
    },
    yearsAround: 9,
  },
  fast: {
    first: {
      intercept: -0.34039,
      weights: {
        best: 1.87865,
        other: 0.10267,
        people: 1.10379,
        isTurned: -1.71626,
      },
    },
    again: {
      intercept: -0.35261,
      weights: {
        best: 1.17787,
        other: 0.20381,
        people: 1.10499,
        isTurned: -1.19823,
        again: 0.56935,
      },
    },
    yearsAround: 8,
  },
};
