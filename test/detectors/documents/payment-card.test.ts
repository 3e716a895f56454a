import { describe, expect, it } from 'vitest';
import { cardExpiry, looksLikeCard } from '../../../src/detectors/documents/payment-card.js';
import { findCardNumbers } from '../../../src/detectors/documents/printed-card-numbers.js';
import { lineOf } from '../../helpers/text-lines.js';

const digits = (lines: Parameters<typeof findCardNumbers>[0]) => findCardNumbers(lines).map((number) => number.digits);

describe('findCardNumbers', () => {
  it('joins groups of four in a row', () => {
    const groups = ['1111', '4111', '1111', '1111'].map((text, index) =>
      lineOf(text, [180, 100, 260, 340][index]!, 200),
    );
    expect(digits(groups)).toEqual(['4111111111111111']);
  });

  it('joins groups of four below each other', () => {
    const groups = ['5500', '0000', '0000', '0004'].map((text, index) => lineOf(text, 100, 200 + index * 30));
    expect(digits(groups)).toEqual(['5500000000000004']);
    const halves = [lineOf('5500 0000', 100, 200), lineOf('0000 0004', 100, 230)];
    expect(digits(halves)).toEqual(['5500000000000004']);
  });

  it('does not join groups that are far apart', () => {
    const groups = ['5500', '0000', '0000', '0004'].map((text, index) => lineOf(text, 100, 200 + index * 200));
    expect(digits(groups)).toEqual([]);
  });

  it('reports a number once that is printed twice', () => {
    expect(digits([lineOf('4111 1111 1111 1111', 0, 0), lineOf('4111111111111111', 0, 300)])).toEqual([
      '4111111111111111',
    ]);
  });
});

describe('looksLikeCard', () => {
  const number = lineOf('4111 1111 1111 1111', 100, 200);
  const [read] = findCardNumbers([number]);

  it('recognises a card by an expiry date or by its words', () => {
    expect(looksLikeCard([number, lineOf('12/29', 100, 260)], 2, read!)).toBe(true);
    expect(looksLikeCard([number, lineOf('VALIDTHRU', 100, 260)], 2, read!)).toBe(true);
  });

  it('rejects a number alone, and a letter that contains one', () => {
    expect(looksLikeCard([number], 1, read!)).toBe(false);
    expect(looksLikeCard([number, lineOf('Please debit my card', 100, 260)], 40, read!)).toBe(false);
  });

  it('rejects a number among much longer lines', () => {
    const wide = lineOf(
      'Paid by Visa on 12/29, the remaining amount is due on arrival at the front desk of the hotel',
      100,
      260,
    );
    expect(looksLikeCard([number, wide], 2, read!)).toBe(false);
  });
});

describe('cardExpiry', () => {
  it('is the later of two dates', () => {
    expect(cardExpiry([lineOf('04/24 - 03/29', 0, 0)])).toBe('2029-03');
    expect(cardExpiry([lineOf('12/29', 0, 0), lineOf('VALID FROM 01/25', 0, 40)])).toBe('2029-12');
  });

  it('does not read other fractions as a date', () => {
    expect(cardExpiry([lineOf('13/29', 0, 0), lineOf('112/290', 0, 40)])).toBeNull();
  });
});
