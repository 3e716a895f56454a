import { describe, expect, it } from 'vitest';
import { captionsOf, valuesNear } from '../../../src/ocr/layout/near.js';
import { joinRows } from '../../../src/ocr/layout/rows.js';
import { lineOf } from '../../helpers/text-lines.js';

type Placed = readonly [text: string, left: number, top: number, size?: number];

function layOut(placed: readonly Placed[], degrees = 0) {
  const rows = joinRows(placed.map(([text, left, top, size = 20]) => lineOf(text, left, top, { degrees, size })));
  const rowWith = (text: string) => rows.find((row) => row.text.includes(text))!;
  return { rows, rowWith };
}

/** Candidates for the value of a label, as `side text`. */
function valuesOf(label: string, placed: readonly Placed[], degrees = 0): readonly string[] {
  const { rows, rowWith } = layOut(placed, degrees);
  const row = rowWith(label);
  const start = row.text.indexOf(label);
  return valuesNear({ row, start, end: start + label.length }, rows).map(({ side, text }) => `${side} ${text}`);
}

const ROTATIONS = [0, 8, 90, 180, 270];

describe('valuesNear', () => {
  it.each(ROTATIONS)('finds the value right of its label at %d degrees', (degrees) => {
    expect(
      valuesOf(
        'PIN',
        [
          ['PIN', 40, 100],
          ['4821', 240, 102],
          ['2nd', 380, 101],
        ],
        degrees,
      ),
    ).toEqual(['right 4821', 'right 2nd']);
  });

  it.each(ROTATIONS)('finds the value below or above its label at %d degrees', (degrees) => {
    expect(
      valuesOf(
        'PIN',
        [
          ['PIN', 40, 100],
          ['4821', 40, 130],
        ],
        degrees,
      ),
    ).toEqual(['below 4821']);
    expect(
      valuesOf(
        'PIN',
        [
          ['4821', 40, 70],
          ['PIN', 40, 100],
        ],
        degrees,
      ),
    ).toEqual(['above 4821']);
  });

  it('begins after the sign of the label, and looks on the right only where the row ends with it', () => {
    expect(
      valuesOf('PIN', [
        ['Your PIN: 4821', 40, 100],
        ['other', 400, 100],
      ]),
    ).toEqual(['same 4821']);
    expect(
      valuesOf('PIN', [
        ['Your PIN:', 40, 100],
        ['4821', 400, 100],
      ]),
    ).toEqual(['right 4821']);
  });

  it('takes what is below the label itself, not below the rest of its row', () => {
    const placed: readonly Placed[] = [
      ['Name and long PIN', 40, 100],
      ['Ada', 40, 130],
      ['4821', 200, 130],
    ];
    expect(valuesOf('PIN', placed)).toEqual(['below 4821']);
  });

  it('finds a value at the far side of the picture where nothing is in between', () => {
    expect(
      valuesOf('PIN', [
        ['PIN', 40, 100],
        ['4821', 700, 100],
      ]),
    ).toEqual(['right 4821']);
    expect(
      valuesOf('PIN', [
        ['PIN', 40, 100],
        ['mine', 200, 100],
        ['4821', 700, 100],
      ]),
    ).toEqual(['right mine']);
  });

  it('ignores what is further away', () => {
    expect(
      valuesOf('PIN', [
        ['PIN', 40, 100],
        ['4821', 1000, 100],
        ['4822', 40, 300],
      ]),
    ).toEqual([]);
  });
});

describe('captionsOf', () => {
  const captions = (text: string, placed: readonly Placed[], degrees = 0): readonly string[] => {
    const { rows, rowWith } = layOut(placed, degrees);
    return captionsOf(rowWith(text), rows).map((row) => row.text);
  };

  it.each(ROTATIONS)('names the label left of, above and below a value at %d degrees', (degrees) => {
    expect(
      captions(
        '4821',
        [
          ['PIN', 40, 100],
          ['4821', 300, 100],
        ],
        degrees,
      ),
    ).toEqual(['PIN']);
    expect(
      captions(
        '4821',
        [
          ['PIN', 40, 60],
          ['4821', 40, 100],
        ],
        degrees,
      ),
    ).toEqual(['PIN']);
    expect(
      captions(
        '4821',
        [
          ['4821', 40, 100],
          ['PIN', 40, 126],
        ],
        degrees,
      ),
    ).toEqual(['PIN']);
  });

  it('a label between two values belongs to the nearer one', () => {
    const placed: readonly Placed[] = [
      ['4821', 40, 100],
      ['Date', 40, 140],
      ['2031', 40, 166],
    ];
    expect(captions('4821', placed)).toEqual([]);
    expect(captions('2031', placed)).toEqual(['Date']);
  });

  it('a label below counts only where the one above is further away', () => {
    expect(
      captions('4821', [
        ['Name', 40, 76],
        ['4821', 40, 100],
        ['PIN', 40, 130],
      ]),
    ).toEqual(['Name']);
    expect(
      captions('4821', [
        ['Name', 40, 60],
        ['4821', 40, 100],
        ['PIN', 40, 124],
      ]),
    ).toEqual(['Name', 'PIN']);
  });

  it('the head of a column names all values of the column', () => {
    const column = ['0301', '0302', '0303'].map((text, row): Placed => [text, 40, 140 + row * 40]);
    expect(captions('0303', [['Telephone', 40, 100], ...column])).toEqual(['Telephone']);
  });
});
