// TIFF directories: their content in either byte order, damage in them, and limits on reading them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../../src/formats/byte-reader.js';
import {
  BIG,
  firstDirectory,
  openTiff,
  readDirectory,
  type TiffBlock,
  tiffBlock,
  walkDirectories,
} from '../../../src/formats/tiff/directories.js';
import {
  ASCII,
  type BuiltField,
  BYTE,
  block,
  DOUBLE,
  directory,
  FLOAT,
  header,
  IFD,
  LONG,
  RATIONAL,
  SBYTE,
  SHORT,
  SLONG,
  SRATIONAL,
  SSHORT,
  UNDEFINED,
} from '../../helpers/tiff-blocks.js';

const [SUB_IFDS, EXIF_IFD] = [0x014a, 0x8769];

function opened(bytes: Uint8Array): TiffBlock {
  const found = openTiff(bytes);
  if (!found) throw new Error('no TIFF block');
  return found;
}

function first(bytes: Uint8Array) {
  const found = opened(bytes);
  return readDirectory(found, firstDirectory(found));
}

describe.each([
  ['little-endian', true],
  ['big-endian', false],
])('a directory that is %s', (_name, isLittle) => {
  it.each<readonly [string, BuiltField, readonly number[]]>([
    ['bytes', [1, BYTE, [1, 255]], [1, 255]],
    ['signed bytes', [1, SBYTE, [-1, 5]], [-1, 5]],
    ['short numbers', [1, SHORT, [0x1234, 65_535]], [0x1234, 65_535]],
    ['signed short numbers', [1, SSHORT, [-2, 300]], [-2, 300]],
    ['long numbers', [1, LONG, [0x12345678, 1]], [0x12345678, 1]],
    ['signed long numbers', [1, SLONG, [-70_000]], [-70_000]],
    ['offsets of directories', [1, IFD, [8, 9]], [8, 9]],
    ['fractions', [1, RATIONAL, [1, 2, 3, 4]], [0.5, 0.75]],
    ['signed fractions', [1, SRATIONAL, [-1, 2]], [-0.5]],
    ['floats', [1, FLOAT, [0.25, -2]], [0.25, -2]],
    ['doubles', [1, DOUBLE, [0.1]], [0.1]],
  ])('gives %s as numbers', (_what, field, numbers) => {
    const { fields, isWhole } = first(block([[0x0010, SHORT, [7]], field], { isLittle }));
    expect(isWhole).toBe(true);
    expect(fields.map(({ tag }) => tag)).toEqual([0x0010, 1]);
    expect(fields[1]?.numbers(9)).toEqual(numbers);
    expect(fields[1]?.numbers(1)).toEqual(numbers.slice(0, 1));
    expect(fields[1]?.number).toBe(numbers[0]);
  });

  it('gives text, with what follows a NUL only where that is text, too', () => {
    const { fields } = first(
      block(
        [
          [1, ASCII, 'Ann\0Editor'],
          [2, ASCII, 'Ann\0\x01\x02x'],
          [3, ASCII, 'Bo'],
        ],
        { isLittle },
      ),
    );
    expect(fields.map((field) => field.text())).toEqual(['Ann\0Editor', 'Ann', 'Bo']);
    expect(fields.map((field) => field.number)).toEqual([undefined, undefined, undefined]);
  });

  it('gives bytes as a view, and as a reader in its byte order', () => {
    const bytes = block([[1, UNDEFINED, Buffer.from([0, 1, 2, 3, 4])]], { isLittle });
    const [field] = first(bytes).fields;
    expect(field?.bytes.buffer).toBe(bytes.buffer);
    expect([...(field?.bytes ?? [])]).toEqual([0, 1, 2, 3, 4]);
    expect(field?.value.u16(0)).toBe(isLittle ? 0x0100 : 1);
  });
});

describe('a directory', () => {
  it('lists fields that cannot be read, and is not whole', () => {
    const bytes = block([
      [1, 99, Buffer.from([1])],
      [2, ASCII, 'far away'],
      [3, SHORT, [7]],
    ]);
    // The value of the second field begins one byte too late to be inside the block.
    bytes.writeUInt32LE(bytes.length - 8, 8 + 2 + 12 + 8);
    const { entries, fields, isWhole } = first(bytes);
    expect(entries.map(({ tag }) => tag)).toEqual([1, 2, 3]);
    expect(fields.map(({ tag }) => tag)).toEqual([3]);
    expect(isWhole).toBe(false);
    expect(entries[0]?.numbers(1)).toEqual([]);
  });

  it('that breaks off gives the fields before, and is not whole', () => {
    const bytes = block([
      [1, SHORT, [7]],
      [2, SHORT, [8]],
    ]);
    const { fields, isWhole, next } = first(bytes.subarray(0, 8 + 2 + 12 + 11));
    expect(fields.map(({ number }) => number)).toEqual([7]);
    expect([isWhole, next]).toEqual([false, 0]);
  });

  it.each([-1, 8.5, Number.NaN, 1e12])('cannot be at offset %d', (start) => {
    expect(readDirectory(opened(block([[1, SHORT, [7]]])), start)).toMatchObject({ fields: [], isWhole: false });
  });

  it('of BigTIFF has counts and offsets of eight bytes', () => {
    const bytes = Buffer.alloc(8 + 20 + 8);
    bytes.writeBigUInt64BE(1n, 0);
    bytes.writeUInt16BE(5, 8);
    bytes.writeUInt16BE(SHORT, 10);
    bytes.writeBigUInt64BE(4n, 12);
    for (const index of [0, 1, 2, 3]) bytes.writeUInt16BE(index + 1, 20 + 2 * index);
    bytes.writeBigUInt64BE(77n, 28);
    const found = readDirectory(tiffBlock(readerOf(bytes), BIG), 0);
    expect(found.fields[0]?.numbers(9)).toEqual([1, 2, 3, 4]);
    expect(found).toMatchObject({ isWhole: true, next: 77 });
  });
});

describe('the directories of a block', () => {
  const size = (fields: readonly BuiltField[]) => directory(0, fields).length;
  const kinds = (bytes: Uint8Array) =>
    [...walkDirectories(opened(bytes))].map(({ kind, isFirst, isWhole, fields }) => ({
      ...{ kind, isFirst, isWhole },
      tags: fields.map(({ tag }) => tag),
    }));

  it('are those that a directory leads to, then the next of its chain', () => {
    const main = (exif: number, sub: number): BuiltField[] => [
      [EXIF_IFD, LONG, [exif]],
      [SUB_IFDS, LONG, [sub]],
    ];
    const exif = 8 + size(main(0, 0));
    const sub = exif + size([[1, SHORT, [1]]]);
    const next = sub + size([[2, SHORT, [1]]]);
    const bytes = Buffer.concat([
      ...[header(), directory(8, main(exif, sub), { next })],
      ...[directory(exif, [[1, SHORT, [1]]]), directory(sub, [[2, SHORT, [1]]]), directory(next, [[3, SHORT, [1]]])],
    ]);
    expect(kinds(bytes)).toEqual([
      { kind: 'main', isFirst: true, isWhole: true, tags: [EXIF_IFD, SUB_IFDS] },
      { kind: 'exif', isFirst: false, isWhole: true, tags: [1] },
      { kind: 'main', isFirst: false, isWhole: true, tags: [2] },
      { kind: 'main', isFirst: false, isWhole: true, tags: [3] },
    ]);
  });

  it('are read once each, where a chain leads back to its start', () => {
    expect(kinds(block([[SUB_IFDS, LONG, [8]]], { next: 8 }))).toHaveLength(1);
  });

  it('are not whole where one is outside of the block', () => {
    expect(kinds(block([[1, SHORT, [1]]], { next: 9999 })).map(({ isWhole }) => isWhole)).toEqual([true, false]);
  });

  it('end after 64, and the 65th is not whole', () => {
    const empty = size([]);
    const chain = (amount: number) =>
      Buffer.concat([
        header(),
        ...Array.from({ length: amount }, (_, index) =>
          directory(8 + empty * index, [], { next: index + 1 < amount ? 8 + empty * (index + 1) : 0 }),
        ),
      ]);
    expect(kinds(chain(64)).every(({ isWhole }) => isWhole)).toBe(true);
    const more = kinds(chain(100));
    expect(more).toHaveLength(65);
    expect(more.at(-1)?.isWhole).toBe(false);
  });

  it('have a limit to what they read together, where all fields share one large value', () => {
    const value = Buffer.alloc(1 << 20, 'x');
    const fields = Array.from({ length: 1000 }, (_, tag): BuiltField => [tag, SHORT, [1]]);
    const bytes = Buffer.concat([block(fields), value]);
    for (let at = 10; at < 10 + 12 * fields.length; at += 12) {
      bytes.writeUInt16LE(ASCII, at + 2);
      bytes.writeUInt32LE(value.length, at + 4);
      bytes.writeUInt32LE(bytes.length - value.length, at + 8);
    }
    const [found] = kinds(bytes);
    expect(found?.isWhole).toBe(false);
    expect(found?.tags).toHaveLength(64);
  });

  it('of any bytes are read quickly, and no field is outside of them', () => {
    const number = fc.oneof(fc.constantFrom(0, 8, 10, 22, 0xffff, 0xffffffff), fc.nat(400));
    const field = fc.tuple(
      fc.oneof(fc.constantFrom(SUB_IFDS, EXIF_IFD, 0x8825), fc.nat(0xffff)),
      fc.oneof(fc.integer({ min: 1, max: 13 }), fc.nat(255)),
      fc.oneof(fc.constantFrom(1, 2, 0xffffffff), fc.nat(20)),
      number,
    );
    const directories = fc.array(fc.tuple(fc.array(field, { maxLength: 8 }), number), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(directories, fc.boolean(), fc.nat(400), (parts, isLittle, length) => {
        const bytes = Buffer.concat([
          header(isLittle),
          ...parts.map(([fields, next]) => tableOf(fields, next, isLittle)),
        ]).subarray(0, 8 + length);
        for (const { fields } of walkDirectories(opened(bytes))) {
          for (const one of fields) {
            expect(one.bytes).toHaveLength(one.length);
            expect(one.numbers(4).every((value) => typeof value === 'number')).toBe(true);
            expect(typeof one.text()).toBe('string');
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A directory of these numbers, valid or not. */
function tableOf(fields: readonly (readonly number[])[], next: number, isLittle: boolean): Buffer {
  const bytes = Buffer.alloc(2 + 12 * fields.length + 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setUint16(0, fields.length, isLittle);
  fields.forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = 2 + 12 * index;
    view.setUint16(at, tag, isLittle);
    view.setUint16(at + 2, type, isLittle);
    view.setUint32(at + 4, count, isLittle);
    view.setUint32(at + 8, value, isLittle);
  });
  view.setUint32(bytes.length - 4, next, isLittle);
  return bytes;
}
