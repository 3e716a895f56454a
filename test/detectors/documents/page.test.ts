import { expect, it } from 'vitest';
import { pageScore } from '../../../src/detectors/documents/page.js';
import { lineOf } from '../../helpers/text-lines.js';

const SENTENCE = 'the boats are back and the water is cold';
const prose = (count: number, size = 20) =>
  Array.from({ length: count }, (_, index) => lineOf(SENTENCE, 40, 300 + index * 40, { size }));
const fields = (left: (index: number) => number, count = 14) =>
  Array.from({ length: count }, (_, index) => lineOf(`Caption ${index}: value`, left(index), 300 + index * 40));

it.each([
  ['running text', prose(4)],
  ['running text below a headline', [lineOf('A HEADLINE', 40, 40, { size: 60 }), ...prose(10)]],
  ['running text, rotated', prose(4).map((line) => ({ ...line, box: { ...line.box, angle: 0.02 } }))],
  ['a form or a list', fields(() => 40)],
])('takes %s for a page', (_, lines) => {
  expect(pageScore(lines)).toBeGreaterThan(0.5);
});

it.each([
  ['two long lines', prose(2)],
  ['lines that were hardly read', prose(8).map((line) => ({ ...line, confidence: 0.5 }))],
  ['small print below display type', [lineOf('MARIGOLD OATS', 40, 40, { size: 120 }), ...prose(5)]],
  ['names scattered on a map', fields((index) => (index * 97) % 800)],
  ['a few captions', fields(() => 40, 6)],
  ['nothing', []],
])('does not take %s for it', (_, lines) => {
  expect(pageScore(lines)).toBeLessThan(0.5);
});
