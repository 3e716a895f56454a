import { expect, it } from 'vitest';
import { isSameRegion } from '../../src/workers/examination.js';

const LARGE = { left: 100, top: 200, width: 300, height: 100 };
const small = (left: number, top: number) => ({ left, top, width: 20, height: 90 });

it.each([
  ['its middle is inside', small(200, 210), true],
  ['its middle is on the last column', small(389, 210), true],
  ['its middle is on the first column and row', small(90, 155), true],
  ['its middle is left of it', small(89, 210), false],
  ['its middle is above it', small(200, 154), false],
  ['its middle is right of it', small(390, 210), false],
  ['its middle is below it', small(200, 255), false],
])('two regions are one place if the smaller one: %s', (_, region, isSame) => {
  expect(isSameRegion(LARGE, region)).toBe(isSame);
  expect(isSameRegion(region, LARGE)).toBe(isSame);
});

it('a high narrow region and a low wide one are compared by area', () => {
  const wide = { left: 0, top: 0, width: 1000, height: 100 };
  const high = { left: 490, top: 0, width: 20, height: 1000 };
  // The middle of the smaller one is below the larger one.
  expect(isSameRegion(high, wide)).toBe(false);
});
