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
      intercept: -1.7201,
      weights: {
        best: 1.82917,
        other: 0.06857,
        people: 1.68462,
        isTurned: -1.91544,
      },
    },
    again: {
      intercept: -1.51744,
      weights: {
        best: 1.19453,
        other: 0.1135,
        people: 1.41417,
        isTurned: -1.36765,
        again: 0.59031,
      },
    },
    child: {
      intercept: 0.79753,
      weights: {
        under13: 1.16963,
        isUnseen: -1.33525,
        person: 1.32328,
      },
    },
    childByFace: {
      intercept: 1.4039,
      weights: {
        youngest: 1.0355,
        under13: 1.1107,
        isUnseen: -2.2111,
      },
    },
    yearsAround: 9,
  },
  fast: {
    first: {
      intercept: 1.39815,
      weights: {
        best: 1.58437,
        other: 0.08257,
        people: 0.93376,
        isTurned: -3.70429,
      },
    },
    again: {
      intercept: 1.10726,
      weights: {
        best: 1.3334,
        other: 0.05079,
        people: 1.0613,
        isTurned: -2.87641,
        again: 0.46438,
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
      intercept: 2.05202,
      weights: {
        youngest: 0.37297,
        under13: 1.24004,
        isUnseen: -3.17551,
      },
    },
    yearsAround: 9,
  },
};
