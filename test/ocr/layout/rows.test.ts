import { describe, expect, it } from 'vitest';
import { boxesOf, boxOfRange, joinRows } from '../../../src/ocr/layout/rows.js';
import { lineOf } from '../../helpers/text-lines.js';

const ROTATIONS = [0, 8, 90, 180, 270];
const texts = (lines: Parameters<typeof joinRows>[0]) => joinRows(lines).map(({ text }) => text);

describe('joinRows', () => {
  it.each(ROTATIONS)('joins the words of a line and not two columns, from top to bottom, at %d degrees', (degrees) => {
    const at = (text: string, left: number, top: number) => lineOf(text, left, top, { degrees });
    const lines = [at('right column', 500, 100), at('below', 40, 160), at('a line', 40, 100), at('of words', 130, 103)];
    expect(texts(lines)).toEqual(['a line of words', 'right column', 'below']);
  });

  it('keeps apart what is of another size or another height', () => {
    expect(texts([lineOf('small', 40, 100), lineOf('LARGE', 110, 80, { size: 60 })])).toHaveLength(2);
    expect(texts([lineOf('upper', 40, 100), lineOf('lower', 110, 116)])).toHaveLength(2);
  });

  it('puts a single narrow letter into its row, although its box looks like a line from top to bottom', () => {
    const word = lineOf('winner', 80, 100);
    const one = lineOf('1', 40, 100).box;
    const upended = {
      text: '1',
      confidence: 0.9,
      box: { ...one, width: one.height, height: one.width, angle: Math.PI / 2 },
    };
    expect(texts([word, upended])).toEqual(['1 winner']);
  });

  it('leaves out what is not text', () => {
    expect(texts([{ ...lineOf('scenery', 40, 100), confidence: 0.59 }, lineOf('  ', 40, 200)])).toEqual([]);
  });
});

it('a range of characters has the boxes of its pieces, and a box of its own', () => {
  const [left, right] = [lineOf('IBAN', 40, 100), lineOf('GB29 NWBK', 100, 100)];
  const [row] = joinRows([left, right]);
  const range = { row: row!, start: 5, end: 9 };
  expect(boxesOf(range)).toEqual([right.box]);
  expect(boxOfRange(range).width).toBeCloseTo((right.box.width * 4) / 9);
  expect(boxOfRange(range).center.x).toBeCloseTo(100 + (right.box.width * 2) / 9);
});
