import { expect, it } from 'vitest';
import { isBeside } from '../../../src/detectors/codes/place.js';

const BOX = { left: 100, top: 100, width: 50, height: 40 };

it.each([
  ['left of the other', { left: 20, top: 110, width: 80, height: 10 }, true],
  ['right of it, at its edge', { left: 150, top: 110, width: 10, height: 10 }, true],
  ['above it', { left: 110, top: 60, width: 10, height: 40 }, true],
  ['below it, and to the right', { left: 160, top: 150, width: 10, height: 10 }, true],
  ['across its left edge', { left: 90, top: 110, width: 20, height: 10 }, false],
  ['across its upper edge', { left: 110, top: 90, width: 10, height: 20 }, false],
  ['inside it', { left: 110, top: 110, width: 10, height: 10 }, false],
])('a box %s', (_, other, isApart) => {
  expect(isBeside(BOX, other)).toBe(isApart);
  expect(isBeside(other, BOX)).toBe(isApart);
});
