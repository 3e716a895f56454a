// Coefficients of the calibrators, written by eval/calibrate-faces.ts. Do not edit by hand.
import type { ChildEvidence, FaceEvidence } from './children.js';
import type { AgainEvidence, FirstEvidence } from './find.js';
import type { Logistic } from './logistic.js';

export interface Calibration {
  /** Whether it is a face, before the suspects were shown again. */
  readonly first: Logistic<FirstEvidence>;
  /** The same, after. */
  readonly again: Logistic<AgainEvidence>;
  /** Whether a child is shown, by one face or by the lack of any, and by the whole picture. */
  readonly child: Logistic<ChildEvidence>;
  /** The same without the whole picture: where its model is not there. */
  readonly childByFace: Logistic<FaceEvidence>;
  /** Four of five ages lie within this many years of the mean estimate. */
  readonly yearsAround: number;
}

export const CALIBRATION: Readonly<Record<'full' | 'fast', Calibration>> = {
  full: {
    first: {
      intercept: -2.037,
      weights: {
        best: 1.839,
        other: -0.204,
        isTurned: -3.023,
      },
    },
    again: {
      intercept: -1.877,
      weights: {
        best: 0.999,
        other: -0.124,
        isTurned: -2.213,
        again: 0.783,
      },
    },
    child: {
      intercept: 1.745,
      weights: {
        youngest: 1.022,
        under13: 0.966,
        isUnseen: -2.265,
        scene: 0.66,
      },
    },
    childByFace: {
      intercept: 0.883,
      weights: {
        youngest: 1.287,
        under13: 0.794,
        isUnseen: -3.374,
      },
    },
    yearsAround: 9,
  },
  fast: {
    first: {
      intercept: 0.381,
      weights: {
        best: 2.025,
        other: -0.456,
        isTurned: -4.212,
      },
    },
    again: {
      intercept: -0.184,
      weights: {
        best: 1.464,
        other: -0.51,
        isTurned: -3.023,
        again: 0.595,
      },
    },
    child: {
      intercept: 2.579,
      weights: {
        youngest: 0.246,
        under13: 1.171,
        isUnseen: -3.663,
        scene: 0.585,
      },
    },
    childByFace: {
      intercept: 1.802,
      weights: {
        youngest: 0.604,
        under13: 0.976,
        isUnseen: -4.566,
      },
    },
    yearsAround: 9,
  },
};
