// Postal addresses: a street with a number, and a postcode with a town in the same row or right
// below it.

import { plain } from '../../ocr/layout/labels.js';
import { rowsAfter, rowsBelow } from '../../ocr/layout/near.js';
import type { Row } from '../../ocr/layout/rows.js';
import { withSpaces } from '../../ocr/layout/spaces.js';
import type { Finder, Found } from './found.js';

/**
 * The form of a postcode, over text without accents, in lower case. `isTelling` if little else
 * looks like it.
 */
interface Postcode {
  readonly form: RegExp;
  readonly isTelling: boolean;
}

const TOWN = "[a-z][a-z.'’-]{2,}";
const STATES =
  'a[klrz]|c[ao0t]|d[ce]|fl|ga|hi|[il1][adln]|k[sy]|la|m[adeino0st]|n[cdehjmvy]|[o0][hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy]';
const POSTCODES: readonly Postcode[] = [
  { form: /\b[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}\b/u, isTelling: true },
  { form: new RegExp(`[a-z]{3,}[.,]{0,2}\\s(?:${STATES})[.,]?\\s{0,2}\\d{5}(?:-\\d{4})?\\b`, 'u'), isTelling: true },
  { form: /\b[abceghj-nprstvxy]\d[a-z]\s?\d[a-z]\d\b/u, isTelling: true },
  { form: new RegExp(`\\b[1-9]\\d{3}\\s?[a-z]{2}\\s{1,2}${TOWN}`, 'u'), isTelling: true },
  { form: new RegExp(`\\b\\d{4}-\\d{3}\\s${TOWN}`, 'u'), isTelling: true },
  { form: new RegExp(`\\b\\d{2}-\\d{3}\\s${TOWN}`, 'u'), isTelling: true },
  { form: /\b\d{5}-\d{3}\b/u, isTelling: true },
  { form: new RegExp(`\\b(?:[a-z]{1,2}-)?\\d{5}\\s{0,2}${TOWN}`, 'u'), isTelling: false },
  { form: new RegExp(`\\b\\d{3}\\s\\d{2}\\s${TOWN}`, 'u'), isTelling: false },
  { form: new RegExp(`\\b(?:[a-z]{1,2}-)?[1-9]\\d{3}\\s${TOWN}`, 'u'), isTelling: false },
];

/**
 * Street words after or before the number, either separate or as the end of a word. Recognisers
 * lose the space after them and read ß as B.
 */
const ENGLISH =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|crescent|close|terrace|place|square|highway|hwy|parkway|way|gardens|mews|row|quay';
const ROMANCE =
  'rue|avenue|av|boulevard|bd|place|chemin|impasse|allee|quai|route|cours|calle|avenida|avda|plaza|paseo|carrer|via|viale|piazza|corso|largo|vicolo|strada|rua|travessa|praca|alameda|estrada|jalan|jln|lorong';
/** Joined to the word for a street where the reader dropped a space: `Callede Alcala`. */
const ARTICLE = '(?:d(?:e|es|el|ela|elos|u|a|o|i|ella))';
const GERMANIC = 'stra(?:ss|ß|b)e|str|weg|gasse|platz|allee|ring|damm|ufer|straat|laan|plein|gracht|kade|singel|dreef';
const NUMBER = '\\d{1,4}\\s?[a-z]?';
/** Numbered streets: `5th Avenue`. */
const ORDINAL = '\\d{1,3}(?:st|nd|rd|th)';
const STREETS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\d.,])${NUMBER},?\\s(?:(?:${ORDINAL}|[a-z.'’-]+)\\s){0,4}?(?:${ORDINAL}|[a-z'’-]{2,})\\s?(?:${ENGLISH})\\b`,
    'u',
  ),
  new RegExp(`(?<![\\d.,])${NUMBER}(?:\\s(?:bis|ter))?(?:,\\s?|\\s)(?:${ROMANCE})\\b[.]?\\s[a-z'’]`, 'u'),
  new RegExp(
    `\\b(?:${ROMANCE}|c/)(?:[.]?\\s|${ARTICLE}\\s)(?:[a-z.'’-]+\\s){0,5}[a-z.'’-]+,?\\s?(?:n[.º°o]*\\s?)?${NUMBER}\\b(?![.:]\\d)`,
    'u',
  ),
  new RegExp(`[a-z][a-z\\s-]{0,40}(?:${GERMANIC})[.]?\\s?${NUMBER}(?![\\d.:]\\d)`, 'u'),
];

/** Letters of a postcode with its country or state. */
const LONGEST_POSTCODE = 10;

const TELLING_SCORE = 0.85;
const SCORE = 0.7;

function postcodeIn(text: string): Postcode | undefined {
  return POSTCODES.find(({ form }) => form.test(text));
}

/** Start of the street. Null if the text has no street with a number. */
function streetIn(text: string): number | null {
  const starts = STREETS.map((form) => form.exec(text)?.index).filter((index) => index !== undefined);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** Finds the postcode after the street: in the rest of the row, or in one of the two rows below. */
function addressFrom(row: Row, rows: readonly Row[]): Found | null {
  const { text: spaced, at } = withSpaces(row.text);
  const text = plain(spaced);
  const street = streetIn(text);
  if (street === null) return null;
  const start = at[street] ?? 0;
  const [below] = rowsBelow(row, rows);
  const [second] = below === undefined ? [] : rowsBelow(below, rows);
  const following = [row, below, second].filter((one) => one !== undefined);
  for (const [index, last] of following.entries()) {
    const end = index === 0 ? [row] : withTown(last, rows);
    const rest = index === 0 ? text.slice(street) : plain(withSpaces(textOf(end)).text);
    const postcode = postcodeIn(index === 0 ? withoutStreetNumber(rest) : rest);
    if (postcode === undefined) continue;
    const places = [...following.slice(0, index), ...end].map((one) => ({
      row: one,
      start: one === row ? start : 0,
      end: one.text.length,
    }));
    const value = places.map((place) => place.row.text.slice(place.start)).join(', ');
    const score = postcode.isTelling ? TELLING_SCORE : SCORE;
    return { label: 'postal-address', value, places, score, proved: false, more: {} };
  }
  return null;
}

const textOf = (rows: readonly Row[]): string => rows.map(({ text }) => text).join(' ');

/** A postcode in a cell of its own has its town in the next one. */
function withTown(row: Row, rows: readonly Row[]): readonly Row[] {
  const [town] = row.text.length <= LONGEST_POSTCODE ? rowsAfter(row, rows) : [];
  return town === undefined ? [row] : [row, town];
}

/** Four digits before the name of a street are its number, not a postcode. */
const withoutStreetNumber = (text: string): string => text.replace(/^\d{1,5}\s?[a-z]?\s/u, '');

export const postalAddresses: Finder = (rows) => rows.flatMap((row) => addressFrom(row, rows) ?? []);
