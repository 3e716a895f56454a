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
      intercept: -3.23536,
      weights: {
        best: 1.98083,
        other: -0.51482,
        people: 1.73082,
        isTurned: -0.94545,
      },
    },
    again: {
      intercept: -2.60881,
      weights: {
        best: 1.24656,
        other: -0.33412,
        people: 1.43907,
        isTurned: -0.58268,
        again: 0.68924,
      },
    },
    child: {
      intercept: 0.86633,
      weights: {
        under13: 0.96995,
        isUnseen: -0.70158,
        person: 1.67981,
      },
    },
    childByFace: {
      intercept: 1.13842,
      weights: {
        youngest: 1.42002,
        under13: 0.99903,
        isUnseen: -1.98047,
      },
    },
    yearsAround: 9,
  },
  fast: {
    first: {
      intercept: -0.80078,
      weights: {
        best: 1.8313,
        other: 0.10258,
        people: 1.50117,
        isTurned: -1.7947,
      },
    },
    again: {
      intercept: -0.85658,
      weights: {
        best: 1.26772,
        other: 0.15899,
        people: 1.36615,
        isTurned: -1.34569,
        again: 0.48309,
      },
    },
    child: {
      intercept: 1.30934,
      weights: {
        under13: 1.0566,
        isUnseen: -1.69076,
        person: 1.65531,
      },
    },
    childByFace: {
      intercept: 1.95298,
      weights: {
        youngest: 0.64,
        under13: 1.1676,
        isUnseen: -2.94439,
      },
    },
    yearsAround: 9,
  },
};
