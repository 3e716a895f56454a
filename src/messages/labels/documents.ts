// The words of documents, screens, pages and card numbers.
import type { DocumentLabel } from '../../detectors/documents/declaration.js';
import type { Evidence } from '../../types/detection.js';
import { withArticle } from '../amounts.js';
import { type Detail, type Seen, type WordsOf, wordsFor } from './words.js';

const ZONE: Detail = ({ proved, evidence }) => {
  if (!proved) return 'machine-readable zone; check digits not confirmed';
  const { unchecked } = evidence;
  const fields = Array.isArray(unchecked) && unchecked.length > 0 ? `; ${unchecked.join(' and ')} only likely` : '';
  return `machine-readable zone with valid check digits${fields}`;
};

const CARD_NUMBER: Detail = ({ proved }) =>
  proved ? 'valid check digit and a known issuer' : 'reads like a card number; not confirmed';

const KIND: Detail = (seen) => kind(seen) ?? 'recognised by its words';

export const DOCUMENT_WORDS: WordsOf<DocumentLabel> = {
  passport: { subject: 'Passport', detail: (seen) => kind(seen) ?? ZONE(seen) },
  'identity-card': { subject: 'Identity card', detail: (seen) => kind(seen) ?? ZONE(seen) },
  'driving-licence': { subject: 'Driving licence', detail: KIND },
  'payment-card': { subject: 'Payment card', detail: (seen) => kind(seen) ?? CARD_NUMBER(seen) },
  'membership-card': { subject: 'Membership card', detail: KIND },
  financial: { subject: 'Financial document', detail: KIND },
  legal: { subject: 'Legal document', detail: KIND },
  medical: { subject: 'Medical document', detail: KIND },
  letter: { subject: 'Letter', detail: KIND },
  receipt: { subject: 'Receipt', detail: ({ evidence }) => paid(evidence) ?? 'reads like a receipt' },
  ticket: { subject: 'Ticket', detail: KIND },
  screenshot: {
    subject: 'Screenshot',
    detail: (seen) => screen(seen) ?? 'text on the flat colours of a screen',
  },
  handwriting: { subject: 'Handwriting', detail: 'uneven baselines, typical of handwriting' },
  page: { subject: 'Page of text', detail: 'a full page of text' },
  'payment-card-number': { subject: 'Payment card number', detail: CARD_NUMBER },
};

/** By evidence `kind`, where its id is not the noun itself. */
const KIND_NAMES = {
  'health-card': 'health insurance card',
  'member-card': 'membership card',
  'payment-card-back': 'back of a payment card',
  banking: 'banking app',
  mail: 'e-mail',
};

/** `pay slip`; null where the document was not recognised by its words. */
function kindName({ kind }: Evidence): string | null {
  return typeof kind === 'string' ? (wordsFor(KIND_NAMES, kind) ?? kind.replaceAll('-', ' ')) : null;
}

function kind({ evidence }: Seen): string | null {
  const name = kindName(evidence);
  return name === null ? null : `reads like ${name.startsWith('back ') ? `the ${name}` : withArticle(name)}`;
}

function screen({ evidence }: Seen): string | null {
  const name = kindName(evidence);
  return name === null ? null : `looks like ${withArticle(name)}`;
}

/** `total 3.30, dated 03/02/2026`: neither is masked. */
function paid({ total, date }: Evidence): string | null {
  const parts = [
    ...(typeof total === 'string' ? [`total ${total}`] : []),
    ...(typeof date === 'string' && isDate(date) ? [`dated ${date}`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** Whether the calendar may have this day: in print, `00. 0.00` has the form of a date too. */
function isDate(printed: string): boolean {
  const [a = 0, b = 0, c = 0] = (printed.match(/\d+/g) ?? []).map(Number);
  if (/\p{L}/u.test(printed)) return a >= 1 && a <= 31;
  return isDay(a, b) || isDay(b, a) || isDay(c, b);
}

/** In a leap year. */
function isDay(day: number, month: number): boolean {
  return day >= 1 && month >= 1 && month <= 12 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}
