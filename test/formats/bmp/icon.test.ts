// Which picture of an icon is used, and icons that are damaged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uint } from '../../../fixtures/encode/boxes.js';
import { PhotoError } from '../../../src/errors.js';
import { largestOfIcon } from '../../../src/formats/bmp/icon.js';

const little = (value: number, bytes: number) => uint(value, bytes).reverse();

interface Entry {
  readonly side: number;
  readonly data: Buffer;
  /** Replaces the offset of the data. */
  readonly start?: number;
}

function icon(...entries: readonly Entry[]): Buffer {
  let at = 6 + 16 * entries.length;
  const table = entries.map(({ side, data, start }) => {
    const entry = [uint(side, 1), uint(side, 1), Buffer.alloc(6), little(data.length, 4), little(start ?? at, 4)];
    at += data.length;
    return Buffer.concat(entry);
  });
  return Buffer.concat([
    Buffer.from([0, 0, 1, 0]),
    little(entries.length, 2),
    ...table,
    ...entries.map(({ data }) => data),
  ]);
}

const png = (length: number) => Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(length - 4, length)]);
const seen = (bytes: Buffer) => {
  const { isPng, file, pictures } = largestOfIcon(bytes);
  return [isPng, file.length, pictures];
};

describe('an icon gives', () => {
  it('the picture with the longest sides, where 0 stands for 256', () => {
    expect(seen(icon({ side: 255, data: png(60) }, { side: 0, data: png(50) }, { side: 16, data: png(70) }))).toEqual([
      ...[true, 50, 3],
    ]);
  });

  it('the longest of pictures with the same sides', () => {
    const [short, long] = [
      { side: 32, data: png(60) },
      { side: 32, data: png(61) },
    ];
    expect(seen(icon(short, long, short))).toEqual([true, 61, 3]);
  });

  it('no picture outside of the file or shorter than a header', () => {
    const outside = { side: 64, data: png(60), start: 5000 };
    expect(seen(icon(outside, { side: 48, data: png(39) }, { side: 16, data: png(40) }))).toEqual([true, 40, 3]);
    expect(() => largestOfIcon(icon(outside))).toThrow(PhotoError);
  });

  it('a bitmap as a file of its own, with half of its stored height', () => {
    const bitmap = Buffer.concat([
      little(40, 4),
      little(4, 4),
      little(16, 4),
      little(1, 2),
      little(8, 2),
      Buffer.alloc(24),
    ]);
    const { isPng, file } = largestOfIcon(icon({ side: 4, data: bitmap }));
    const made = Buffer.from(file);
    expect(isPng).toBe(false);
    expect(made.toString('latin1', 0, 2)).toBe('BM');
    expect([made.length, made.readUInt32LE(2), made.readInt32LE(14 + 8)]).toEqual([54, 54, 8]);
    // After both headers and a palette of 256 colours.
    expect(made.readUInt32LE(10)).toBe(14 + 40 + 1024);
  });

  it('a picture inside the file, or none, whatever is damaged', () => {
    const whole = icon({ side: 32, data: png(60) }, { side: 16, data: Buffer.alloc(60, 7) });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          expect(largestOfIcon(bytes.subarray(0, length)).file.length).toBeLessThanOrEqual(length + 14);
        } catch (error) {
          expect(error).toBeInstanceOf(PhotoError);
        }
      }),
    );
  });
});
