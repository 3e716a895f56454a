// The words of documents, screens, pages and card numbers.
import type { DocumentLabel } from '../../detectors/documents/declaration.js';
import type { Evidence } from '../../types/detection.js';
import type { Detail, Seen, WordsOf } from './words.js';

const ZONE: Detail = ({ proved }) =>
  proved ? 'machine-readable zone with valid check digits' : 'machine-readable zone, check digits not confirmed';

const CARD_NUMBER: Detail = ({ proved }) =>
  proved ? 'valid check digit and a known issuer' : 'reads like a card number, not confirmed';

const KIND: Detail = (seen) => kind(seen) ?? 'words of such a paper';

export const DOCUMENT_WORDS: WordsOf<DocumentLabel> = {
  passport: { subject: 'Passport', detail: (seen) => kind(seen) ?? ZONE(seen) },
  'identity-card': { subject: 'Identity card', detail: (seen) => kind(seen) ?? ZONE(seen) },
  'driving-licence': { subject: 'Driving licence', detail: KIND },
  'payment-card': { subject: 'Payment card', detail: (seen) => kind(seen) ?? CARD_NUMBER(seen) },
  'membership-card': { subject: 'Membership card', detail: KIND },
  financial: { subject: 'Financial paper', detail: KIND },
  legal: { subject: 'Legal paper', detail: KIND },
  medical: { subject: 'Medical paper', detail: KIND },
  letter: { subject: 'Letter', detail: KIND },
  receipt: { subject: 'Receipt', detail: ({ evidence }) => paid(evidence) ?? 'words and prices of a receipt' },
  ticket: { subject: 'Ticket', detail: KIND },
  screenshot: {
    subject: 'Screenshot',
    detail: (seen) => kind(seen) ?? 'text on plain colours as only a screen has them',
  },
  handwriting: { subject: 'Handwriting', detail: 'lines that wander as a hand does' },
  page: { subject: 'Page of text', detail: 'dense print' },
  'payment-card-number': { subject: 'Payment card number', detail: CARD_NUMBER },
};

/**
 * `words of a pay slip`: a kind of document by what is printed on it; null where it is known by
 * something else than words.
 */
function kind({ evidence }: Seen): string | null {
  return typeof evidence.kind === 'string' ? `words of ${article(evidence.kind.replaceAll('-', ' '))}` : null;
}

const article = (noun: string): string => `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** `total 3.30, dated 03/02/2026`: neither is masked. */
function paid({ total, date }: Evidence): string | null {
  const parts = [
    ...(typeof total === 'string' ? [`total ${total}`] : []),
    ...(typeof date === 'string' ? [`dated ${date}`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}
