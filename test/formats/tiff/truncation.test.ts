import { describe, expect, it } from 'vitest';
import { isTiffCut } from '../../../src/formats/tiff/truncation.js';
import { openPhoto } from '../../../src/photo/open.js';

const [WIDTH, HEIGHT] = [160, 120];
const PAGE = 4096;

/** RGB with its directory at the beginning, as cameras write it; strips of `rows` rows. */
function tiff(rows: number, compression = 1): Buffer {
  const count = Math.ceil(HEIGHT / rows);
  const start = 1024;
  const long = (value: number) => Buffer.from(new Uint32Array([value]).buffer);
  const offsets = Array.from({ length: count }, (_, index) => start + index * rows * WIDTH * 3);
  const sizes = offsets.map((_, index) => Math.min(rows, HEIGHT - index * rows) * WIDTH * 3);
  const tables = 8 + 2 + 10 * 12 + 4;
  const fields: [tag: number, type: number, count: number, value: number][] = [
    [256, 4, 1, WIDTH],
    [257, 4, 1, HEIGHT],
    [258, 3, 3, tables],
    [259, 3, 1, compression],
    [262, 3, 1, 2],
    [273, 4, count, count === 1 ? start : tables + 8],
    [277, 3, 1, 3],
    [278, 4, 1, rows],
    [279, 4, count, count === 1 ? (sizes[0] ?? 0) : tables + 8 + 4 * count],
    [284, 3, 1, 1],
  ];
  const file = Buffer.alloc(start + WIDTH * HEIGHT * 3, 120);
  file.write('II*\0', 0, 'latin1');
  long(8).copy(file, 4);
  file.writeUInt16LE(fields.length, 8);
  fields.forEach(([tag, type, amount, value], index) => {
    const at = 10 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(amount, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  file.writeUInt32LE(0, 10 + 12 * fields.length);
  for (const at of [0, 2, 4]) file.writeUInt16LE(8, tables + at);
  Buffer.concat([...offsets, ...sizes].map(long)).copy(file, tables + 8);
  return file;
}

describe.each([HEIGHT, 40, 5])('a TIFF in strips of %i rows', (rows) => {
  it('that is whole does not end early, also where it ends in black', () => {
    expect(isTiffCut(tiff(rows))).toBe(false);
    const file = tiff(rows);
    expect(isTiffCut(file.fill(0, file.length - 2 * PAGE - 100))).toBe(false);
  });

  it.each([
    ['half of it', 6 * PAGE],
    ['its last page', 14 * PAGE],
    ['all of its pixels', 1024],
  ])('that lacks %s is not examined in full', async (_what, from) => {
    const bytes = tiff(rows).fill(0, from);
    const photo = openPhoto({ path: 'a', bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/tiff' }, bytes);
    await photo.pixels();
    expect(photo.unseen).toEqual([{ code: 'truncated' }]);
  });
});

it('a compressed strip of zeros is missing, in whatever strip it is', () => {
  const packed = tiff(5, 5);
  expect(isTiffCut(packed)).toBe(false);
  expect(isTiffCut(packed.fill(0, 1024 + 5 * WIDTH * 3, 1024 + 2 * 5 * WIDTH * 3))).toBe(true);
  expect(isTiffCut(tiff(5).fill(0, 1024 + 5 * WIDTH * 3, 1024 + 2 * 5 * WIDTH * 3))).toBe(false);
});
