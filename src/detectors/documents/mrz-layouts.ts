// The machine-readable zones of ICAO Doc 9303 as data: the characters allowed at each position, and
// what each check digit covers.
import type { LineTemplate } from '../../ocr/ctc.js';

const DIGIT = '0123456789';
const LETTER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Letters or filler: names, countries. */
const NAME = `${LETTER}<`;
const ANY = `${LETTER}${DIGIT}<`;
/** An optional check digit. */
const DIGIT_OR_FILLER = `${DIGIT}<`;

/**
 * Characters `start` up to, but not including, `end` of a line. Lines and characters count from 0.
 */
export interface MrzRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Check {
  readonly over: readonly MrzRange[];
  /** Position of the check digit. */
  readonly digit: MrzRange;
  /** If the field is empty, its check digit may be a filler (9303-4, 4.2.2.2). */
  readonly isOptional?: boolean;
}

export type FieldName = 'country' | 'nationality' | 'name' | 'number' | 'birth' | 'expiry';

export interface MrzLayout {
  readonly id: 'td1' | 'td2' | 'td3' | 'mrv-a' | 'mrv-b' | 'french-card';
  readonly label: 'passport' | 'identity-card';
  readonly templates: readonly LineTemplate[];
  readonly fields: Readonly<Partial<Record<FieldName, MrzRange>>>;
  readonly checks: readonly Check[];
  /**
   * A document number that is too long for its field continues here, followed by its check digit
   * (9303-5, note j; 9303-6).
   */
  readonly overflow?: MrzRange;
  /**
   * All check digits are below the first line, so the first line may be missing. Not where the
   * second line of a longer layout may be taken for that of this one.
   */
  readonly isProvedWithoutFirst?: boolean;
}

/** The line, then the start and the end of the range. */
const at = (line: number, start: number, end = start + 1): MrzRange => ({ line, start, end });

function template(...pieces: readonly (readonly [set: string, count: number])[]): LineTemplate {
  return pieces.flatMap(([set, count]) => Array.from({ length: count }, () => set));
}

/** The issuer: one to three letters (9303-3, 5). A nationality may be empty. */
const COUNTRY = [[LETTER, 1] as const, [NAME, 2] as const];
/** Year, month and day. An unknown month or day is written as fillers. */
const BIRTH = [[DIGIT, 2] as const, [DIGIT_OR_FILLER, 4] as const];
const EXPIRY = [DIGIT, 6] as const;
const SEX = ['MFX<', 1] as const;

/**
 * Number, nationality, birth date, sex and expiry date. All but nationality and sex have a check
 * digit. Common to all zones of two lines.
 */
const HOLDER = [[ANY, 9], [DIGIT_OR_FILLER, 1], [NAME, 3], ...BIRTH, [DIGIT, 1], SEX, EXPIRY, [DIGIT, 1]] as const;

const nameLine = (kinds: string, length: number): LineTemplate =>
  template([kinds, 1], [NAME, 1], ...COUNTRY, [NAME, length - 5]);

const HOLDER_FIELDS = {
  country: at(0, 2, 5),
  nationality: at(1, 10, 13),
  number: at(1, 0, 9),
  birth: at(1, 13, 19),
  expiry: at(1, 21, 27),
};
const HOLDER_CHECKS: readonly Check[] = [
  { over: [at(1, 0, 9)], digit: at(1, 9) },
  { over: [at(1, 13, 19)], digit: at(1, 19) },
  { over: [at(1, 21, 27)], digit: at(1, 27) },
];

/** Part 4: passports. */
const TD3: MrzLayout = {
  id: 'td3',
  label: 'passport',
  templates: [nameLine('P', 44), template(...HOLDER, [ANY, 14], [DIGIT_OR_FILLER, 1], [DIGIT, 1])],
  fields: { ...HOLDER_FIELDS, name: at(0, 5, 44) },
  checks: [
    ...HOLDER_CHECKS,
    { over: [at(1, 28, 42)], digit: at(1, 42), isOptional: true },
    { over: [at(1, 0, 10), at(1, 13, 20), at(1, 21, 43)], digit: at(1, 43) },
  ],
  isProvedWithoutFirst: true,
};

/** Part 5: cards of the size of a payment card. */
const TD1: MrzLayout = {
  id: 'td1',
  label: 'identity-card',
  templates: [
    template(['ACI', 1], [NAME, 1], ...COUNTRY, [ANY, 9], [DIGIT_OR_FILLER, 1], [ANY, 15]),
    template(...BIRTH, [DIGIT, 1], SEX, EXPIRY, [DIGIT, 1], [NAME, 3], [ANY, 11], [DIGIT, 1]),
    template([NAME, 30]),
  ],
  fields: {
    country: at(0, 2, 5),
    number: at(0, 5, 14),
    birth: at(1, 0, 6),
    expiry: at(1, 8, 14),
    nationality: at(1, 15, 18),
    name: at(2, 0, 30),
  },
  checks: [
    { over: [at(0, 5, 14)], digit: at(0, 14) },
    { over: [at(1, 0, 6)], digit: at(1, 6) },
    { over: [at(1, 8, 14)], digit: at(1, 14) },
    { over: [at(0, 5, 30), at(1, 0, 7), at(1, 8, 15), at(1, 18, 29)], digit: at(1, 29) },
  ],
  overflow: at(0, 15, 30),
};

/** Part 6: larger cards. */
const TD2: MrzLayout = {
  id: 'td2',
  label: 'identity-card',
  templates: [nameLine('ACI', 36), template(...HOLDER, [ANY, 7], [DIGIT, 1])],
  fields: { ...HOLDER_FIELDS, name: at(0, 5, 36) },
  checks: [...HOLDER_CHECKS, { over: [at(1, 0, 10), at(1, 13, 20), at(1, 21, 35)], digit: at(1, 35) }],
  overflow: at(1, 28, 35),
};

/** Part 7: visas, which have no composite check digit. */
const MRV_A: MrzLayout = {
  id: 'mrv-a',
  label: 'passport',
  templates: [nameLine('V', 44), template(...HOLDER, [ANY, 16])],
  fields: { ...HOLDER_FIELDS, name: at(0, 5, 44) },
  checks: HOLDER_CHECKS,
};
const MRV_B: MrzLayout = {
  id: 'mrv-b',
  label: 'passport',
  templates: [nameLine('V', 36), template(...HOLDER, [ANY, 8])],
  fields: { ...HOLDER_FIELDS, name: at(0, 5, 36) },
  checks: HOLDER_CHECKS,
};

/**
 * The French national card of 1988 to 2021, which follows no part of 9303 (decree 55-1397 and
 * Wikipedia, "Carte nationale d'identité").
 */
const FRENCH_CARD: MrzLayout = {
  id: 'french-card',
  label: 'identity-card',
  templates: [
    template(['I', 1], ['D', 1], ['F', 1], ['R', 1], ['A', 1], [NAME, 25], [ANY, 6]),
    template([ANY, 12], [DIGIT, 1], [NAME, 14], ...BIRTH, [DIGIT, 1], SEX, [DIGIT, 1]),
  ],
  fields: { country: at(0, 2, 5), name: at(0, 5, 30), number: at(1, 0, 12), birth: at(1, 27, 33) },
  checks: [
    { over: [at(1, 0, 12)], digit: at(1, 12) },
    { over: [at(1, 27, 33)], digit: at(1, 33) },
    { over: [at(0, 0, 36), at(1, 0, 35)], digit: at(1, 35) },
  ],
};

export const MRZ_LAYOUTS: readonly MrzLayout[] = [TD3, TD1, TD2, MRV_A, MRV_B, FRENCH_CARD];
