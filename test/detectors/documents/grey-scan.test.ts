import { expect, it } from 'vitest';
import { isGreyScan } from '../../../src/detectors/documents/grey-scan.js';

/** Pixels of which each colour has a share, in this order. */
function pixels(...parts: readonly (readonly [share: number, colour: readonly [number, number, number]])[]) {
  const [width, height] = [100, 100];
  const data = new Uint8Array(width * height * 3);
  let from = 0;
  for (const [share, colour] of parts) {
    for (let index = from; index < Math.round(from + share * width * height); index += 1) data.set(colour, index * 3);
    from += share * width * height;
  }
  return { data, width, height };
}

const BLACK = [5, 6, 4] as const;
const BONE = [160, 158, 162] as const;
const RED = [200, 30, 30] as const;
const PAPER = [240, 240, 240] as const;

it('recognises grey on black, with a few coloured marks', () => {
  expect(isGreyScan(pixels([0.6, BLACK], [0.37, BONE], [0.03, RED]))).toBe(true);
});

it.each([
  ['a page', pixels([0.1, BLACK], [0.9, PAPER])],
  ['a coloured photo', pixels([0.5, BLACK], [0.4, BONE], [0.1, RED])],
  ['a black picture', pixels([0.98, BLACK], [0.02, BONE])],
])('does not take %s for it', (_, picture) => {
  expect(isGreyScan(picture)).toBe(false);
});
