import { expect, it } from 'vitest';
import { numberOfBoxes } from '../../../src/detectors/documents/embossed-number.js';
import { lineOf } from '../../helpers/text-lines.js';

/**
 * Boxes of a row, 12 pixels a letter: each starts where the last one ends, and `overlap` before.
 */
function row(texts: readonly string[], overlap: number) {
  let left = 100;
  return texts.map((text) => {
    const line = lineOf(text, left, 200);
    left += text.length * 12 - overlap;
    return line;
  });
}

it('counts a digit at a cut once where the check digit says so', () => {
  expect(numberOfBoxes(row(['45391', '1488 0343', '3 6467'], 12))?.digits).toBe('4539148803436467');
});

it('never takes such a number for proved', () => {
  expect(numberOfBoxes(row(['45391', '1488 0343', '3 6467'], 12))?.isProved).toBe(false);
});

it('counts as many digits once as the boxes share', () => {
  const [first, second] = [lineOf('52008282', 100, 200), lineOf('828282828', 148, 200)];
  expect(numberOfBoxes([first, second, lineOf('8210', 244, 200)])?.digits).toBe('5200828282828210');
});

it('keeps equal digits of boxes that are apart', () => {
  expect(numberOfBoxes(row(['45391', '1488 0343', '3 6467'], -20))?.digits).not.toBe('4539148803436467');
});

it.each([
  ['no check digit holds', row(['45391', '1488 0343', '3 6468'], 12)],
  ['no issuer has it', row(['1234', '4567 8901 2', '2345'], 12)],
])('finds nothing where %s', (_, lines) => {
  expect(numberOfBoxes(lines)).toBeNull();
});
