import { expect, test } from 'vitest';
import { breakAnywhere, columnsOf } from '../../src/terminal/escape.js';
import { wrap } from '../../src/terminal/wrap.js';

test('wide characters count as two columns', () => {
  const lines = wrap('写真 写真 写真 写真', 10).split('\n');
  expect(lines).toEqual(['写真 写真', '写真 写真']);
  expect(lines.every((line) => columnsOf(line) <= 10)).toBe(true);
});

test('what is broken anywhere is whole, and no character is cut', () => {
  const text = '写真a👩‍👧e\u0301写真';
  const lines = breakAnywhere(text, 3);
  expect(lines.join('')).toBe(text);
  expect(lines).toEqual(['写', '真a', '👩‍👧e\u0301', '写', '真']);
});
