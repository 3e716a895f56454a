// What the faces detector declares: faces, and children recognised by the face or by the whole
// person.
import type { Declaration } from '../declaration.js';

export const FACES = {
  id: 'faces',
  title: 'faces and children',
  needs: ['pixels'],
  labels: {
    face: { age: 'years' },
    'face-unclear': { age: 'years' },
    child: { age: 'years' },
    /** A child recognised by the whole person, so there is no age of a face. */
    'child-unseen': {},
    /** A face that looks rather 13 to 17 years old than younger. */
    teenager: { age: 'years' },
  },
  models: ['face-ssd', 'face-age-gender', 'face-ages', 'objects'],
  optionalModels: ['child-person', 'face-child'],
} as const satisfies Declaration;

export type FaceLabel = keyof typeof FACES.labels;
