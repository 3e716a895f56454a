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
 * Evidence for a child, of a face: `youngest` is the natural logarithm of 20 divided by the
 * youngest estimate in years (positive below 20), `under13` the log odds that it is under 13,
 * `features` the log odds of a child by face-child.
 */
export type FaceEvidence = 'youngest' | 'under13' | 'features';

/**
 * Evidence for a real face: the log odds of a real person by the look of the whole photo, and those
 * of a real face by face-child. Both limited.
 */
export type RealEvidence = 'whole' | 'face';

/**
 * Evidence for a child in a photo: `some` is the log odds that any candidate is one, `scene` those
 * by the look of the whole photo, which fade out as the largest face fills the picture; `isFilled`
 * is 0 where they count in full, 1 where they do not count.
 */
export type PhotoEvidence = 'some' | 'scene' | 'isFilled';

/**
 * Evidence for a child, of a face, a person, or a person with a face. The evidence of a person, and
 * what ends in `OfPerson`, is multiplied by the trust in the person, which falls to 0 for a face
 * that fills the picture; so are those that state what there is. `personUnseen` and
 * `personOfFace` are the log odds that the whole person is a child, without and with a face.
 */
export type CandidateEvidence =
  | 'isFaceAlone'
  | 'isFaceOfPerson'
  | 'isUnseen'
  | FaceEvidence
  | 'personUnseen'
  | 'personOfFace';
