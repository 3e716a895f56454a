import { expect, it } from 'vitest';
import { continuations, rangesInRows } from '../../../src/ocr/layout/joined.js';
import { joinRows } from '../../../src/ocr/layout/rows.js';
import { withoutSpaces, withSpaces } from '../../../src/ocr/layout/spaces.js';
import { lineOf } from '../../helpers/text-lines.js';

it.each([0, 8, 90, 180, 270])('a text continues right of a wide gap and below, at %d degrees', (degrees) => {
  const at = (text: string, left: number, top: number) => lineOf(text, left, top, { degrees });
  const rows = joinRows([at('1111 2222', 40, 100), at('3333', 300, 100), at('4444', 40, 130), at('5555', 40, 160)]);
  expect(continuations(rows[0]!, rows).map(({ text }) => text)).toEqual([
    '1111 2222 3333',
    '1111 2222 4444',
    '1111 2222 4444 5555',
  ]);
});

it('a range of a joined text is a range of each of its rows', () => {
  const rows = joinRows([lineOf('1111 2222', 40, 100), lineOf('3333 4444', 40, 130)]);
  const [joined] = continuations(rows[0]!, rows);
  const ranges = rangesInRows(joined!, 5, 14).map(({ row, start, end }) => row.text.slice(start, end));
  expect(ranges).toEqual(['2222', '3333']);
});

it.each([
  ['221BakerStreet', '221 Baker Street'],
  ['LondonNW16XE', 'London NW16XE'],
  ['Seattle,WA 98101', 'Seattle, WA 98101'],
  ['Lindenstr14', 'Lindenstr 14'],
  ['LindenstraBe 14', 'LindenstraBe 14'],
  ['12,50 EUR', '12,50 EUR'],
])('the spaces that were dropped from %s are put back: %s', (text, spaced) => {
  const { text: back, at } = withSpaces(text);
  expect(back).toBe(spaced);
  expect(at.map((index) => text[index]).join('').length).toBe(spaced.length);
  expect([...back].every((character, index) => character === ' ' || text[at[index]!] === character)).toBe(true);
});

it('spaces that were put in are taken out', () => {
  const { text, at } = withoutSpaces('D E8 9');
  expect(text).toBe('DE89');
  expect(at).toEqual([0, 2, 3, 5]);
});
