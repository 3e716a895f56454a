// The index of further pictures in a JPEG, whole, cut off and damaged.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexedPictures } from '../../../src/formats/jpeg/mpf.js';
import { type BuiltField, directory, header, LONG, UNDEFINED } from '../../helpers/tiff-blocks.js';

const ENTRIES = 0xb002;
/** Bytes of the file before the segment's content, and of the name before the index. */
const BEFORE = 7;
const NAME = 4;

/** A segment's content between other bytes, with an index of these types, lengths and offsets. */
function indexed(entries: readonly (readonly number[])[], { isLittle = false, cut = 0 } = {}) {
  const list = Buffer.alloc(16 * entries.length);
  const view = new DataView(list.buffer, list.byteOffset, list.length);
  entries.forEach((numbers, entry) => {
    for (const [index, number] of numbers.entries()) view.setUint32(16 * entry + 4 * index, number, isLittle);
  });
  const fields: BuiltField[] = [
    [0xb001, LONG, [entries.length]],
    [ENTRIES, UNDEFINED, list],
  ];
  const index = Buffer.concat([header(isLittle), directory(8, fields, { isLittle })]);
  const content = Buffer.concat([Buffer.from('MPF\0', 'latin1'), index.subarray(0, index.length - cut)]);
  const file = Buffer.concat([Buffer.alloc(BEFORE), content, Buffer.alloc(40)]);
  return { file, segment: { start: BEFORE, end: BEFORE + content.length } };
}

const THREE = [
  [0x030000, 900, 0],
  [0x010002, 50, 1000],
  [0x020003, 70, 2000],
] as const;

const found = ({ file, segment }: ReturnType<typeof indexed>) => indexedPictures(file, segment);

it.each([true, false])('names all pictures but the first, from its byte order mark; little-endian: %s', (isLittle) => {
  expect(found(indexed(THREE, { isLittle }))).toEqual([
    { start: BEFORE + NAME + 1000, bytes: 50, isSmallerCopy: true },
    { start: BEFORE + NAME + 2000, bytes: 70, isSmallerCopy: false },
  ]);
});

it('that breaks off within its list names what could be read, and nothing of the bytes after it', () => {
  expect(found(indexed(THREE, { cut: 1 })).map(({ bytes }) => bytes)).toEqual([50]);
});

it('without its name or its byte order mark is none', () => {
  for (const at of [0, NAME]) {
    const made = indexed(THREE);
    made.file.write('X', BEFORE + at);
    expect(found(made)).toEqual([]);
  }
});

it('names no more than 256 pictures', () => {
  expect(found(indexed(Array.from({ length: 1000 }, () => [0, 1, 1])))).toHaveLength(256);
});

it('of damaged bytes ends in pictures, whatever is in it', () => {
  const damage = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 6 });
  fc.assert(
    fc.property(damage, fc.nat(110), fc.boolean(), (changes, cut, isLittle) => {
      const { file, segment } = indexed(THREE, { isLittle, cut });
      for (const [at, value] of changes) file[at % file.length] = value;
      for (const { start, bytes } of indexedPictures(file, segment)) {
        expect(start).toBeGreaterThan(BEFORE);
        expect(bytes).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
