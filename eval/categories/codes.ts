// Barcodes of all kinds: whether they are found, and whether they are read correctly.
import type { Category, Check, Row } from '../category.js';
import type { LabelledFile } from '../labels.js';

const isCode =
  (formats?: readonly string[]) =>
  (file: LabelledFile): boolean =>
    file.folder === 'barcodes' && file.label.barcode === true && (formats?.includes(file.label.format ?? '') ?? true);

/** The formats that carry personal data, by the names in the labels (those of zxing). */
const FORMATS = ['QRCode', 'PDF417', 'Aztec'] as const;

const isKeyFormat = isCode(FORMATS);

const formatRows: readonly Row[] = FORMATS.map((format) => ({
  id: format.toLowerCase(),
  title: format,
  includes: isCode([format]),
}));

const hasText = (file: LabelledFile): boolean =>
  file.folder === 'barcodes' && file.label.expected !== null && file.label.expected !== undefined;

function textCheck(id: string, title: string, includes: Row['includes'], goal?: number): Check {
  return {
    id,
    title,
    includes: (file) => includes(file) && hasText(file),
    isRight: (_file, { isCodeTextRight }) => isCodeTextRight === true,
    ...(goal === undefined ? {} : { goal }),
  };
}

export const CODES: Category = {
  id: 'codes',
  title: 'Codes',
  rules: ['code/*'],
  positives: [
    ...formatRows,
    { id: 'other-formats', title: 'other formats', includes: (file) => isCode()(file) && !isKeyFormat(file) },
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
  checks: [
    textCheck('text', 'the right text', isCode(), 0.93),
    textCheck('text-key', 'the right text: QR, PDF417 and Aztec', isKeyFormat, 0.97),
    ...FORMATS.map((format) =>
      textCheck(`text-${format.toLowerCase()}`, `the right text: ${format}`, isCode([format])),
    ),
    textCheck('text-other', 'the right text: other formats', (file) => isCode()(file) && !isKeyFormat(file)),
  ],
};
