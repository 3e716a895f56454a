// A scheme of national ID numbers, as data: how it is printed, what proves it, and how weak that
// proof is.

export interface NationalScheme {
  /** kebab-case, country first. Shown as evidence `kind`. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /**
   * The compact number, position by position: `0` a digit, `A` a capital letter, `X` either. Any
   * other character stands for itself.
   */
  readonly shape: string;
  /**
   * As printed with separators, not anchored. Contains the structure that the library does not
   * check.
   */
  readonly pattern: RegExp;
  /** Separators that are removed before `isValid`. */
  readonly separators: RegExp;
  /** Gets a text that `pattern` matched, without separators and in capitals. */
  readonly isValid: (compact: string) => boolean;
  /** Without a check digit the number is only likely, even with a label. */
  readonly hasCheckDigit: boolean;
  /** The number is long and structured enough to count without a label. All others need one. */
  readonly standsAlone: boolean;
  /** Labels as printed, in the languages of the country. Compared without accents. */
  readonly labels: readonly string[];
  /**
   * Probability that a random text of `shape` passes `pattern` and `isValid`, 0..1. The test
   * measures it.
   */
  readonly chanceOfRandomPass: number;
  /**
   * Invented. Each false example differs by one character from the true example at the same index.
   */
  readonly examples: { readonly true: readonly string[]; readonly false: readonly string[] };
}

/** The interface of stdnum's modules. */
interface Validator {
  validate(value: string): { readonly isValid: boolean };
}

export const by =
  ({ validate }: Validator) =>
  (compact: string): boolean =>
    validate(compact).isValid;

/** Day 01 to 31 and month 01 to 12, for patterns. */
export const DAY = '(?:0[1-9]|[12]\\d|3[01])';
export const MONTH = '(?:0[1-9]|1[0-2])';
export const GAPS = /[\s.\-–·/]/g;
