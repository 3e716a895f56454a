// Barcodes of all kinds. Their text is masked, so what is counted is that a code was found.
import type { Category, Row } from '../category.js';
import type { LabelledFile } from '../labels.js';

const isCode =
  (formats?: readonly string[]) =>
  (file: LabelledFile): boolean =>
    file.folder === 'barcodes' && file.label.barcode === true && (formats?.includes(file.label.format ?? '') ?? true);

/** The formats that carry personal data, by the labels' names (as zxing names them). */
const FORMATS = ['QRCode', 'PDF417', 'Aztec'] as const;

const formatRows: readonly Row[] = FORMATS.map((format) => ({
  id: format.toLowerCase(),
  title: format,
  includes: isCode([format]),
}));

export const CODES: Category = {
  id: 'codes',
  title: 'Codes',
  rules: ['code/*'],
  positives: [
    ...formatRows,
    { id: 'other-formats', title: 'other formats', includes: (file) => isCode()(file) && !isCode(FORMATS)(file) },
  ],
  negatives: [
    {
      id: 'no-code',
      title: 'pictures labelled as without a code',
      includes: (file) => file.folder === 'barcodes' && file.label.barcode === false,
      goal: 0,
    },
    { id: 'negatives', title: 'photos of nothing sensitive', includes: (file) => file.folder === 'negatives', goal: 0 },
  ],
  goals: { found: 0.93, false: 0 },
};
