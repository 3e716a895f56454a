import { expect, it } from 'vitest';
import { isHandwritten } from '../../../src/detectors/documents/handwriting.js';
import { lineOf, linesOf } from '../../helpers/text-lines.js';

const ROWS = Array.from({ length: 14 }, (_, index) => `a line of a note ${index}`);
const rotated = (degreesAt: (index: number) => number) =>
  ROWS.map((text, index) => {
    const line = lineOf(text, 40, 40 + index * 50);
    return { ...line, box: { ...line.box, angle: (degreesAt(index) * Math.PI) / 180 } };
  });

it('recognises uneven baselines as handwriting', () => {
  expect(isHandwritten(rotated((index) => [0, 2, -1, 3][index % 4]!))).toBe(true);
});

it.each([
  ['print', rotated(() => 0)],
  ['print upside down here and there', rotated((index) => (index % 2) * 180)],
  ['a page photographed at an angle', rotated((index) => index * 0.8)],
  ['a few crooked signs', rotated((index) => [0, 5, -4][index % 3]!).slice(0, 5)],
  ['nothing', linesOf([])],
])('does not take %s for it', (_, lines) => {
  expect(isHandwritten(lines)).toBe(false);
});
