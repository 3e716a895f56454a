// National ID numbers: the form and check digit of a scheme. All but the strongest schemes also
// need a label.

import { continuations, type Joined, rangesInRows } from '../../ocr/layout/joined.js';
import { beginsAt, hasLabel, labelPattern } from '../../ocr/layout/labels.js';
import type { Row } from '../../ocr/layout/rows.js';
import { withoutSpaces } from '../../ocr/layout/spaces.js';
import type { Finder, Found } from './found.js';
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

/** A number as it stands in the row. */
function inRow(row: Row, rows: readonly Row[]): readonly Found[] {
  const text = upper(row.text);
  return schemes.flatMap(({ scheme, pattern, labels }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: printed, index: start }): Found[] => {
      if (!beginsAt(text, start, labels)) return [];
      const compact = printed.replace(scheme.separators, '');
      const judged = judge(scheme, compact, hasLabel(row, start, rows, labels));
      if (judged === null) return [];
      const places = [{ row, start, end: start + printed.length }];
      return [{ label: 'national-id', value: compact, places, ...judged, more: evidenceOf(scheme) }];
    }),
  );
}

const evidenceOf = ({ country, id }: NationalScheme) => ({ country, kind: id });

/**
 * A number with other spaces than its form has, or in several rows or boxes. Any number can be put
 * together like this, so it needs its label and its check digit.
 */
function acrossGaps(joined: Joined, rows: readonly Row[]): readonly Found[] {
  const [row] = joined.rows;
  if (row === undefined) return [];
  const { text, at } = withoutSpaces(upper(joined.text));
  return schemes.flatMap(({ scheme, pattern, labels }) =>
    !scheme.hasCheckDigit
      ? []
      : [...text.matchAll(pattern)].flatMap(({ 0: printed, index }): Found[] => {
          const start = at[index] ?? 0;
          const compact = printed.replace(scheme.separators, '');
          if (start >= row.text.length || !beginsAt(joined.text, start, labels) || !scheme.isValid(compact)) return [];
          if (!hasLabel(row, start, rows, labels)) return [];
          const places = rangesInRows(joined, start, (at[index + printed.length - 1] ?? 0) + 1);
          const more = evidenceOf(scheme);
          return [{ label: 'national-id', value: compact, places, score: 1, proved: true, more }];
        }),
  );
}

const MIN_DIGITS = 4;
/** Digits at the end of a row, which may continue in another one. */
const OPEN_END = /\d[^\p{L}\p{N}]{0,2}$/u;

function numbersFrom(row: Row, rows: readonly Row[]): readonly Found[] {
  const own = inRow(row, rows);
  const digits = row.text.replace(/\D/gu, '').length;
  const isDone = own.some(({ proved }) => proved) || digits === 0;
  const whole = isDone || digits < MIN_DIGITS ? [] : acrossGaps({ text: row.text, rows: [row] }, rows);
  const isOpen = !isDone && whole.length === 0 && OPEN_END.test(row.text);
  const joined = isOpen ? continuations(row, rows).flatMap((one) => acrossGaps(one, rows)) : [];
  // The same digits may match two schemes, only one of them proved.
  return [...own, ...whole, ...joined].sort((a, b) => b.score - a.score);
}

export const nationalIds: Finder = (rows) => rows.flatMap((row) => numbersFrom(row, rows));
