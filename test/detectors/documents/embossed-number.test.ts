import { expect, it } from 'vitest';
import { embossedNumber } from '../../../src/detectors/documents/embossed-number.js';
import { lineOf } from '../../helpers/text-lines.js';

/** Boxes of a row, 12 pixels a letter: each starts where the last one ends, and `overlap` before. */
function row(texts: readonly string[], overlap: number) {
  let left = 100;
  return texts.map((text) => {
    const line = lineOf(text, left, 200);
    left += text.length * 12 - overlap;
    return line;
  });
}

it('counts a digit at a cut once where the check digit says so', () => {
  expect(embossedNumber(row(['45391', '1488 0343', '3 6467'], 12))?.digits).toBe('4539148803436467');
});

it('never takes such a number for proved', () => {
  expect(embossedNumber(row(['45391', '1488 0343', '3 6467'], 12))?.isProved).toBe(false);
});

it('keeps equal digits of boxes that are apart', () => {
  expect(embossedNumber(row(['45391', '1488 0343', '3 6467'], -20))?.digits).not.toBe('4539148803436467');
});

it.each([
  ['no check digit holds', row(['45391', '1488 0343', '3 6468'], 12)],
  ['no issuer has it', row(['1234', '4567 8901 2', '2345'], 12)],
  ['it was hardly read', row(['45391', '1488 0343', '3 6467'], 12).map((line) => ({ ...line, confidence: 0.3 }))],
])('finds nothing where %s', (_, lines) => {
  expect(embossedNumber(lines)).toBeNull();
});
