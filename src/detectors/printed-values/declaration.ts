// What the detector of printed values declares: numbers, addresses and secrets in print.
import type { Declaration } from '../declaration.js';

export const PRINTED_VALUES = {
  id: 'printed-values',
  title: 'printed values',
  needs: ['pixels'],
  labels: {
    iban: { value: 'hidden', country: 'shown' },
    'national-id': { value: 'hidden', country: 'shown', kind: 'shown' },
    secret: { value: 'hidden', kind: 'shown' },
    'one-time-code': { value: 'hidden' },
    'phone-number': { value: 'hidden', country: 'shown' },
    'email-address': { value: 'hidden' },
    'postal-address': { value: 'hidden' },
    'date-of-birth': { value: 'hidden' },
    'licence-plate': { value: 'hidden', country: 'shown' },
  },
  models: ['text-detection', 'text-recognition', 'text-script'],
} as const satisfies Declaration;

export type PrintedLabel = keyof typeof PRINTED_VALUES.labels;
