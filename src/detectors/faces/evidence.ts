// What the calibrated logistics weigh, by name.

/**
 * What speaks for a face after the first passes: the best score in its orientation and in any other, in log odds (animals look like faces
 * in all of them); the same of the surest person anywhere in the picture, by another model; 1 if it is not upright, 0 if it is.
 */
export type FirstEvidence = 'best' | 'other' | 'people' | 'isTurned';

/** The same and the score of the suspect shown alone. */
export type AgainEvidence = FirstEvidence | 'again';

/**
 * What speaks for a child. Of a face: the youngest estimate, as the natural logarithm of years from 20 (positive where younger), and
 * the log odds that it is under 13. Of a photo without a face: `isUnseen` is 1 and the face's evidence 0.
 */
export type FaceEvidence = 'youngest' | 'under13' | 'isUnseen';

/** Log odds that the person is a child, by the whole of them, and what adds to it of their face: the youngest estimate does not. */
export type ChildEvidence = Exclude<FaceEvidence, 'youngest'> | 'person';
