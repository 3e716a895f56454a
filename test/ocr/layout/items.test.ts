import { describe, expect, it } from 'vitest';
import { itemsOf, ordersOf } from '../../../src/ocr/layout/items.js';
import { joinRows } from '../../../src/ocr/layout/rows.js';
import type { TextLine } from '../../../src/ocr/reader.js';
import { lineOf } from '../../helpers/text-lines.js';

const WORDS = ['alpha', 'bravo', 'carol', 'delta', 'extra', 'fancy', 'gamma', 'hotel', 'india'];
const ROTATIONS = [0, 8, 90, 180, 270];

interface Grid {
  readonly byColumn: boolean;
  readonly degrees?: number;
  /** How the number of a word is drawn, relative to it. Null: not at all. */
  readonly number?: (left: number, top: number) => readonly [left: number, top: number] | null;
  readonly mark?: string;
}

/** Nine words in three columns. */
function grid({ byColumn, degrees = 0, number, mark = '' }: Grid): readonly TextLine[] {
  return WORDS.flatMap((word, at) => {
    const [column, row] = byColumn ? [Math.floor(at / 3), at % 3] : [at % 3, Math.floor(at / 3)];
    const [left, top] = [100 + column * 300, 100 + row * 80];
    if (number === undefined) return [lineOf(`${at + 1}${mark} ${word}`, left, top, { degrees })];
    const place = number(left, top);
    const own = place === null ? [] : [lineOf(`${at + 1}${mark}`, place[0], place[1], { degrees })];
    return [...own, lineOf(word, left, top, { degrees })];
  });
}

const first = (lines: readonly TextLine[]) => ordersOf(itemsOf(joinRows(lines)))[0]?.map(({ text }) => text);

describe.each(ROTATIONS)('a grid at %d degrees is read as its numbers say', (degrees) => {
  it.each([true, false])('with the number before the word; by column: %j', (byColumn) => {
    expect(first(grid({ byColumn, degrees, mark: '.' }))).toEqual(WORDS);
    expect(first(grid({ byColumn, degrees }))).toEqual(WORDS);
  });

  it.each([true, false])('with the number in a box of its own; by column: %j', (byColumn) => {
    const beside = (left: number, top: number) => [left - 100, top] as const;
    const above = (left: number, top: number) => [left - 10, top - 28] as const;
    expect(first(grid({ byColumn, degrees, number: beside, mark: ')' }))).toEqual(WORDS);
    expect(first(grid({ byColumn, degrees, number: above }))).toEqual(WORDS);
  });

  it.each([true, false])('with only some of the numbers read; by column: %j', (byColumn) => {
    const lines = grid({ byColumn, degrees, number: (left, top) => [left - 100, top] });
    expect(first(lines.filter(({ text }) => !['3', '4', '8'].includes(text)))).toEqual(WORDS);
  });
});

it('without numbers, rows come first and columns second', () => {
  const lines = grid({ byColumn: true, number: () => null });
  const orders = ordersOf(itemsOf(joinRows(lines))).map((items) => items.map(({ text }) => text));
  expect(orders).toEqual([['alpha', 'delta', 'gamma', 'bravo', 'extra', 'hotel', 'carol', 'fancy', 'india'], WORDS]);
});

it.each([
  ['1. 4f2a-99cd 2. 77ab-01ef', ['1 4f2a-99cd', '2 77ab-01ef']],
  ['l. alpha 2) bravo', ['1 alpha', '2 bravo']],
  ['11)( alpha', ['11 alpha']],
  ['7alpha', ['7 alpha']],
  ['1234 5678', ['- 1234 5678']],
  ['99. alpha', ['- 99. alpha']],
  ['v1.2 alpha', ['- v1.2 alpha']],
])('the texts of %s are %j', (text, expected) => {
  const items = itemsOf(joinRows([lineOf(text, 40, 100)]));
  expect(items.map(({ number, text: own }) => `${number ?? '-'} ${own}`)).toEqual(expected);
});

it('an item knows where it is in its row', () => {
  const [, second] = itemsOf(joinRows([lineOf('1. alpha 2. bravo', 40, 100)]));
  expect(second?.row.text.slice(second.start, second.end)).toBe('bravo');
});
