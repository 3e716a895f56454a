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
      intercept: 0.37234,
      weights: {
        under13: 1.07419,
        isUnseen: -1.12693,
        person: 1.27023,
      },
    },
    childByFace: {
      intercept: 1.1051,
      weights: {
        youngest: 1.33281,
        under13: 1.00582,
        isUnseen: -1.86703,
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
      intercept: 0.84484,
      weights: {
        under13: 0.94959,
        isUnseen: -2.10735,
        person: 1.09581,
      },
    },
    childByFace: {
      intercept: 2.10992,
      weights: {
        youngest: 0.3143,
        under13: 1.24649,
        isUnseen: -3.28461,
      },
    },
    yearsAround: 9,
  },
};
