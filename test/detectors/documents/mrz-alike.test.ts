import { expect, it } from 'vitest';
import { MRZ_ALIKE } from '../../../src/detectors/documents/mrz-alike.js';

const isAlike = (character: string, other: string): boolean => (MRZ_ALIKE.get(character) ?? '').includes(other);

it.each([
  ['0', 'O'],
  ['O', '0'],
  ['1', 'l'],
  ['I', '1'],
  ['8', 'B'],
  ['<', 'c'],
  ['<', '4'],
  ['M', 'm'],
])('a %s may be read as %s', (character, other) => {
  expect(isAlike(character, other)).toBe(true);
});

it('what is read as a filler more often is no small letter', () => {
  for (const [small, capital] of ['cC', 'kK', 'eE']) expect(isAlike(capital ?? '', small ?? '')).toBe(false);
});

it('of two letters like a digit, only one is read from it', () => {
  expect(isAlike('D', '0')).toBe(false);
});
