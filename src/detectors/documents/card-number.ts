// Finds payment card numbers in text: Luhn's check digit, and a length and prefix that a real
// issuer uses.
import creditCardType from 'credit-card-type';

/**
 * Shortest and longest number that is searched for. ISO/IEC 7812-1 allows 8 to 19 digits; American
 * Express uses 15, Diners Club 14.
 */
const LENGTHS = { min: 14, max: 19 };
/**
 * A shorter number must be printed in its issuer's groups, because product and phone numbers also
 * have 13 or 14 digits.
 */
const FREE_LENGTH = 15;
/** Numbers of more than 16 digits have one more group than credit-card-type knows. */
const LAST_GAP = 16;
/** Allows these separators between two digits of one number. */
const NUMBER = /\d(?:[ .·\-–—]{0,3}\d)+/g;
/**
 * Maestro's actual ranges (Wikipedia, "Payment card number"). credit-card-type accepts nearly every
 * number that begins with 5 or 6.
 */
const MAESTRO = /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/;

/** Luhn's check over a string of digits. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A number with the length, prefix and grouping of a payment card number. */
export interface CardDigits {
  readonly digits: string;
  /** Luhn's check digit holds as well. Otherwise the number is misread, or not a card number. */
  readonly isProved: boolean;
}

/** `groups` are the runs of digits as read. A single run if no gap was read. */
function looksLikeCardNumber(groups: readonly string[]): boolean {
  const digits = groups.join('');
  if (digits.length < LENGTHS.min || digits.length > LENGTHS.max) return false;
  const [type] = creditCardType(digits);
  if (type === undefined || !type.lengths.includes(digits.length)) return false;
  if (type.type === 'maestro' && !MAESTRO.test(digits)) return false;
  // The recogniser may miss gaps but does not invent them.
  const gaps = groups.slice(1).map((_, index) => groups.slice(0, index + 1).join('').length);
  const isFree = digits.length >= FREE_LENGTH || gaps.length === type.gaps.length;
  return isFree && gaps.every((gap) => type.gaps.includes(gap) || gap === LAST_GAP);
}

/**
 * The first number that some of the groups form, starting with the first group. A proved number
 * comes before any other.
 */
function numberFrom(groups: readonly string[]): { readonly found: CardDigits; readonly used: number } | null {
  const numbers = groups
    .map((_, index) => groups.slice(0, index + 1))
    .filter(looksLikeCardNumber)
    .map((used) => {
      const digits = used.join('');
      return { found: { digits, isProved: isLuhn(digits) }, used: used.length };
    });
  return numbers.find(({ found }) => found.isProved) ?? numbers[0] ?? null;
}

/** Card numbers in one line of text. The text is taken as printed; no digit is guessed. */
export function cardNumbersIn(text: string): readonly CardDigits[] {
  const numbers: CardDigits[] = [];
  for (const [number] of text.matchAll(NUMBER)) {
    let groups: readonly string[] = number.split(/\D+/);
    while (groups.length > 0) {
      const next = numberFrom(groups);
      if (next !== null) numbers.push(next.found);
      groups = groups.slice(next?.used ?? 1);
    }
  }
  return numbers;
}
