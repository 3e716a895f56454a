// Printed dates, in the languages of the labels.
import { plain } from '../../ocr/layout/labels.js';

/**
 * The first three letters of each month without accents, where languages differ. `jui` is decided
 * by the fourth letter.
 */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

const NUMERIC = /(?<!\d|\d[./-])(\d{1,2})\s?[./\- ]\s?(\d{1,2})\s?[./\- ]\s?((?:19|20)\d{2}|\d{2})(?!\d|[./-]\d)/gu;
const ISO = /(?<!\d)((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/gu;
/** `12 August 1974`, `12 de agosto de 1974`, `12AUG/AOUT74`; and `August 12, 1974`. */
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er)?[\s.\-/]{0,2}(?:de\s)?([a-z]{3,10})(?:[\s./-]{0,3}[a-z]{2,10})?[\s.,\-/]{0,3}((?:19|20)\d{2}|\d{2})(?!\d)/gu;
const MONTH_FIRST = /(?<![a-z])([a-z]{3,9})\.?\s?(\d{1,2})(?:st|nd|rd|th)?,?\s?((?:19|20)\d{2})(?!\d)/gu;

export interface PrintedDate {
  /** `YYYY-MM-DD`. Ambiguous numeric dates are read the European way, day first. */
  readonly iso: string;
  /** Index in the text. `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Two-digit years from here on belong to the previous century. As good a guess as any until 2030.
 */
const LAST_CENTURY = 30;

/** Null if the calendar has no such day. */
function isoOf(printedYear: number, month: number, day: number): string | null {
  const century = printedYear >= 100 ? 0 : printedYear < LAST_CENTURY ? 2000 : 1900;
  const year = printedYear + century;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** 1 to 12. 0 if the word is not a month. */
function monthOf(word: string): number {
  const longest = (names: readonly string[]): number =>
    Math.max(0, ...names.filter((name) => word.startsWith(name)).map((name) => name.length));
  const lengths = MONTHS.map(longest);
  const most = Math.max(...lengths);
  return most === 0 ? 0 : lengths.indexOf(most) + 1;
}

/** All dates with a day, a month and a year of two or four digits. */
export function datesIn(text: string): readonly PrintedDate[] {
  const low = plain(text);
  const all = (pattern: RegExp, iso: (parts: readonly string[]) => string | null) =>
    [...low.matchAll(pattern)].flatMap((match): PrintedDate[] => {
      const read = iso(match.slice(1).map((part) => part ?? ''));
      return read === null ? [] : [{ iso: read, start: match.index, end: match.index + match[0].length }];
    });
  return [
    ...all(
      NUMERIC,
      ([a, b, year]) => isoOf(Number(year), Number(b), Number(a)) ?? isoOf(Number(year), Number(a), Number(b)),
    ),
    ...all(ISO, ([year, month, day]) => isoOf(Number(year), Number(month), Number(day))),
    ...all(DAY_FIRST, ([day, month, year]) => isoOf(Number(year), monthOf(month!), Number(day))),
    ...all(MONTH_FIRST, ([month, day, year]) => isoOf(Number(year), monthOf(month!), Number(day))),
  ];
}
