// National ID numbers: the form and check digit of a scheme. All but the strongest schemes also
// need a label.

import type { Row } from '../../ocr/layout/rows.js';
import type { Finder, Found } from './found.js';
import { beginsAt, hasLabel, labelPattern } from './labels.js';
import { NATIONAL_SCHEMES } from './national/index.js';
import type { NationalScheme } from './national/scheme.js';

/** Score of a labelled number if the scheme has no check digit. */
const UNCHECKED_SCORE = 0.85;
/** Score of a labelled number whose check digit fails: misread, or another number. */
const FAILED_SCORE = 0.4;

/**
 * The number must not continue with a letter or digit, as a grouped number or with decimals.
 * `beginsAt` checks letters before it.
 */
const BEFORE = '(?<!\\p{N})(?<!\\d[.,\\-/])';
const AFTER = '(?![\\p{L}\\p{N}])(?![.,\\-/]\\d)';

const schemes = NATIONAL_SCHEMES.map((scheme) => ({
  scheme,
  pattern: new RegExp(`${BEFORE}(?:${scheme.pattern.source})${AFTER}`, 'gu'),
  labels: labelPattern(scheme.labels),
}));

/** Upper case, character by character. */
const upper = (text: string): string =>
  [...text].map((c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)).join('');

function judge(scheme: NationalScheme, compact: string, isLabelled: boolean): Pick<Found, 'score' | 'proved'> | null {
  if (!scheme.isValid(compact)) return isLabelled ? { score: FAILED_SCORE, proved: false } : null;
  if (!isLabelled && !scheme.standsAlone) return null;
  return scheme.hasCheckDigit ? { score: 1, proved: true } : { score: UNCHECKED_SCORE, proved: false };
}

function inRow(row: Row, rows: readonly Row[]): readonly Found[] {
  const text = upper(row.text);
  const found = schemes.flatMap(({ scheme, pattern, labels }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: printed, index: start }): Found[] => {
      if (!beginsAt(text, start, labels)) return [];
      const compact = printed.replace(scheme.separators, '');
      const judged = judge(scheme, compact, hasLabel(row, start, rows, labels));
      if (judged === null) return [];
      const places = [{ row, start, end: start + printed.length }];
      const more = { country: scheme.country, kind: scheme.id };
      return [{ label: 'national-id', value: compact, places, ...judged, more }];
    }),
  );
  // The same digits may match two schemes, only one of them proved.
  return found.sort((a, b) => b.score - a.score);
}

export const nationalIds: Finder = (rows) => rows.flatMap((row) => inRow(row, rows));
