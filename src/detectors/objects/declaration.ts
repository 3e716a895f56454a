// What the objects detector declares: themes of a photo, told by the things in it.
import type { Declaration } from '../declaration.js';

export const OBJECTS = {
  id: 'objects',
  title: 'themes by objects',
  needs: ['pixels'],
  labels: {
    pet: { objects: 'shown' },
    vehicle: { objects: 'shown' },
  },
  // The model of faces tells how the photo lies.
  models: ['face-ssd', 'objects'],
} as const satisfies Declaration;

export type ThemeLabel = keyof typeof OBJECTS.labels;
