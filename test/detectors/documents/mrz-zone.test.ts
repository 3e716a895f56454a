import { describe, expect, it } from 'vitest';
import { atFullLength, findZones, looksLikeRow } from '../../../src/detectors/documents/mrz-zone.js';
import { lineOf } from '../../helpers/text-lines.js';

const NAME = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const NUMBER = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

describe('looksLikeRow', () => {
  it.each([
    NAME,
    NUMBER,
    '7408122F1204159UTO<<<<<<<<<<<6',
    'P<UTOERIKSSON',
    'VIUSATRAVELER<<HAPPYPERSON',
    'EK77025137UT08803390M3',
    '0101170F29060360T0',
  ])('takes %s', (text) => {
    expect(looksLikeRow(lineOf(text, 0, 0))).toBe(true);
  });

  it.each([
    'PASSPORT',
    'UNITED KINGDOM OF GREAT BRITAIN',
    '4111 1111 1111 1111',
    'Dear Sir or Madam',
    'success in accounts',
    '12 AUG 1974',
    '',
  ])('leaves out "%s"', (text) => {
    expect(looksLikeRow(lineOf(text, 0, 0))).toBe(false);
  });
});

describe('findZones', () => {
  it('orders the rows and ignores the rest of the page', () => {
    const zones = findZones([lineOf(NUMBER, 40, 640), lineOf('PASSPORT', 40, 100), lineOf(NAME, 40, 600)]);
    expect(zones.map((zone) => zone.map((row) => Math.round(row.center.y)))).toEqual([[610, 650]]);
  });

  it('joins the parts of a row, and extends both rows to the same start and end', () => {
    const [zone = []] = findZones([
      lineOf('P<UTOERIKSSON<<ANNA', 40, 600),
      lineOf('<<<', 500, 602),
      lineOf(NUMBER.slice(3), 76, 640),
      lineOf('L89', 40, 641),
    ]);
    expect(zone).toHaveLength(2);
    for (const row of zone) {
      expect(row.center.x - row.width / 2).toBeCloseTo(40, 0);
      expect(row.center.x + row.width / 2).toBeCloseTo(40 + 44 * 12, 0);
    }
  });

  it('keeps two documents apart, side by side or one above the other', () => {
    const upper = [lineOf(NAME, 40, 100), lineOf(NUMBER, 40, 140)];
    const rightOf = [lineOf(NAME, 700, 100), lineOf(NUMBER, 700, 140)];
    const below = [lineOf(NAME, 40, 500), lineOf(NUMBER, 40, 540)];
    expect(findZones([...upper, ...rightOf, ...below]).map((zone) => zone.length)).toEqual([2, 2, 2]);
  });

  it.each([20, 90, 180, -70])('finds the rows of a page rotated by %d degrees in their order', (degrees) => {
    const [zone = []] = findZones([lineOf(NUMBER, 40, 640, { degrees }), lineOf(NAME, 40, 600, { degrees })]);
    const expected = [lineOf(NAME, 40, 600, { degrees }), lineOf(NUMBER, 40, 640, { degrees })];
    for (const [index, { box }] of expected.entries()) {
      expect(zone[index]?.center.x).toBeCloseTo(box.center.x, 3);
      expect(zone[index]?.center.y).toBeCloseTo(box.center.y, 3);
    }
  });
});

describe('atFullLength', () => {
  it('extends to both sides as far as the missing part of a row can', () => {
    const { box } = lineOf(NAME.slice(0, 20), 500, 0);
    const full = atFullLength(box);
    expect(full.center).toEqual(box.center);
    expect(full.center.x + full.width / 2).toBeGreaterThanOrEqual(500 + 44 * 12);
  });
});
