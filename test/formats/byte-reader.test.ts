// The reader of bytes: numbers in both byte orders, parts, and no byte outside of its range.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteReader, fileReader, MalformedError, readerOf } from '../../src/formats/byte-reader.js';

const BYTES = Uint8Array.from({ length: 6000 }, (_, at) => (at * 37 + (at >> 8)) & 255);
const onDisk = (bytes: Uint8Array) => fileReader(bytes.length, (start, length) => bytes.slice(start, start + length));

/** The offset of the error, or the value. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedError);
    return (error as MalformedError).offset;
  }
}

describe.each([
  ['memory', (bytes: Uint8Array): ByteReader => readerOf(bytes)],
  ['a file', onDisk],
])('a reader of %s', (_where, open) => {
  it('reads numbers of each size in both byte orders', () => {
    const reader = open(Uint8Array.from([0xff, 0xfe, 0xfd, 0xfc, 0xfb, 0xfa, 0xf9, 0xf8]));
    const little = reader.ordered(true);
    expect([reader.u8(0), reader.i8(0), reader.u16(0), reader.i16(0)]).toEqual([255, -1, 0xfffe, -2]);
    expect([little.u16(0), little.i16(0), little.u32(0), little.i32(0)]).toEqual([
      ...[0xfeff, -257, 0xfcfdfeff, 0xfcfdfeff - 2 ** 32],
    ]);
    expect([reader.uint(0, 3), little.uint(0, 3), reader.uint(0, 0)]).toEqual([0xfffefd, 0xfdfeff, 0]);
    expect(reader.u64(0)).toBe(Number(0xfffefdfcfbfaf9f8n));
  });

  it('reads a part from its own start, in the same order, and reports errors from the start of the whole', () => {
    const part = open(BYTES).ordered(true).part(5000, 5010).part(2);
    expect([part.length, part.origin, part.isLittle]).toEqual([8, 5002, true]);
    expect(part.u16(0)).toBe(readerOf(BYTES, true).u16(5002));
    expect([...part.bytes(1, 3)]).toEqual([...BYTES.subarray(5003, 5005)]);
    expect(outcome(() => part.u16(7))).toBe(5009);
    expect(outcome(() => part.part(3, 9))).toBe(5005);
    expect(outcome(() => part.ordered(false).u32(6))).toBe(5008);
  });

  it('reads what is there, or throws MalformedError, at any offset', () => {
    const reader = open(BYTES);
    const expected = Buffer.from(BYTES);
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 6010 }), fc.nat(5000), (at, size) => {
        const isInside = at >= 0 && at + 4 <= BYTES.length;
        expect(outcome(() => reader.u32(at))).toBe(isInside ? expected.readUInt32BE(at) : at);
        expect(reader.has(at, size)).toBe(at >= 0 && at + size <= BYTES.length);
        const range = outcome(() => reader.bytes(at, at + size));
        if (reader.has(at, size)) expect(Buffer.compare(range as Uint8Array, expected.subarray(at, at + size))).toBe(0);
        else expect(range).toBe(at);
      }),
    );
  });

  it('finds bytes and characters that end before a limit', () => {
    const text = Buffer.alloc(200_000, '.');
    // Across the edge of one read from the disk, and at the very end.
    text.write('needle', 65_533, 'latin1');
    text.write('\xffend', text.length - 4, 'latin1');
    const reader = open(text);
    expect([reader.find('needle', 0), reader.find('needle', 65_533), reader.find('needle', 65_534)]).toEqual([
      ...[65_533, 65_533, -1],
    ]);
    expect([reader.find('needle', 0, 65_539), reader.find('needle', 0, 65_538)]).toEqual([65_533, -1]);
    expect([reader.find(0xff, -5), reader.find(0xff, 0, text.length - 4), reader.find(0xff, text.length)]).toEqual([
      ...[text.length - 4, -1, -1],
    ]);
    expect([reader.find('end', 0), reader.find('endless', 0), reader.find('.', 199_999)]).toEqual([
      ...[text.length - 3, -1, -1],
    ]);
  });

  it('reads names up to the end', () => {
    const reader = open(Uint8Array.from(Buffer.from('8BPSé', 'latin1')));
    expect([reader.latin1(0, 4), reader.latin1(3, 9), reader.latin1(9, 2)]).toEqual(['8BPS', 'Sé', '']);
  });
});

it('a file that has become shorter is malformed where it ends', () => {
  const reader = fileReader(100, (start, length) => BYTES.slice(start, Math.min(start + length, 60)));
  expect(reader.u8(59)).toBe(BYTES[59]);
  expect(outcome(() => reader.u8(60))).toBe(60);
  expect(outcome(() => reader.bytes(50, 70))).toBe(60);
});
