// What the metadata detector declares: the kinds of things that the tags of a file reveal.
import type { Declaration } from '../declaration.js';

export const METADATA = {
  id: 'metadata',
  title: 'metadata',
  needs: ['metadata'],
  labels: {
    location: { latitude: 'degrees', longitude: 'degrees', place: 'place-name' },
    'capture-time': {},
    'person-name': { names: 'initials', role: 'shown' },
    'place-name': { place: 'place-name' },
    'country-name': { place: 'place-name' },
    'device-identity': {
      make: 'make',
      model: 'model',
      serialNumber: 'hidden',
      lensSerialNumber: 'hidden',
      uniqueId: 'hidden',
    },
    'other-text': { tag: 'shown', value: 'hidden' },
  },
  models: [],
} as const satisfies Declaration;

export type MetadataLabel = keyof typeof METADATA.labels;
