// The shape of a scheme of national numbers. A scheme is data: how it is printed, what proves it, how weak that proof is.

export interface NationalScheme {
  /** kebab-case, country first; shown as evidence `kind`. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The compact number, place by place: `0` a digit, `A` a capital letter, `X` either; what else, itself. */
  readonly shape: string;
  /** As printed, separators included; not anchored. Holds what structure the library does not check. */
  readonly pattern: RegExp;
  /** Separators that fall away before `isValid`. */
  readonly separators: RegExp;
  /** Of a text that `pattern` takes, without separators and in capitals. */
  readonly isValid: (compact: string) => boolean;
  /** Without one the number is only likely, even beside its label. */
  readonly hasCheckDigit: boolean;
  /** The number is long and structured enough to be believed without a label. All others need one. */
  readonly standsAlone: boolean;
  /** Labels as printed, in the languages of the country; compared without accents. */
  readonly labels: readonly string[];
  /** That a random text of `shape` passes `pattern` and `isValid`, 0..1; the test measures it. */
  readonly chanceOfRandomPass: number;
  /** Made up. Each false one differs by one character from the true one at the same place in the list. */
  readonly examples: { readonly true: readonly string[]; readonly false: readonly string[] };
}

/** What stdnum's modules offer. */
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
