// Strings of the command line -> values. Each refusal is one line: what was given where, and what may stand there.
import { closestMatch } from 'leven';
import { UsageError } from '../errors.js';

/** `a, b or c`. */
export const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @throws UsageError where `value` is none of `allowed` */
export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw refusal(flag, value, `must be ${OR.format(allowed)}`);
  return found;
}

/** Decimal digits only: `1e3`, `0x10` and ` 1` are slips more often than meant. @throws UsageError */
export function numberFrom(flag: string, value: string, min: number, max: number): number {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max)) throw refusal(flag, value, `must be a number from ${min} to ${max}`);
  return number;
}

/** @throws UsageError */
export function wholeNumber(flag: string, value: string, min: number, max: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max)) throw refusal(flag, value, `must be a whole number from ${min} to ${max}`);
  return number;
}

/** Before it there was no service to ask about, and a year of zeros is a slip. */
const FIRST_DAY = '1970-01-01';

/** YYYY-MM-DD. @throws UsageError for what no calendar has, and before 1970 */
export function day(flag: string, value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  const isReal = DAY.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  if (!isReal) throw refusal(flag, value, 'must be a day of the calendar, such as 2025-07-15');
  if (value < FIRST_DAY) throw refusal(flag, value, `must be ${FIRST_DAY} or later`);
  return value;
}

/** @throws UsageError for an empty name */
export function fileName(flag: string, value: string): string {
  if (value === '') throw refusal(flag, value, 'must name a file');
  return value;
}

export function refusal(flag: string, value: string, what: string): UsageError {
  return new UsageError(`${flag} ${JSON.stringify(value)}: ${what}`);
}

/** `did you mean person/face? ` for something close, nothing otherwise. */
export function didYouMean(wrong: string, right: readonly string[]): string {
  const maxDistance = Math.max(2, Math.floor(wrong.length / 4));
  const close = closestMatch(wrong, [...right], { maxDistance });
  return close === undefined ? '' : `did you mean ${close}? `;
}
