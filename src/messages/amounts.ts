// Numbers, durations, dates, countries and lists as a person reads them aloud.

const NUMBER = new Intl.NumberFormat('en-US');
const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `3,120`. */
export function number(amount: number): string {
  return NUMBER.format(amount);
}

/** `1 photo`, `3,120 photos`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${number(amount)} ${amount === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return AND.format(items);
}

/** With `an` before a vowel sound: `an IBAN`, `an identity card`, `a one-time password`. */
export function withArticle(noun: string): string {
  const isVowel = /^[aeiou]/i.test(noun) && !/^(?:one|uni|use|eu)/i.test(noun);
  return `${isVowel ? 'an' : 'a'} ${noun}`;
}

/** `0.1 s` at least, `2.4 s`, `12 s`, `6 min 12 s`, `2 h 5 min`: tenths of a second below ten. */
export function duration(milliseconds: number): string {
  const tenths = Math.max(1, Math.round(milliseconds / 100));
  return tenths < 100 ? `${(tenths / 10).toFixed(1)} s` : wholeDuration(milliseconds);
}

/** `0 s`, `4 s`, `6 min 12 s`, `2 h 5 min`: for a duration that keeps changing. */
export function wholeDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${number(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

const DAYS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MONTHS = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `21 June 2025` for `2025-06-21`. */
export function day(date: string): string {
  return DAYS.format(new Date(date));
}

/** `October 2025` for `2025-10-18` or `2025-10`. */
export function month(date: string): string {
  return MONTHS.format(new Date(date));
}

/** As precise as it is known: `18 October 2025`, `October 2025`, `2025`. */
export function dateText(date: string): string {
  if (date.length === 'YYYY'.length) return date;
  return date.length === 'YYYY-MM'.length ? month(date) : day(date);
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** `United Kingdom` for `GB` (ISO 3166-1, two letters); the code itself where it has no name. */
export function countryName(code: string): string {
  return (/^[A-Z]{2}$/.test(code) ? COUNTRIES.of(code) : undefined) ?? code;
}

/** For the middle of a sentence: `France`, `the United States`. */
export function countryInText(code: string): string {
  const name = countryName(code);
  return /^(?:United|Netherlands|Philippines|Bahamas|Maldives)|(?:Islands|Republic|Territories)$/.test(name)
    ? `the ${name}`
    : name;
}
