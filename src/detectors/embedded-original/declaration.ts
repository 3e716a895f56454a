// What the detector of embedded originals declares: pictures inside a file that show more than its
// own.
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
