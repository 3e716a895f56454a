// What the documents detector declares: kinds of documents, screens, pages of text, and card
// numbers.
import type { Declaration } from '../declaration.js';

/** Evidence of a document kind that is recognised by its words. */
const KIND = { kind: 'shown' } as const;

/** What a machine-readable zone holds. */
const ZONE = {
  documentNumber: 'hidden',
  name: 'hidden',
  mrz: 'hidden',
  birthDate: 'year',
  expiryDate: 'year',
  country: 'shown',
  /** Names of the fields that no check digit covers. */
  unchecked: 'shown',
} as const;

export const DOCUMENTS = {
  id: 'documents',
  title: 'documents',
  needs: ['pixels'],
  labels: {
    passport: { ...ZONE, ...KIND },
    'identity-card': { ...ZONE, ...KIND },
    'driving-licence': KIND,
    'payment-card': { documentNumber: 'hidden', expiryDate: 'year', name: 'hidden', ...KIND },
    'membership-card': KIND,
    financial: KIND,
    legal: KIND,
    medical: KIND,
    letter: KIND,
    receipt: { total: 'shown', date: 'shown', ...KIND },
    ticket: KIND,
    screenshot: KIND,
    handwriting: {},
    page: {},
    'payment-card-number': { value: 'last-two-digits' },
  },
  models: ['text-detection', 'text-recognition', 'text-script', 'face-ssd', 'objects'],
} as const satisfies Declaration;

export type DocumentLabel = keyof typeof DOCUMENTS.labels;
