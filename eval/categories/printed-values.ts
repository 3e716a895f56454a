// Printed values other than card numbers. The labels do not record where they are, so only false
// findings can be counted.
import type { Category, Row } from '../category.js';

const RULES = [
  'text/iban',
  'text/national-id',
  'text/secret',
  'text/phone-number',
  'text/email-address',
  'text/postal-address',
  'text/date-of-birth',
  'text/licence-plate',
];

const elsewhere = (goal: number): readonly Row[] => [
  { id: 'negatives', title: 'photos of nothing sensitive', includes: (file) => file.folder === 'negatives', goal },
  { id: 'faces', title: 'photos of faces', includes: (file) => file.folder === 'faces', goal },
  {
    id: 'scenes',
    title: 'everyday scenes',
    includes: (file) => file.folder === 'children' && file.label.kind === 'scene',
    goal,
  },
];

export const PRINTED_VALUES: Category = {
  id: 'printed-values',
  title: 'Printed values, where none is expected',
  rules: RULES,
  positives: [],
  negatives: elsewhere(0.02),
  breakdowns: [
    { id: 'documents', title: 'documents', kind: 'share', includes: (file) => file.folder === 'documents' },
    { id: 'codes', title: 'pictures of barcodes', kind: 'share', includes: (file) => file.folder === 'barcodes' },
  ],
  notes: ['What the documents and barcodes hold in print is not labelled: their shares are neither right nor wrong.'],
};

export const PROVED_VALUES: Category = {
  id: 'proved-values',
  title: 'Printed values, proved where none is expected',
  rules: RULES,
  isProvedOnly: true,
  positives: [],
  negatives: elsewhere(0),
};
