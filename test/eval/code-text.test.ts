import { expect, it } from 'vitest';
import { CODES } from '../../eval/categories/codes.js';
import { isCodeTextRight } from '../../eval/code-text.js';
import { scoreCategory } from '../../eval/score.js';
import { detection, labelled, outcome, PROGRAM } from './made.js';

const read = (...texts: string[]) =>
  texts.map((text) => detection('code', 1, { detector: 'codes', evidence: { text } }));
const file = (expected: unknown, format = 'QRCode') => labelled('barcodes/a', { barcode: true, format, expected });

it.each([
  ['the text', 'abc', ['abc'], true],
  ['another text', 'abc', ['abd'], false],
  ['nothing', 'abc', [], false],
  ['one of several', 'abc', ['x', 'abc'], true],
  ['several in another order', 'abcdef', ['def', 'abc'], true],
  ['several, one missing', 'abcdef', ['def'], false],
  ['several, one twice', 'abcabc', ['abc'], false],
  ['bytes', { hex: '00ff' }, ['00ff'], true],
  ['an empty text where nothing is read', '', [], false],
  ['no text that is known', null, ['abc'], null],
])('%s', (_, expected, texts, isRight) => {
  expect(isCodeTextRight(file(expected), read(...texts))).toBe(isRight);
});

it('is compared only for barcode labels and code detections', () => {
  expect(isCodeTextRight(labelled('negatives/a', {}), read('abc'))).toBe(null);
  expect(isCodeTextRight(file('abc'), [detection('page', 1, { evidence: { text: 'abc' } })])).toBe(false);
});

it('is never right for an unexamined file', () => {
  const outcomes = [{ ...outcome(file('abc'), null), isCodeTextRight: true }];
  const [all] = scoreCategory(CODES, outcomes, PROGRAM).checks;
  expect(all).toMatchObject({ id: 'text', share: { count: 0, total: 1 } });
});
