// What the detector of embedded originals declares: embedded pictures that show more than the main
// picture.
import type { Declaration } from '../declaration.js';

const PICTURE = { what: 'shown', bytes: 'shown', offset: 'shown' } as const;

export const EMBEDDED_ORIGINAL = {
  id: 'embedded-original',
  title: 'embedded originals',
  needs: ['container', 'pixels'],
  labels: { 'embedded-more': PICTURE, 'embedded-clearer': PICTURE, 'embedded-other': PICTURE },
  models: [],
} as const satisfies Declaration;

export type EmbeddedLabel = keyof typeof EMBEDDED_ORIGINAL.labels;
