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
      intercept: -1.6998,
      weights: {
        isFaceAlone: 0.0172,
        isFaceOfPerson: 0.4562,
        isUnseen: -0.4736,
        under13: 0.1523,
        youngest: 0.6857,
        features: 0.5336,
        personUnseen: 0.5059,
        personOfFace: 0.4654,
      },
    },
    photo: {
      intercept: 2.2264,
      weights: {
        some: 1.2166,
        scene: 0.6478,
        isFilled: -0.1394,
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

/** Whether a photo shows a child in which no one was found, by its look. */
export const NO_ONE_FOUND: Logistic<'scene'> = {
  intercept: -2.6417,
  weights: {
    scene: 1.2959,
  },
};

/** Whether a face is that of a real person. */
export const REAL_FACE: Logistic<RealEvidence> = {
  intercept: 0.0093,
  weights: {
    whole: 0.7461,
    face: 0.92,
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
