import { expect, it } from 'vitest';
import { withOtherChoice } from '../../../src/detectors/documents/mrz.js';

it.each([
  [{ line: 0, index: 0, text: 'X' }, ['XBC', 'DEF']],
  [{ line: 1, index: 2, text: '8' }, ['ABC', 'DE8']],
])('one character of one line is replaced', (doubt, lines) => {
  expect(withOtherChoice(['ABC', 'DEF'], doubt)).toEqual(lines);
});
