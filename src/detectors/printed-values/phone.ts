// Phone numbers: valid in the numbering plan of a country, and written with +, with a label, or in
// a distinctive form on a page.
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { continuations, type Joined, rangesInRows } from '../../ocr/layout/joined.js';
import { beginsAt, hasLabel, labelPattern } from '../../ocr/layout/labels.js';
import type { Row } from '../../ocr/layout/rows.js';
import type { Finder, Found } from './found.js';

const LABELS = labelPattern([
  ...[
    'tel',
    'tél',
    'telephone',
    'phone',
    'ph',
    'mobile',
    'mob',
    'cell',
    'fax',
    'telefax',
    'call',
    'hotline',
    'contact no',
  ],
  ...['téléphone', 'portable', 'appelez', 'gsm', 'télécopie'],
  ...['telefon', 'mobil', 'handy', 'fon', 'rufnummer', 'durchwahl'],
  ...['teléfono', 'móvil', 'celular', 'telefono', 'cellulare', 'cell', 'telefone', 'telemóvel', 'telef'],
  ...['telefoon', 'telefoonnummer', 'mobiel', 'whatsapp', 'signal', 'telefonnummer', 'puhelin', 'puh'],
]);
const SYMBOL = /[☎☏✆📞📱]\s*:?\s*$/u;

/**
 * Seven to fifteen digits (ITU-T E.164 allows at most fifteen), with the separators that people
 * write.
 */
const NUMBER = /(?:\+\s?|(?<![\p{N}+]))(?<!\d[.,\-/])\(?\d(?:[\s.\-–/()]{0,3}\d){6,14}(?![\p{N}\p{L}])/gu;

/**
 * Forms that hardly any other number has: pairs after a zero in France, the area code in
 * parentheses in North America.
 */
const TELLING: readonly { readonly form: RegExp; readonly country: CountryCode }[] = [
  { form: /^0[1-9](?:[ .]\d\d){4}$/, country: 'FR' },
  { form: /^\([2-9]\d\d\) ?[2-9]\d\d[-. ]\d{4}$/, country: 'US' },
];
/** Minimum number of rows of a page. One line is a sign. */
const PAGE_ROWS = 4;

/**
 * Countries tried for a labelled number, because its country is unknown: those where the labels'
 * languages are spoken, and the largest others.
 */
const COUNTRIES: readonly CountryCode[] = [
  ...([
    'US',
    'GB',
    'FR',
    'DE',
    'ES',
    'IT',
    'PT',
    'NL',
    'BE',
    'CH',
    'AT',
    'IE',
    'LU',
    'SE',
    'FI',
    'DK',
    'NO',
    'PL',
  ] as const),
  ...(['CZ', 'HU', 'RO', 'GR', 'TR', 'RU', 'UA', 'BR', 'MX', 'AR', 'CO', 'CL', 'AU', 'NZ', 'ZA', 'IN', 'PK'] as const),
  ...(['ID', 'MY', 'SG', 'PH', 'TH', 'VN', 'CN', 'HK', 'TW', 'JP', 'KR', 'IL', 'AE', 'SA', 'EG', 'NG', 'KE'] as const),
];

/**
 * Degrees and other numbers with a long fraction: `48.858369`, `+12.345-123.456`. An area code in
 * front of a dot begins with a zero.
 */
const DECIMAL = /^(?!0\d)\d{1,3}\.\d{4,}$|^\+\d{1,3}\.\d{3,}-\d{1,3}\.\d{3,}$/;

const INTERNATIONAL_SCORE = 0.9;
const LABELLED_SCORE = 0.8;
const TELLING_SCORE = 0.6;

interface Read {
  readonly value: string;
  readonly country: string | null;
  readonly score: number;
}

/**
 * E.164 form of a number that is valid in the country. If the country is null, the number's own
 * prefix decides.
 */
function valid(text: string, country: CountryCode | null): Pick<Read, 'value' | 'country'> | null {
  const number = country === null ? parsePhoneNumberFromString(text) : parsePhoneNumberFromString(text, country);
  return number?.isValid() ? { value: number.number, country: number.country ?? null } : null;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function read(printed: string, isLabelled: boolean, isPage: boolean): Read | null {
  if (printed.includes('+')) {
    // After the country code most plans drop the zero of the area code; Italy's keeps it.
    const number = valid(`+${digitsOf(printed.replace('(0)', ''))}`, null) ?? valid(`+${digitsOf(printed)}`, null);
    return number === null ? null : { ...number, score: INTERNATIONAL_SCORE };
  }
  if (isLabelled) return readLabelled(printed);
  const telling = isPage ? TELLING.find(({ form }) => form.test(printed)) : undefined;
  const number = telling === undefined ? null : valid(printed, telling.country);
  return number === null ? null : { ...number, score: TELLING_SCORE };
}

function readLabelled(printed: string): Read | null {
  const digits = digitsOf(printed);
  if (digits.startsWith('00')) {
    const number = valid(`+${digits.slice(2)}`, null);
    if (number !== null) return { ...number, score: LABELLED_SCORE };
  }
  // Valid somewhere. The country would be a guess, so it is not reported.
  const isValid = COUNTRIES.some((country) => valid(printed, country) !== null);
  return isValid ? { value: digits, country: null, score: LABELLED_SCORE } : null;
}

/** Numbers in the row, or those that begin in the row and end in another one. */
function numbersIn(joined: Joined, rows: readonly Row[]): readonly Found[] {
  const [row] = joined.rows;
  if (row === undefined) return [];
  const isWhole = joined.rows.length === 1;
  return [...joined.text.matchAll(NUMBER)].flatMap(({ 0: printed, index: start }): Found[] => {
    const isAcross = start < row.text.length && start + printed.length > row.text.length;
    if (DECIMAL.test(printed) || (!isWhole && !isAcross)) return [];
    if (!printed.startsWith('+') && !beginsAt(joined.text, start, LABELS)) return [];
    const isLabelled = SYMBOL.test(row.text.slice(0, start)) || hasLabel(row, start, rows, LABELS);
    const number = read(printed, isLabelled, isWhole && rows.length >= PAGE_ROWS);
    if (number === null) return [];
    const { value, country, score } = number;
    const places = rangesInRows(joined, start, start + printed.length);
    return [{ label: 'phone-number', value, places, score, proved: false, more: country === null ? {} : { country } }];
  });
}

/** Digits at the end of a row, which may continue in another one. */
const OPEN_END = /\d[^\p{L}\p{N}]{0,2}$/u;

function numbersFrom(row: Row, rows: readonly Row[]): readonly Found[] {
  const own = numbersIn({ text: row.text, rows: [row] }, rows);
  if (own.length > 0 || !OPEN_END.test(row.text)) return own;
  for (const joined of continuations(row, rows)) {
    const found = numbersIn(joined, rows);
    if (found.length > 0) return found;
  }
  return [];
}

export const phoneNumbers: Finder = (rows) => rows.flatMap((row) => numbersFrom(row, rows));
