// Coefficients of the calibrators of children, written by models/train/calibrate.py. Do not edit by
// hand.
import type { CandidateEvidence, FaceEvidence } from './evidence.js';
import type { Logistic } from './logistic.js';

export interface ChildCalibration {
  /** Whether one candidate is a child. */
  readonly candidate: Logistic<CandidateEvidence>;
  /**
   * Whether the photo shows a child: `some` is the log odds that any candidate is one, `scene`
   * those by the look of the whole photo.
   */
  readonly photo: Logistic<'some' | 'scene'>;
}

/** With all models, and by the ages of faces alone. */
export const CHILD_CALIBRATION: Readonly<Record<'complete' | 'facesOnly', ChildCalibration>> = {
  complete: {
    candidate: {
      intercept: -1.7901,
      weights: {
        isFaceAlone: -0.0676,
        isFaceOfPerson: 0.5454,
        isUnseen: -0.4781,
        under13: 0.171,
        youngest: 0.3315,
        features: 0.7016,
        personUnseen: 0.5332,
        personOfFace: 0.5025,
      },
    },
    photo: {
      intercept: 2.0903,
      weights: {
        some: 1.1141,
        scene: 0.6785,
      },
    },
  },
  facesOnly: {
    candidate: {
      intercept: 0.4237,
      weights: {
        isFaceAlone: 0,
        isFaceOfPerson: 0,
        isUnseen: 0,
        under13: 1.5744,
        youngest: 0.6299,
        features: 0,
        personUnseen: 0,
        personOfFace: 0,
      },
    },
    photo: {
      intercept: 2.6436,
      weights: {
        some: 1.057,
        scene: 0,
      },
    },
  },
};

/** Whether a face is that of a teenager of 13 to 17. */
export const TEENAGER: Logistic<'from13To17' | FaceEvidence> = {
  intercept: 1.6759,
  weights: {
    from13To17: 1.6327,
    youngest: -0.1001,
    under13: 0.1062,
    features: -0.1807,
  },
};
