// Fields one after the other, up to a given end.
import { describe, expect, it } from 'vitest';
import { ByteCursor } from '../../src/formats/byte-cursor.js';
import { readerOf } from '../../src/formats/byte-reader.js';

const BYTES = Buffer.from('\x01\x02\x03\x04\x05\x06\x07\x08name\0rest', 'latin1');
const damagedAt = (offset: number) => expect.objectContaining({ name: 'MalformedError', offset });

describe('a cursor', () => {
  it('reads numbers of any size, in the byte order of its reader', () => {
    const big = new ByteCursor(readerOf(BYTES));
    expect([big.next(1), big.next(0), big.next(2), big.next(3), big.at]).toEqual([1, 0, 0x0203, 0x040506, 6]);
    const little = new ByteCursor(readerOf(BYTES, true), 1);
    expect([little.next(2), little.next(4)]).toEqual([0x0302, 0x07060504]);
    expect(new ByteCursor(readerOf(BYTES)).next(8)).toBe(Number(0x0102030405060708n));
  });

  it('reads texts by length or up to a NUL', () => {
    const fields = new ByteCursor(readerOf(BYTES), 8);
    expect([fields.latin1(2), fields.text(), fields.latin1(4), fields.at]).toEqual(['na', 'me', 'rest', BYTES.length]);
  });

  it('stops at its end, though the file goes on', () => {
    const fields = new ByteCursor(readerOf(BYTES), 4, 6);
    fields.next(1);
    expect(() => fields.next(2)).toThrow(damagedAt(5));
    expect(() => fields.latin1(2)).toThrow(damagedAt(5));
    expect(fields.next(1)).toBe(6);
    expect(() => new ByteCursor(readerOf(BYTES), 8, 12).text()).toThrow(damagedAt(8));
  });

  it('accepts no more entries than allowed', () => {
    expect(new ByteCursor(readerOf(BYTES)).count(1, 1)).toBe(1);
    expect(() => new ByteCursor(readerOf(BYTES)).count(2, 0x0101)).toThrow(damagedAt(0));
  });
});
