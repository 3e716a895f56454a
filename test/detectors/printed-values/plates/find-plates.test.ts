import { describe, expect, it, test } from 'vitest';
import { findValues } from '../../../../src/detectors/printed-values/find.js';
import { PLATE_SHAPES } from '../../../../src/detectors/printed-values/plates/find-plates.js';
import { plateText } from '../../../../src/detectors/printed-values/plates/shape.js';
import { joinRows } from '../../../../src/ocr/layout/rows.js';
import type { TextLine } from '../../../../src/ocr/reader.js';
import { lineOf } from '../../../helpers/text-lines.js';

describe('shapes', () => {
  test.each(PLATE_SHAPES.map((shape) => [String(shape.pattern), shape] as const))('%s', (_, shape) => {
    for (const text of shape.isTrue) expect(shape.pattern.test(text), text).toBe(true);
    for (const text of shape.isFalse) expect(shape.pattern.test(text), text).toBe(false);
    expect(shape.isTrue.length * shape.isFalse.length).toBeGreaterThan(0);
  });

  test('of at least 25 countries', () => {
    expect(new Set(PLATE_SHAPES.map(({ country }) => country)).size).toBeGreaterThan(25);
  });

  test('gaps and marks between groups are one', () => {
    expect(plateText(' KD·48 : 213')).toBe('KD-48-213');
  });
});

const plates = (lines: readonly TextLine[]) =>
  findValues(joinRows(lines)).filter(({ label, score }) => label === 'licence-plate' && score >= 0.5);
const values = (lines: readonly TextLine[]) => plates(lines).map(({ value }) => value);
const at = (text: string, left: number, top = 50) => lineOf(text, left, top, { size: 40 });

describe('a plate without its picture', () => {
  it('is found in two or three pieces', () => {
    expect(values([at('BD51', 50), at('SMR', 200)])).toEqual(['BD51SMR']);
    expect(values([at('B', 50), at('NO', 110), at('1234', 200)])).toEqual(['BNO1234']);
  });

  it('loses the first character of a piece that overlaps the one before', () => {
    expect(values([at('M AB', 50), at('31234', 140)])).toEqual(['MAB1234']);
    expect(values([at('ZG', 50), at('4821-KD', 80)])).toEqual(['ZG4821KD']);
  });

  it('is not joined from pieces of a table', () => {
    expect(values([at('BD51', 50), at('SMR', 600)])).toEqual([]);
  });

  it('in two rows needs the name of a state or the code of a country', () => {
    const rows = [at('KDB', 90, 100), at('4C21', 80, 160)];
    expect(values(rows)).toEqual([]);
    expect(values([lineOf('BRASIL', 80, 60, { size: 20 }), ...rows])).toEqual(['KDB4C21']);
    expect(values([lineOf('D', 40, 180, { size: 16 }), ...rows])).toEqual(['KDB4C21']);
    expect(values([lineOf('D', 700, 180, { size: 16 }), ...rows])).toEqual([]);
  });

  it('is not found where a word stands before a number', () => {
    const caption = lineOf('TEXAS', 80, 20, { size: 20 });
    expect(values([caption, at('KDB 482', 50)])).toEqual(['KDB482']);
    expect(values([caption, at('BUS 482', 50)])).toEqual([]);
  });

  it('is legible', () => {
    const unsure = (confidence: number) => [{ ...at('BD51 SMR', 50), confidence }];
    expect(values(unsure(0.86))).toEqual(['BD51SMR']);
    expect(values(unsure(0.84))).toEqual([]);
  });
});
