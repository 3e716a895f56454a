import { describe, expect, it } from 'vitest';
import { nodeAdvice } from '../../src/commands/node-advice.js';
import { sizeText, tableText } from '../../src/commands/table.js';

it.each([
  ['20.19.4', '; 22 or newer is recommended'],
  ['21.7.3', '; 22 or newer is recommended'],
  ['22.0.0', ''],
  ['26.1.0', ''],
])('on Node %s the doctor adds %j', (version, advice) => {
  expect(nodeAdvice(version)).toBe(advice);
});

describe('the table', () => {
  const rows = [
    { name: 'sharp', text: '0.35.5' },
    { name: 'model text-recognition.onnx', text: 'one two three four five six seven eight nine ten' },
  ];

  it('has its texts in one column, after the longest name', () => {
    const lines = tableText(rows, Number.POSITIVE_INFINITY).split('\n');
    expect(lines.map((line) => line.search(/0\.35|one two/))).toEqual([29, 29]);
  });

  it.each([
    [70, 29],
    [48, 4],
  ])('on %i columns breaks between words and goes on at column %i', (width, indent) => {
    const lines = tableText(rows, width).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
    expect(lines.at(-1)?.search(/\S/)).toBe(indent);
    expect(lines.join(' ')).toMatch(/one\s+two\s+three\s+four\s+five\s+six\s+seven\s+eight\s+nine\s+ten$/);
  });

  it.each([
    [10_800_000, '10.8 MB'],
    [100_000, '0.1 MB'],
    [26_250, '27 kB'],
    [1, '1 kB'],
  ])('shows %i bytes as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});
