// What the faces detector declares: faces, and children by their face or as a whole.
import type { Declaration } from '../declaration.js';

export const FACES = {
  id: 'faces',
  title: 'faces and children',
  needs: ['pixels'],
  labels: {
    face: { age: 'years' },
    'face-unclear': { age: 'years' },
    child: { age: 'years' },
    /** A child by the whole person: the age of a face is not in it. */
    'child-unseen': {},
  },
  models: ['face-ssd', 'face-age-gender', 'face-ages', 'objects'],
  optionalModels: ['child-person'],
} as const satisfies Declaration;

export type FaceLabel = keyof typeof FACES.labels;
