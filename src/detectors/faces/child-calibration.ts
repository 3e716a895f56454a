// Coefficients of the calibrators of children, written by models/train/calibrate.py. Do not edit by
// hand.
import type { CandidateEvidence, FaceEvidence, PhotoEvidence, RealEvidence } from './evidence.js';
import type { Logistic } from './logistic.js';

export interface ChildCalibration {
  /** Whether one candidate is a child. */
  readonly candidate: Logistic<CandidateEvidence>;
  /** Whether the photo shows a child. */
  readonly photo: Logistic<PhotoEvidence>;
}

/** With all models, and by the ages of faces alone. */
export const CHILD_CALIBRATION: Readonly<Record<'complete' | 'facesOnly', ChildCalibration>> = {
  complete: {
    candidate: {
      intercept: -1.7001,
      weights: {
        isFaceAlone: 0.0178,
        isFaceOfPerson: 0.456,
        isUnseen: -0.4739,
        under13: 0.1517,
        youngest: 0.6845,
        features: 0.534,
        personUnseen: 0.5065,
        personOfFace: 0.4647,
      },
    },
    photo: {
      intercept: 2.2255,
      weights: {
        some: 1.2164,
        scene: 0.6486,
        isFilled: -0.138,
      },
    },
  },
  facesOnly: {
    candidate: {
      intercept: 0.4376,
      weights: {
        isFaceAlone: 0,
        isFaceOfPerson: 0,
        isUnseen: 0,
        under13: 1.5774,
        youngest: 0.6238,
        features: 0,
        personUnseen: 0,
        personOfFace: 0,
      },
    },
    photo: {
      intercept: 2.6397,
      weights: {
        some: 1.0582,
        scene: 0,
        isFilled: 0,
      },
    },
  },
};

/** Whether a photo shows a child in which nobody was found, by its look. */
export const NOBODY_FOUND: Logistic<'scene'> = {
  intercept: -2.6437,
  weights: {
    scene: 1.2985,
  },
};

/** Whether a face is that of a real person. */
export const REAL_FACE: Logistic<RealEvidence> = {
  intercept: -0.0977,
  weights: {
    whole: 0.7485,
    face: 0.9033,
  },
};

/** Whether a face is that of a teenager of 13 to 17. */
export const TEENAGER: Logistic<'from13To17' | FaceEvidence> = {
  intercept: 1.5752,
  weights: {
    from13To17: 1.6232,
    youngest: -0.1359,
    under13: 0.0616,
    features: -0.1469,
  },
};
