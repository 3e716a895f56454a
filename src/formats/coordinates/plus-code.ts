// Open location codes (plus codes): `8FW4V75V+8Q` is a square of some fourteen metres.
import type { Degrees } from './degrees.js';

const DIGITS = '23456789CFGHJMPQRVWX';

/** A full code. The first digits are limited by the poles and the date line. */
export const PLUS_CODE =
  /(?<![\w+/=-])[23456789C][23456789CFGHJMPQRV][23456789CFGHJMPQRVWX]{6}\+[23456789CFGHJMPQRVWX]{2,3}(?![\w+/=-])/g;

/** Degrees of each digit of a pair. */
const STEPS = [20, 1, 0.05, 0.0025, 0.000_125];

/** The middle of the square of a full code. */
export function placeOfPlusCode(code: string): Degrees {
  const digits = [...code.replace('+', '')].slice(0, 2 * STEPS.length).map((digit) => DIGITS.indexOf(digit));
  const half = (STEPS.at(-1) ?? 0) / 2;
  const along = (offset: 0 | 1) => STEPS.reduce((sum, step, at) => sum + step * (digits[2 * at + offset] ?? 0), half);
  return [along(0) - 90, along(1) - 180];
}
