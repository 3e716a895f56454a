// Check digits, dates and fields of a machine-readable zone whose lines have the lengths of their
// layout.
import type { Evidence } from '../../types/detection.js';
import { isCountryCode } from './mrz-countries.js';
import type { FieldName, MrzLayout, MrzRange } from './mrz-layouts.js';

/** ICAO Doc 9303-3, 4.9: the weights repeat over the characters. */
const WEIGHTS = [7, 3, 1];

/** 0 for the filler, the value of a digit, 10 to 35 for A to Z. */
function numberOf(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36);
}

/** The check digit over a text of A to Z, 0 to 9 and `<`. */
export function checkDigit(text: string): number {
  return [...text].reduce((sum, character, index) => sum + numberOf(character) * WEIGHTS[index % 3]!, 0) % 10;
}

const textAt = (lines: readonly string[], { line, start, end }: MrzRange): string =>
  lines[line]?.slice(start, end) ?? '';

/**
 * The document number and its check digit if they continue in the optional data. Null otherwise.
 */
function overflowing(
  lines: readonly string[],
  layout: MrzLayout,
): { readonly number: string; readonly digit: string } | null {
  const [check] = layout.checks;
  if (layout.overflow === undefined || check === undefined || textAt(lines, check.digit) !== '<') return null;
  const [rest = ''] = textAt(lines, layout.overflow).split('<');
  if (rest.length < 2) return null;
  return {
    number: check.over.map((place) => textAt(lines, place)).join('') + rest.slice(0, -1),
    digit: rest.slice(-1),
  };
}

const holds = (text: string, digit: string): boolean => String(checkDigit(text)) === digit;

/** Whether each check digit of the layout holds, in the layout's order. */
export function heldChecks(lines: readonly string[], layout: MrzLayout): readonly boolean[] {
  return layout.checks.map(({ over, digit, isOptional = false }, index) => {
    const long = index === 0 ? overflowing(lines, layout) : null;
    if (long !== null) return holds(long.number, long.digit);
    const text = over.map((place) => textAt(lines, place)).join('');
    return holds(text, textAt(lines, digit)) || (isOptional && /^<+$/.test(text + textAt(lines, digit)));
  });
}

/**
 * Whether the six characters are a calendar date. Fillers may replace the day, or the day and the
 * month.
 */
function isDate(text: string): boolean {
  return /^\d\d(<<<<|(0[1-9]|1[0-2])(<<|0[1-9]|[12]\d|3[01]))$/.test(text);
}

/**
 * Whether all check digits hold, all dates are valid, and the country in front of the number
 * exists. That rules out a misreading by chance: where a character of the line was lost, the number
 * would begin within the country.
 */
export function isProved(lines: readonly string[], layout: MrzLayout): boolean {
  const { birth, expiry, country, number } = layout.fields;
  if (birth !== undefined && !isDate(textAt(lines, birth))) return false;
  if (expiry !== undefined && !isDate(textAt(lines, expiry))) return false;
  const isBeforeNumber = country !== undefined && country.line === number?.line;
  if (isBeforeNumber && !isCountryCode(textAt(lines, country))) return false;
  return heldChecks(lines, layout).every(Boolean);
}

/** The lines that a check digit covers, from the top. The others have names and countries. */
export function checkedLines(layout: MrzLayout): readonly number[] {
  return [...new Set(layout.checks.flatMap(({ over }) => over.map(({ line }) => line)))].sort((a, b) => a - b);
}

/** The fields of the evidence that no check digit covers: likely, even where the zone is proved. */
export function uncheckedFields(evidence: Evidence, layout: MrzLayout): readonly string[] {
  const isCovered = (field: MrzRange): boolean =>
    layout.checks.some(({ over }) =>
      over.some(({ line, start, end }) => line === field.line && start <= field.start && field.end <= end),
    );
  return (['name', 'country'] as const).filter((name) => {
    const field = layout.fields[name];
    return field !== undefined && evidence[name] !== undefined && !isCovered(field);
  });
}

/** Whether the issuer and the nationality exist, as far as they were read. Others are misread. */
export function areCountriesKnown(lines: readonly string[], { fields }: MrzLayout): boolean {
  return [fields.country, fields.nationality].every((field) => {
    if (field === undefined || (lines[field.line] ?? '') === '') return true;
    const code = textAt(lines, field);
    return code === '<<<' || isCountryCode(code);
  });
}

/** `YYYY-MM-DD`, as far as the date is known. */
function isoDate(text: string, century: number): string {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)];
  return [`${century}${year}`, month, day].filter((part) => !part.includes('<')).join('-');
}

/**
 * Zones with dates began in the 1980s (Doc 9303 of 1980), so an expiry year from 70 belongs to the
 * previous century.
 */
const FIRST_YEAR = 70;

/** For documents without an expiry date: the last year in which the French card was issued. */
const LAST_YEAR = 2021;

/** The latest century in which the birth date is not after the expiry date. */
function birthCentury(birth: string, expiry: string | undefined): number {
  const expiryYear = expiry === undefined ? LAST_YEAR : Number(isoDate(expiry, expiryCentury(expiry)).slice(0, 4));
  return 2000 + Number(birth.slice(0, 2)) <= expiryYear ? 20 : 19;
}

const expiryCentury = (expiry: string): number => (Number(expiry.slice(0, 2)) >= FIRST_YEAR ? 19 : 20);

/** `SURNAME, GIVEN NAMES`. */
function plainName(text: string): string {
  return text
    .split('<<')
    .map((part) => part.replaceAll('<', ' ').trim())
    .filter((part) => part !== '')
    .join(', ');
}

/** The fields as evidence, dates as `YYYY-MM-DD`. Empty and invalid fields are omitted. */
export function evidenceOf(lines: readonly string[], layout: MrzLayout): Evidence {
  const field = (name: FieldName): string | undefined => {
    const place = layout.fields[name];
    return place === undefined ? undefined : textAt(lines, place);
  };
  const [birth, expiry] = [field('birth'), field('expiry')];
  const isDated = expiry !== undefined && isDate(expiry);
  const evidence: Record<string, string> = {
    documentNumber: (overflowing(lines, layout)?.number ?? field('number') ?? '').replaceAll('<', ''),
    name: plainName(field('name') ?? ''),
    birthDate:
      birth !== undefined && isDate(birth) ? isoDate(birth, birthCentury(birth, isDated ? expiry : undefined)) : '',
    expiryDate: isDated ? isoDate(expiry, expiryCentury(expiry)) : '',
    country: /^[A-Z]{1,3}<*$/.test(field('country') ?? '') ? field('country')!.replaceAll('<', '') : '',
    mrz: lines.join('\n'),
  };
  return Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== ''));
}
