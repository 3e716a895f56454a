import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NATIONAL_SCHEMES } from '../../../src/detectors/printed-values/national/index.js';
import type { NationalScheme } from '../../../src/detectors/printed-values/national/scheme.js';
import { find } from './lines.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SIGNS: Readonly<Record<string, string>> = { '0': '0123456789', A: LETTERS, X: `0123456789${LETTERS}` };

/** The same pseudorandom numbers on each run, 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const randomOf = ({ shape }: NationalScheme, next: () => number): string =>
  [...shape].map((place) => SIGNS[place]?.[Math.floor(next() * SIGNS[place].length)] ?? place).join('');

const isShaped = ({ pattern }: NationalScheme, text: string): boolean =>
  new RegExp(`^(?:${pattern.source})$`).test(text);

const passes = (scheme: NationalScheme, text: string): boolean =>
  isShaped(scheme, text) && scheme.isValid(text.replace(scheme.separators, ''));

const differing = (one: string, other: string): number => [...one].filter((sign, at) => sign !== other[at]).length;

const DRAWS = 40_000;

test('no two schemes share an id', () => {
  expect(new Set(NATIONAL_SCHEMES.map(({ id }) => id)).size).toBe(NATIONAL_SCHEMES.length);
});

test('these countries have one', () => {
  const countries = [...new Set(NATIONAL_SCHEMES.map(({ country }) => country))].sort();
  expect(countries.join(' ')).toBe('AU BE BR CA CN DE ES FI FR GB IN IT MX NL PL PT SE US');
});

describe.each(NATIONAL_SCHEMES)('$id', (scheme) => {
  const { examples, labels, hasCheckDigit, chanceOfRandomPass } = scheme;

  test('accepts its true examples', () => {
    expect(new Set(examples.true).size).toBeGreaterThanOrEqual(3);
    expect(examples.true.filter((text) => !passes(scheme, text))).toEqual([]);
  });

  test('rejects its false examples, which differ by one character', () => {
    expect(examples.false).toHaveLength(examples.true.length);
    expect(examples.false.filter((text) => passes(scheme, text))).toEqual([]);
    expect(examples.false.map((text, at) => differing(text, examples.true[at]!))).toEqual(examples.true.map(() => 1));
  });

  test('rejects them by its check digit alone, if it has one', () => {
    expect(examples.false.every((text) => isShaped(scheme, text))).toBe(hasCheckDigit);
  });

  test('accepts as many random texts as it declares', () => {
    const next = numbers(7);
    let passed = 0;
    for (let draw = 0; draw < DRAWS; draw += 1) if (passes(scheme, randomOf(scheme, next))) passed += 1;
    const expected = chanceOfRandomPass * DRAWS;
    // Four standard deviations of a count, plus one for probabilities so small that a pass is
    // hardly ever expected.
    expect(Math.abs(passed - expected)).toBeLessThanOrEqual(4 * Math.sqrt(expected) + 1);
  });

  test('is proved with its label, and without a label only if it stands alone', () => {
    const [text] = examples.true as [string];
    const isProved = (...lines: readonly string[]): boolean =>
      find(...lines).some(({ label, more, proved }) => label === 'national-id' && more.kind === scheme.id && proved);
    for (const label of labels) {
      expect([label, isProved(`${label}: ${text}`)]).toEqual([label, hasCheckDigit]);
      expect([label, isProved(label, text)]).toEqual([label, hasCheckDigit]);
      const isLong = label.replace(/[^\p{L}]/gu, '').length > 8;
      if (isLong) expect([label, isProved(label + text)]).toEqual([label, hasCheckDigit]);
    }
    expect(isProved(text)).toBe(scheme.standsAlone);
    expect(isProved(`Order ${text} of today`)).toBe(scheme.standsAlone);
  });

  test('is never proved by its label if the check digit fails', () => {
    const found = examples.false.flatMap((text) => find(`${labels[0]}: ${text}`));
    expect(found.filter(({ more, proved, score }) => more.kind === scheme.id && (proved || score >= 0.5))).toEqual([]);
  });
});

test('a random number without a label is practically never proved', () => {
  const digits = fc.stringMatching(/^\d{6,24}$/);
  let proved = 0;
  fc.assert(
    fc.property(digits, (number) => {
      proved += find(number).filter((found) => found.proved).length;
    }),
    { numRuns: 3000, seed: 11 },
  );
  expect(proved).toBe(0);
});

test.each([
  ['a goods number', 'EAN 4006381333931'],
  ['a loyalty number', 'Customer card 6310040012345674'],
  ['an order', 'Order no. 204817745'],
  ['a company’s number', 'NIF: 501442600'],
  ['a VAT number', 'VAT Reg. 123456789'],
  ['a telephone number', 'Tel 01 42 33 44 55'],
])('%s is no national number', (_, text) => {
  expect(find(text).filter(({ label, score }) => label === 'national-id' && score >= 0.5)).toEqual([]);
});
