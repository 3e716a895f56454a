// Documents, cards and printed numbers.
import type { Category, Check, Row } from '../category.js';
import type { LabelledFile } from '../labels.js';

interface Kind {
  readonly title: string;
  /** Any of these rules is the right kind; the first is the expected one. */
  readonly rules: readonly [string, ...string[]];
  /** Whether the kind is judged: true for identity documents, cards and receipts. */
  readonly isKindJudged?: boolean;
}

/** Kinds of document by their names in the labels. */
const KINDS: Readonly<Record<string, Kind>> = {
  passport: { title: 'passports', rules: ['document/passport'], isKindJudged: true },
  visa: { title: 'visas', rules: ['document/passport', 'document/identity-card'], isKindJudged: true },
  id_card: { title: 'identity cards', rules: ['document/identity-card'], isKindJudged: true },
  driving_licence: { title: 'driving licences', rules: ['document/driving-licence'], isKindJudged: true },
  credit_card: { title: 'payment cards', rules: ['document/payment-card'], isKindJudged: true },
  insurance_card: { title: 'insurance cards', rules: ['document/membership-card'], isKindJudged: true },
  receipt: { title: 'receipts', rules: ['document/receipt'], isKindJudged: true },
  bill: { title: 'bills and statements', rules: ['document/financial'] },
  form: { title: 'forms', rules: ['document/page', 'document/legal', 'document/financial'] },
  medical_form: { title: 'medical forms', rules: ['document/medical'] },
  medical_scan: { title: 'medical pictures', rules: ['document/medical'] },
  letter: { title: 'letters', rules: ['document/letter', 'document/legal', 'document/financial'] },
  printed_page: { title: 'printed pages', rules: ['document/page'] },
  handwritten_note: { title: 'handwritten notes', rules: ['document/handwriting'] },
  screenshot: { title: 'screenshots', rules: ['document/screenshot'] },
};

/** Kinds in the folder that are not documents; `none` is a plain negative. */
const NOT_DOCUMENTS = ['none', 'photo_with_text', 'text_image'];

const isKind =
  (kind: string) =>
  (file: LabelledFile): boolean =>
    file.folder === 'documents' && file.label.doc === kind;

const kindRows: readonly Row[] = Object.entries(KINDS).map(([kind, { title }]) => ({
  id: kind,
  title,
  includes: isKind(kind),
}));

const otherDocuments: Row = {
  id: 'other-kinds',
  title: 'documents of another kind',
  includes: (file) =>
    file.folder === 'documents' &&
    typeof file.label.doc === 'string' &&
    !(file.label.doc in KINDS) &&
    !NOT_DOCUMENTS.includes(file.label.doc),
};

const kindChecks: readonly Check[] = Object.entries(KINDS).map(([kind, { title, rules }]) => ({
  id: `kind-${kind}`,
  title: `${title} called ${rules.map((rule) => rule.replace('document/', '')).join(' or ')}`,
  includes: isKind(kind),
  rule: rules[0],
  isRight: (_file, { findings }) => findings.some(({ rule }) => rules.includes(rule)),
}));

const judgedKinds: Check = {
  id: 'kind-judged',
  title: 'kind right: identity papers, cards, receipts',
  goal: 0.85,
  includes: (file) => file.folder === 'documents' && KINDS[file.label.doc ?? '']?.isKindJudged === true,
  isRight: (file, { findings }) => {
    const right = file.folder === 'documents' ? KINDS[file.label.doc ?? ''] : undefined;
    return right !== undefined && findings.some(({ rule }) => right.rules.includes(rule));
  },
};

/** Photos outside the folder documents in which a person searched for documents and found none. */
const ELSEWHERE: readonly Row[] = [
  { id: 'negatives', title: 'photos of nothing sensitive', includes: (file) => file.folder === 'negatives' },
  { id: 'faces', title: 'photos of faces', includes: (file) => file.folder === 'faces' },
  {
    id: 'scenes',
    title: 'everyday scenes',
    includes: (file) => file.folder === 'children' && file.label.kind === 'scene',
  },
  {
    id: 'crops',
    title: 'face crops',
    includes: (file) => file.folder === 'children' && file.label.kind === 'aligned_face_crop',
  },
];
const noDocument: Row = { id: 'no-document', title: 'labelled as no document', includes: isKind('none') };

const GOAL_FALSE = 0.02;
const withGoal = (rows: readonly Row[]): Row[] =>
  rows.map((row) => (row.id === 'negatives' || row.id === 'faces' ? { ...row, goal: GOAL_FALSE } : row));

export const DOCUMENTS: Category = {
  id: 'documents',
  title: 'Documents, of any kind',
  rules: ['document/*'],
  positives: [...kindRows, otherDocuments],
  negatives: [...withGoal(ELSEWHERE), noDocument],
  goals: { found: 0.97 },
  checks: [judgedKinds, ...kindChecks],
  breakdowns: [
    { id: 'text-images', title: 'pictures of a few words or lines', kind: 'share', includes: isKind('text_image') },
    {
      id: 'photos-with-text',
      title: 'photos with signs and labels',
      kind: 'share',
      includes: isKind('photo_with_text'),
    },
  ],
};

/** Whether the printed check digits are known to be valid. */
function checkDigits(file: LabelledFile): 'hold' | 'fail' | null {
  const digits = file.folder === 'documents' ? Object.values(file.label.mrz_check_digits ?? {}) : [];
  return digits.length === 0 ? null : digits.every(Boolean) ? 'hold' : 'fail';
}

/**
 * The file has neither a machine-readable zone nor a document that may carry one on an unlabelled
 * side.
 */
function isWithoutZone(file: LabelledFile): boolean {
  if (file.folder !== 'documents' || checkDigits(file) !== null || file.label.mrz_visible === true) return false;
  return file.label.mrz_visible === false || !['passport', 'visa', 'id_card'].includes(file.label.doc ?? 'passport');
}

export const MACHINE_READABLE_ZONES: Category = {
  id: 'machine-readable-zones',
  title: 'Machine-readable zones, proved',
  rules: ['document/passport', 'document/identity-card'],
  isProvedOnly: true,
  positives: [
    {
      id: 'hold',
      title: 'zones whose printed check digits hold',
      includes: (file) => checkDigits(file) === 'hold',
      goal: 0.95,
    },
  ],
  negatives: [
    {
      id: 'fail',
      title: 'zones whose printed check digits fail',
      includes: (file) => checkDigits(file) === 'fail',
      goal: 0,
    },
    { id: 'other-documents', title: 'documents without a zone', includes: isWithoutZone, goal: 0 },
    ...ELSEWHERE.map((row) => ({ ...row, goal: 0 })),
  ],
  goals: { false: 0 },
  checks: [
    {
      id: 'kind',
      title: 'proved as the right kind of paper',
      includes: (file) => checkDigits(file) === 'hold',
      isRight: (file, { findings }) => {
        const right = file.folder === 'documents' ? KINDS[file.label.doc ?? ''] : undefined;
        return right !== undefined && findings.some(({ rule }) => right.rules.includes(rule));
      },
    },
  ],
  notes: ['Zones that no person has read are not scored.'],
};

/**
 * Whether the labelled card number passes the check of ISO/IEC 7812-1, annex B; null without a
 * number.
 */
function passesLuhn(file: LabelledFile): boolean | null {
  if (file.folder !== 'documents' || !file.label.card_number) return null;
  const digits = [...file.label.card_number.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? digit : digit * 2;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

export const PAYMENT_CARDS: Category = {
  id: 'payment-cards',
  title: 'Payment card numbers, proved',
  rules: ['document/payment-card', 'text/payment-card-number'],
  isProvedOnly: true,
  positives: [
    { id: 'cards', title: 'cards whose printed number holds', includes: (file) => passesLuhn(file) === true },
  ],
  negatives: [
    {
      id: 'fail',
      title: 'cards whose printed number does not hold',
      includes: (file) => passesLuhn(file) === false,
      goal: 0,
    },
    {
      id: 'other-documents',
      title: 'documents without a card number',
      includes: (file) =>
        file.folder === 'documents' &&
        passesLuhn(file) === null &&
        file.label.doc != null &&
        file.label.doc !== 'credit_card',
      goal: 0,
    },
    ...ELSEWHERE.map((row) => ({ ...row, goal: 0 })),
  ],
  goals: { false: 0 },
};

/**
 * In cents: `$8.60`, `1,234.50` and `1.234,50` have two decimals, whatever the separators. Null for
 * anything else.
 */
function cents(value: unknown): number | null {
  return typeof value === 'string' && /\d[.,]\d\d$/.test(value) ? Number(value.replace(/\D/g, '')) : null;
}

/**
 * The numbers and the first letters of the month, with a two-digit year: `18 MAR 2018` and
 * `18-Mar-18` are the same.
 */
function dateParts(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const parts = value.toLowerCase().match(/\d+|[a-z]{3}/g) ?? [];
  return parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) % 100) : part)).join(' ');
}

/** Whether the total and date printed on the receipt are known. */
const hasExpected = (file: LabelledFile): boolean =>
  file.folder === 'documents' && file.label.doc === 'receipt' && file.label.expected != null;

const isPrinted =
  (key: 'total' | 'date', same: (value: unknown) => string | number | null): Check['isRight'] =>
  (file, { findings }) => {
    const printed = file.folder === 'documents' ? same(file.label.expected?.[key]) : null;
    return findings.some(
      ({ rule, evidence }) => rule === 'document/receipt' && printed !== null && same(evidence[key]) === printed,
    );
  };
const isTotal = isPrinted('total', cents);
const isDate = isPrinted('date', dateParts);

export const RECEIPTS: Category = {
  id: 'receipts',
  title: 'Receipts with their total and date',
  rules: ['document/receipt'],
  positives: [{ id: 'receipts', title: 'receipts', includes: isKind('receipt') }],
  negatives: [],
  checks: [
    {
      id: 'total-and-date',
      title: 'the printed total and date given as evidence',
      includes: hasExpected,
      goal: 0.8,
      isRight: (file, seen) => isTotal(file, seen) && isDate(file, seen),
    },
    { id: 'total', title: 'the printed total', includes: hasExpected, isRight: isTotal },
    { id: 'date', title: 'the printed date', includes: hasExpected, isRight: isDate },
  ],
  notes: [
    'Compared as amounts and as days, whatever parts their figures. Receipts without a labelled total are not scored for it.',
  ],
};
