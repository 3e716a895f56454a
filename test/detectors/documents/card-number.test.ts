import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardNumbersIn, isLuhn } from '../../../src/detectors/documents/card-number.js';

/** Numbers that payment services publish for testing. */
const PUBLISHED = [
  '4111 1111 1111 1111',
  '5500 0000 0000 0004',
  '2223 0031 2200 3222',
  '3782 822463 10005',
  '3056 930902 5904',
  '6011 1111 1111 1117',
  '3530 1113 3330 0000',
];

const proved = (text: string): readonly string[] =>
  cardNumbersIn(text).flatMap(({ digits, isProved }) => (isProved ? [digits] : []));
const plain = (text: string): string => text.replaceAll(' ', '');

describe('isLuhn', () => {
  it('holds for exactly one of the ten last digits', () => {
    const body = fc.stringMatching(/^\d{15}$/);
    fc.assert(fc.property(body, (digits) => [...'0123456789'].filter((last) => isLuhn(digits + last)).length === 1));
  });
});

describe('cardNumbersIn', () => {
  it.each(PUBLISHED)('proves %s', (text) => {
    expect(proved(text)).toEqual([plain(text)]);
  });

  it.each(PUBLISHED)('proves %s with dots, with hyphens and among other words', (text) => {
    expect(proved(text.replaceAll(' ', '.'))).toEqual([plain(text)]);
    expect(proved(text.replaceAll(' ', ' - '))).toEqual([plain(text)]);
    expect(proved(`No. ${text} 12/29`)).toEqual([plain(text)]);
  });

  it('proves a number whose gaps were not read, and one that follows another number', () => {
    expect(proved('4111111111111111')).toEqual(['4111111111111111']);
    expect(proved('41111111 11111111')).toEqual(['4111111111111111']);
    expect(proved('123 4111 1111 1111 1111')).toEqual(['4111111111111111']);
  });

  it('finds each of two numbers', () => {
    expect(proved('4111 1111 1111 1111 5500 0000 0000 0004')).toEqual(['4111111111111111', '5500000000000004']);
  });

  it('does not prove a number with a misread digit', () => {
    expect(cardNumbersIn('4111 1111 1111 1112')).toEqual([{ digits: '4111111111111112', isProved: false }]);
  });

  it.each([
    ['a loyalty card in the range 6340', '6340 0412 3456 7897'],
    ['the serial number of a telephone', '490154203237518'],
    ['an article number', '4006381333931'],
    ['a SIM card', '8944 1000 3000 1234 5674'],
    ['gaps where no card has one', '41 1111 1111 1111 11'],
    ['a longer row of digits', '41111111111111110000'],
  ])('takes nothing of %s', (_, text) => {
    expect(cardNumbersIn(text)).toEqual([]);
  });

  it('proves hardly any row of sixteen digits by chance', () => {
    const rows = fc.sample(fc.stringMatching(/^\d{16}$/), { numRuns: 2000, seed: 7812 });
    expect(rows.filter((row) => proved(row).length > 0).length).toBeLessThan(0.05 * rows.length);
  });
});
