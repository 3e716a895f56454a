// Sharpening keeps an even picture, makes an edge steeper on both sides, and stays within its
// limits.
import { expect, it } from 'vitest';
import type { Grey } from '../../../src/detectors/codes/grey.js';
import { sharpen } from '../../../src/detectors/codes/sharpen.js';

const WIDTH = 12;
const HEIGHT = 5;

function rows(level: (x: number) => number): Grey {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => level(at % WIDTH));
  return { data, width: WIDTH, height: HEIGHT };
}
const row = (grey: Grey, y: number) => [...grey.data.subarray(y * WIDTH, (y + 1) * WIDTH)];

it('keeps an even picture unchanged, up to its edges', () => {
  const even = rows(() => 120);
  expect(sharpen(even, 2, { flat: 3, jagged: 6 })).toEqual(even);
});

it('makes an edge steeper, the same in every row', () => {
  const edge = rows((x) => (x < 6 ? 100 : 140));
  const sharp = sharpen(edge, 1, { flat: 1, jagged: 2 });
  const middle = row(sharp, 2);
  expect(middle[5]).toBeLessThan(100);
  expect(middle[6]).toBeGreaterThan(140);
  expect([middle[0], middle[11]]).toEqual([100, 140]);
  expect(row(sharp, 0)).toEqual(middle);
});

it('darkens by at most 50 levels and lightens by at most 25', () => {
  const sharp = row(
    sharpen(
      rows((x) => (x < 6 ? 60 : 190)),
      2,
      { flat: 3, jagged: 6 },
    ),
    2,
  );
  expect(Math.min(...sharp)).toBe(10);
  expect(Math.max(...sharp)).toBe(215);
});
