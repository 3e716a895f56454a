// Coefficients of the calibrators, written by eval/calibrate-faces.ts. Do not edit by hand.
import type { ChildEvidence, FaceEvidence } from './children.js';
import type { AgainEvidence, FirstEvidence } from './find.js';
import type { Logistic } from './logistic.js';

export interface Calibration {
  /** Whether it is a face, before the suspects were shown again. */
  readonly first: Logistic<FirstEvidence>;
  /** The same, after. */
  readonly again: Logistic<AgainEvidence>;
  /** Whether a child is shown, by one face or by the lack of any, and by the person most like a child. */
  readonly child: Logistic<ChildEvidence>;
  /** The same by faces alone: where the model of persons is not there, and where a face fills the picture. */
  readonly childByFace: Logistic<FaceEvidence>;
  /** Four of five ages lie within this many years of the mean estimate. */
  readonly yearsAround: number;
}

export const CALIBRATION: Readonly<Record<'full' | 'fast', Calibration>> = {
  full: {
    first: {
      intercept: -2.89037,
      weights: {
        best: 2.00536,
        other: -0.41242,
        people: 1.76062,
        isTurned: -1.04292,
      },
    },
    again: {
      intercept: -2.56158,
      weights: {
        best: 1.21213,
        other: -0.29524,
        people: 1.3749,
        isTurned: -0.74921,
        again: 0.79418,
      },
    },
    child: {
      intercept: 0.73959,
      weights: {
        under13: 1.14799,
        isUnseen: -1.32269,
        person: 1.30532,
      },
    },
    childByFace: {
      intercept: 1.41853,
      weights: {
        youngest: 1.01773,
        under13: 1.10037,
        isUnseen: -2.20214,
      },
    },
    yearsAround: 9,
  },
  fast: {
    first: {
      intercept: 1.40822,
      weights: {
        best: 1.61045,
        other: 0.07142,
        people: 0.91918,
        isTurned: -3.56529,
      },
    },
    again: {
      intercept: 1.13248,
      weights: {
        best: 1.30539,
        other: 0.07838,
        people: 1.06176,
        isTurned: -2.65194,
        again: 0.49312,
      },
    },
    child: {
      intercept: 0.88146,
      weights: {
        under13: 0.9518,
        isUnseen: -1.85762,
        person: 1.2619,
      },
    },
    childByFace: {
      intercept: 2.0931,
      weights: {
        youngest: 0.30798,
        under13: 1.25496,
        isUnseen: -3.21365,
      },
    },
    yearsAround: 9,
  },
};
