// Rules on people in the picture.
import type { Rule } from './rule.js';

export const PERSON_RULES: readonly Rule[] = [
  {
    id: 'person/child',
    title: 'child',
    severity: 'critical',
    detector: 'faces',
    labels: ['child', 'child-unseen', 'teenager'],
    severityByLabel: { teenager: 'high' },
    labelConditions: { teenager: 'the face looks rather 13 to 17 years old' },
    // Above the doubt 19 of 20 flagged photos of people show a child; docs/accuracy.md has the
    // curve.
    doubt: { below: 0.65, severity: 'high' },
    minScore: 0.247,
    scoreKind: 'probability',
    meaning:
      'Someone who looks younger than 13, critical. High where that is in doubt, and for a face that looks rather 13 to 17 years old. One finding for each such face, or one for the photo if no face is clear enough.',
    looksAt:
      'Every face that was found, whose age three models estimate, every person as a whole and the whole photo, judged by models trained on everyday photos.',
    proof: 'Nothing proves an age.',
    cannotSee:
      'Many children whose face is hidden, turned away or very small. Many teenagers. An estimated age can be several years too high or too low.',
  },
  {
    id: 'person/face',
    title: 'face',
    severity: 'medium',
    detector: 'faces',
    labels: ['face', 'face-unclear'],
    severityByLabel: { 'face-unclear': 'low' },
    labelConditions: { 'face-unclear': 'the face is too small or blurred to recognise the person' },
    // 1.4 % of photos without people are flagged from here, cross-fitted (docs/accuracy.md).
    minScore: 0.45,
    scoreKind: 'probability',
    meaning:
      'A face clear enough to recognise the person; low if it is too small or blurred for that. One finding for each face, children’s faces included.',
    looksAt:
      'The upright picture. Photos without an orientation tag are also checked rotated, in case they are sideways.',
    proof: 'Nothing proves a face.',
    cannotSee:
      'Heads seen from behind, and faces that are mostly covered or only a few pixels wide. Drawings, statues, dolls and sometimes animals are mistaken for faces.',
  },
];
