// Values whose parts and labels are in several boxes, at all rotations.
import { describe, expect, it } from 'vitest';
import { findCardNumbers } from '../../../src/detectors/documents/printed-card-numbers.js';
import { findValues } from '../../../src/detectors/printed-values/find.js';
import { joinRows } from '../../../src/ocr/layout/rows.js';
import { lineOf } from '../../helpers/text-lines.js';

type Placed = readonly [text: string, left: number, top: number];

const ROTATIONS = [0, 8, 90, 180, 270];
const drawn = (placed: readonly Placed[], degrees: number) =>
  placed.map(([text, left, top]) => lineOf(text, left, top, { degrees }));
const valuesIn = (placed: readonly Placed[], degrees = 0): readonly string[] =>
  findValues(joinRows(drawn(placed, degrees)))
    .filter(({ score }) => score >= 0.5)
    .map(({ label, value }) => `${label} ${value}`);
const cardsIn = (placed: readonly Placed[], degrees = 0): readonly string[] =>
  findCardNumbers(drawn(placed, degrees))
    .filter(({ isProved }) => isProved)
    .map(({ digits }) => digits);

const IBAN = 'iban DE89370400440532013000';
const TAX = 'national-id 65179386601';
const PHONE = 'phone-number 03023125017';
const CARD = '4539148803436467';

describe.each(ROTATIONS)('at %d degrees', (degrees) => {
  it('an IBAN continues in the rows below and in boxes far to the right', () => {
    expect(
      valuesIn(
        [
          ['IBAN DE89 3704', 40, 100],
          ['0044 0532', 40, 130],
          ['0130 00', 40, 160],
        ],
        degrees,
      ),
    ).toEqual([IBAN]);
    expect(
      valuesIn(
        [
          ['DE89 3704', 40, 100],
          ['0044 0532', 300, 100],
          ['0130 00', 560, 100],
        ],
        degrees,
      ),
    ).toEqual([IBAN]);
  });

  it('a national number may have other spaces, and continue in other boxes', () => {
    expect(valuesIn([['Steuer-ldNr. 6 5 1 7 93 86 6 01', 40, 100]], degrees)).toEqual([TAX]);
    expect(
      valuesIn(
        [
          ['Steuer-IdNr.', 40, 100],
          ['65 179', 300, 100],
          ['386 601', 500, 100],
        ],
        degrees,
      ),
    ).toEqual([TAX]);
    expect(
      valuesIn(
        [
          ['Steuer-IdNr. 65 179', 40, 100],
          ['386 601', 40, 130],
        ],
        degrees,
      ),
    ).toEqual([TAX]);
  });

  it('a telephone number continues below, and its label may be below it', () => {
    expect(
      valuesIn(
        [
          ['Telefon: 030 231', 40, 100],
          ['25 017', 40, 130],
        ],
        degrees,
      ),
    ).toEqual([PHONE]);
    expect(
      valuesIn(
        [
          ['030 23125 017', 40, 100],
          ['Telefon', 40, 126],
        ],
        degrees,
      ),
    ).toEqual([PHONE]);
  });

  it('a card number continues below and to the right, and may have a box for each digit', () => {
    expect(
      cardsIn(
        [
          ['Card 4539 1488 0343', 40, 100],
          ['6467', 40, 130],
        ],
        degrees,
      ),
    ).toEqual([CARD]);
    const groups = ['4539', '1488', '0343', '6467'].map((text, at): Placed => [text, 40 + at * 200, 100]);
    expect(cardsIn(groups, degrees)).toEqual([CARD]);
    expect(
      cardsIn(
        [
          ['Card number', 40, 60],
          ['4 53 9 148 80 3436 4 6 7', 40, 100],
        ],
        degrees,
      ),
    ).toEqual([CARD]);
  });

  it('the town of an address may be in a cell beside its postcode', () => {
    const address = [
      ['12 rue des Lilas', 40, 100],
      ['75011', 40, 130],
      ['Paris', 200, 130],
    ] as const;
    expect(valuesIn(address, degrees)).toEqual(['postal-address 12 rue des Lilas, 75011, Paris']);
  });
});

it('an address is found where the reader dropped its spaces', () => {
  const [address] = valuesIn([
    ['221BakerStreet', 40, 100],
    ['LondonNW16XE', 40, 130],
  ]);
  expect(address).toBe('postal-address 221BakerStreet, LondonNW16XE');
  expect(
    valuesIn([
      ['CalledeAlcala45', 40, 100],
      ['28014 Madrid', 40, 130],
    ]),
  ).toHaveLength(1);
  expect(
    valuesIn([
      ['742EvergreenTerrace', 40, 100],
      ['Springfield, 0R 97477', 40, 130],
    ]),
  ).toHaveLength(1);
  expect(valuesIn([['1420 5th Avenue, Seattle,WA 98101', 40, 100]])).toHaveLength(1);
});

describe('what only looks joined', () => {
  it('numbers without a label are none', () => {
    expect(
      valuesIn([
        ['65 179', 40, 100],
        ['386 601', 300, 100],
      ]),
    ).toEqual([]);
    expect(valuesIn([['6 5 1 7 93 86 6 01', 40, 100]])).toEqual([]);
    expect(
      valuesIn([
        ['030 231', 40, 100],
        ['25 017', 40, 130],
      ]),
    ).toEqual([]);
  });

  it('the label of a row that ends with a digit is not that of a number further below', () => {
    expect(
      valuesIn([
        ['Telefon 7', 40, 100],
        ['Kunde 030 23125 017', 40, 130],
      ]),
    ).toEqual([]);
  });

  it('rows of digits that a card number could be cut from are none', () => {
    expect(cardsIn([['4 53 9 148 80 3436 4 6 7', 40, 100]])).toEqual([]);
    expect(
      cardsIn([
        ['4539 1488', 40, 100],
        ['Total 0343 6467', 300, 100],
      ]),
    ).toEqual([]);
  });

  it('a label below belongs to the value right under it', () => {
    expect(
      valuesIn([
        ['030 23125 017', 40, 100],
        ['Telefon', 40, 150],
        ['none', 40, 174],
      ]),
    ).toEqual([]);
  });
});
