// The finders over the text of one tag.

import type { Row } from '../../ocr/layout/rows.js';
import type { Evidence } from '../../types/detection.js';
import type { TagText } from '../../types/metadata.js';
import { cardNumbersIn } from '../documents/card-number.js';
import { findValues } from '../printed-values/find.js';
import type { ValueLabel } from './declaration.js';
import { partsOf } from './rows.js';

export interface FoundInTag {
  readonly label: ValueLabel;
  readonly value: string;
  readonly score: number;
  readonly proved: boolean;
  readonly more: Evidence;
}

export function findInText(text: TagText): FoundInTag[] {
  return [...partsOf(text)].flatMap((rows) => [...cardsIn(rows), ...valuesIn(rows)]);
}

function valuesIn(rows: readonly Row[]): FoundInTag[] {
  return findValues(rows).flatMap(({ label, value, score, proved, more }) =>
    label === 'licence-plate' || label === 'one-time-code' ? [] : [{ label, value, score, proved, more }],
  );
}

/** Only proved ones: an ID may have the form of a card number by chance. */
function cardsIn(rows: readonly Row[]): FoundInTag[] {
  return rows
    .flatMap((row) => cardNumbersIn(row.text))
    .filter(({ isProved }) => isProved)
    .map(({ digits }) => ({ label: 'payment-card-number', value: digits, score: 1, proved: true, more: {} }));
}
