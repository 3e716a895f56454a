import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, padEnd, printable, printableJson, shortenEnd, shortenMiddle } from '../../src/terminal/escape.js';
import { ACTS } from '../helpers/terminal-controls.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
);

test.each([
  ['IMG_0001.JPG', 'IMG_0001.JPG'],
  ['Zoë 写真 👩‍👧.jpg', 'Zoë 写真 👩‍👧.jpg'],
  ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
  ['\u001b[31mred', '\\x1b[31mred'],
  ['\u009b2J', '\\x9b2J'],
  ['cod\u202egpj.exe', 'cod\\u{202e}gpj.exe'],
  ['\ud800 alone', '\\u{d800} alone'],
  ['C:\\photos', 'C:\\photos'],
])('%j is shown as %s', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('nothing that acts on a terminal is left in any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(printable(text)).not.toMatch(ACTS);
      expect(printable(text).isWellFormed()).toBe(true);
    }),
  );
});

test('JSON has nothing that acts on a terminal, and is the same value', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const json = printableJson({ [text]: [text] });
      expect(json).not.toMatch(ACTS);
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
    }),
  );
});

test.each([
  ['DCIM/Camera/IMG_0001.JPG', 24, 'DCIM/Camera/IMG_0001.JPG'],
  ['DCIM/Camera/IMG_0001.JPG', 16, 'DCIM/…G_0001.JPG'],
  ['写真写真写真写真', 8, '写…写真'],
  ['👩‍👧👩‍👧👩‍👧👩‍👧', 5, '…👩‍👧'],
])('%s in %i columns is %s', (text, columns, shown) => {
  expect(shortenMiddle(text, columns)).toBe(shown);
});

test('what is shortened fits, and what fits is not shortened', () => {
  fc.assert(
    fc.property(anyText.map(printable), fc.integer({ min: 1, max: 60 }), (text, columns) => {
      for (const shorten of [shortenMiddle, shortenEnd]) {
        expect(columnsOf(shorten(text, columns))).toBeLessThanOrEqual(columns);
        if (columnsOf(text) <= columns) expect(shorten(text, columns)).toBe(text);
      }
    }),
  );
});

test('wide characters are padded by their width', () => {
  expect(padEnd('写真', 6)).toBe('写真  ');
});
