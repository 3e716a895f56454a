import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/ocr/layout/bands.js';
import { linesToRead } from '../../../src/ocr/reader.js';
import { lineOf } from '../../helpers/text-lines.js';

const RECEIPT = [
  ['MILK', 40, 100],
  ['1.20', 400, 104],
  ['BREAD', 40, 160],
  ['2.10', 400, 157],
  ['TOTAL', 40, 220],
  ['3.30', 400, 220],
] as const;

describe('bandsOf', () => {
  it.each([0, 8, 90, 180, 270])('puts a word and its price in one row at %d degrees', (degrees) => {
    const lines = RECEIPT.map(([text, left, top]) => lineOf(text, left, top, { degrees })).reverse();
    expect(bandsOf(lines).map((row) => row.map(({ text }) => text).join(' '))).toEqual([
      'MILK 1.20',
      'BREAD 2.10',
      'TOTAL 3.30',
    ]);
  });

  it('returns no rows for no lines', () => {
    expect(bandsOf([])).toEqual([]);
  });
});

describe('linesToRead', () => {
  const box = (length: number, height = 20) => ({ ...lineOf('', 0, 0).box, width: length * height, height });
  const paragraph = Array.from({ length: 60 }, () => box(40));

  it('reads a short line before the rest of a long text', () => {
    const short = box(4);
    expect(linesToRead([...paragraph, short])).toContain(short);
  });

  it('reads the longest line of all', () => {
    const longest = box(44);
    expect(linesToRead([...paragraph, longest])).toContain(longest);
  });

  it('reads a heading among many lines that are shorter, and some that are longer', () => {
    const heading = box(12, 60);
    const long = Array.from({ length: 10 }, () => box(45));
    const short = Array.from({ length: 100 }, () => box(10));
    expect(linesToRead([...long, ...short, heading])).toContain(heading);
  });

  it('reads each line once, and no more than the budget allows', () => {
    const read = linesToRead(paragraph);
    expect(new Set(read).size).toBe(read.length);
    expect(read.length).toBeLessThanOrEqual(320 / 40 + 1);
    expect(linesToRead(paragraph.slice(0, 5)).length).toBe(5);
  });
});
