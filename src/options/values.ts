// Strings of the command line -> values. Each refusal is one line: what was given where, and what
// may be given.
import { closestMatch } from 'leven';
import { UsageError } from '../errors.js';
import { countryCode } from '../services/countries.js';
import { either, type Value } from './flag.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/**
 * No service existed before this date, so an earlier one, such as 0000-01-01, is a typing error.
 */
const FIRST_DAY = '1970-01-01';

/** Between the values of a flag that is given several times. No name of a file holds it. */
export const BETWEEN_FILES = '\0';

/** A value that is more than on or off. */
export type TextValue = Exclude<Value, { type: 'switch' }>;

/**
 * @param flag as it was given, for the refusal: `--jobs`
 * @param services the names of all services
 * @throws UsageError
 */
export function parseValue(
  flag: string,
  text: string,
  value: TextValue,
  services: readonly string[],
): string | number | readonly string[] {
  switch (value.type) {
    case 'choice':
      return oneOf(flag, text, value.choices);
    case 'number':
      return number(flag, text, value);
    case 'file':
      if (text === '') throw refusal(flag, text, mustBe(value));
      return text;
    case 'text':
      if (text.trim() === '') throw refusal(flag, text, mustBe(value));
      return text;
    case 'files':
      return text.split(BETWEEN_FILES).map((file) => {
        if (file === '') throw refusal(flag, file, mustBe(value));
        return file;
      });
    case 'day':
      return day(flag, text, mustBe(value));
    case 'service':
      return text
        .split(',')
        .map((name) => oneOf(flag, name.trim(), services))
        .join(',');
    case 'region':
      return region(flag, text, mustBe(value));
    case 'rules':
      // Their names are checked in rule-choice.ts.
      return text;
    default:
      return value satisfies never;
  }
}

/** The end of a refusal, the same for the command line and for a configuration file. */
export function mustBe(value: Value): string {
  switch (value.type) {
    case 'switch':
      return 'must be true or false';
    case 'choice':
      return `must be ${either(value.choices)}`;
    case 'number':
      return `must be a ${value.isWhole ? 'whole number' : 'number'} from ${value.min} to ${value.max}`;
    case 'file':
    case 'files':
      return 'must name a file';
    case 'text':
      return 'must not be empty';
    case 'day':
      return 'must be a valid date, such as 2025-07-15';
    case 'service':
      return 'must be the name of a service';
    case 'region':
      return 'must be a country by its two letters, such as FR';
    case 'rules':
      return 'must name rules or groups';
    default:
      return value satisfies never;
  }
}

function oneOf(flag: string, text: string, allowed: readonly string[]): string {
  if (!allowed.includes(text)) throw refusal(flag, text, `must be ${either(allowed)}`);
  return text;
}

/** @returns the code in capitals, GB for UK */
function region(flag: string, text: string, must: string): string {
  const code = countryCode(text);
  if (code === null) throw refusal(flag, text, must);
  return code;
}

/** Decimal digits only: `1e3`, `0x10` and ` 1` are more often typing errors than meant. */
function number(flag: string, text: string, value: TextValue & { type: 'number' }): number {
  const digits = value.isWhole ? /^\d+$/ : /^\d+(?:\.\d+)?$/;
  const parsed = digits.test(text) ? Number(text) : Number.NaN;
  if (!(parsed >= value.min && parsed <= value.max)) throw refusal(flag, text, mustBe(value));
  return parsed;
}

/** Refuses days that no calendar has, and days before 1970. */
function day(flag: string, text: string, must: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = DAY.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isReal) throw refusal(flag, text, must);
  if (text < FIRST_DAY) throw refusal(flag, text, `must be ${FIRST_DAY} or later`);
  return text;
}

export function refusal(flag: string, value: string, what: string): UsageError {
  return new UsageError(`${flag} ${JSON.stringify(value)}: ${what}`);
}

/** The end of a refusal of an unknown rule: what to run to see all of them. */
export function toListRules(program: string): string {
  return `to list all: ${program} rules`;
}

/**
 * `did you mean person/face? ` for what is close to a name or to the part after its slash, or ''.
 */
export function didYouMean(wrong: string, right: readonly string[]): string {
  const byEnd = new Map(right.map((name) => [name.slice(name.indexOf('/') + 1), name]));
  const close = closestName(wrong, [...right, ...byEnd.keys()]);
  if (close === null) return '';
  return `did you mean ${right.includes(close) ? close : byEnd.get(close)}? `;
}

/** The name that was probably meant; null if none is close. */
export function closestName(wrong: string, names: readonly string[]): string | null {
  const maxDistance = Math.max(2, Math.floor(wrong.length / 4));
  return closestMatch(wrong, [...names], { maxDistance }) ?? null;
}
