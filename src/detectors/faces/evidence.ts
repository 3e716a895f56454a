// The inputs of the calibrated logistic regressions, by name.

/**
 * Evidence for a face after the first passes: `best` is the best score in its own orientation and
 * `other` the best in any other, in log odds (animals look like faces in all of them); `people` is
 * the highest score of a person anywhere in the picture, by another model, also in log odds;
 * `isTurned` is 1 if the face is not upright, 0 if it is.
 */
export type FirstEvidence = 'best' | 'other' | 'people' | 'isTurned';

/** The same, plus the score of the suspect shown on its own. */
export type AgainEvidence = FirstEvidence | 'again';

/**
 * Evidence for a child. For a face: `youngest` is the natural logarithm of 20 divided by the
 * youngest estimate in years (positive below 20), and `under13` the log odds that it is under 13.
 * For a photo without a face: `isUnseen` is 1 and the evidence of the face is 0.
 */
export type FaceEvidence = 'youngest' | 'under13' | 'isUnseen';

/**
 * `person` is the log odds that the whole person is a child. Of the evidence of the face, the
 * youngest estimate adds nothing to it.
 */
export type ChildEvidence = Exclude<FaceEvidence, 'youngest'> | 'person';
