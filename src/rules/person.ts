// Rules on people in the picture.
import type { Rule } from './rule.js';

export const PERSON_RULES: readonly Rule[] = [
  {
    id: 'person/child',
    title: 'child',
    severity: 'critical',
    detector: 'faces',
    labels: ['child', 'child-unseen'],
    // 2.9 % of photos without a child are flagged, cross-fitted; higher thresholds miss more than one child's face in twenty (docs/accuracy.md).
    minScore: 0.34,
    scoreKind: 'probability',
    meaning:
      'Someone who looks younger than 13; in doubt also a teenager. One finding for each such face, or one for the photo where no face tells.',
    looksAt:
      'Every face that was found and its age by two models, and every person as a whole, by a model trained on everyday photos.',
    proof: 'Nothing proves an age. The score is a probability, cross-fitted on labelled photos.',
    cannotSee:
      'Many children whose face is hidden, turned away or very small, and teenagers. An estimated age can be years off, in both directions.',
  },
  {
    id: 'person/face',
    title: 'face',
    severity: 'medium',
    detector: 'faces',
    labels: ['face', 'face-unclear'],
    severityByLabel: { 'face-unclear': 'low' },
    // 1.4 % of photos without people are flagged from here, cross-fitted (docs/accuracy.md).
    minScore: 0.45,
    scoreKind: 'probability',
    meaning:
      'A face by which a person could be recognised; low where it is too small or too blurred for that. One finding for each face, also for a child’s.',
    looksAt:
      'The upright picture, and the same picture turned, for photos without an orientation tag that lie on their side.',
    proof: 'Nothing proves a face. The score is a probability, cross-fitted on labelled photos.',
    cannotSee:
      'Faces seen from behind, mostly covered or only a few pixels wide. Drawings, statues, dolls and, rarely, animals are taken for faces.',
  },
];
