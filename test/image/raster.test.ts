import { describe, expect, it } from 'vitest';
import { blank, crop, mirror, type Pixels, pasteInto, resize, rotate90, type Turns } from '../../src/image/raster.js';

/** Grey levels, row by row. */
function picture(rows: readonly (readonly number[])[]): Pixels {
  const data = Uint8Array.from(rows.flat().flatMap((level) => [level, level, level]));
  return { data, width: rows[0]?.length ?? 0, height: rows.length };
}

function levels({ data, width, height }: Pixels): number[][] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[(y * width + x) * 3] ?? -1),
  );
}

const PICTURE = picture([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('rotate90', () => {
  it.each([
    [
      0,
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      1,
      [
        [4, 1],
        [5, 2],
        [6, 3],
      ],
    ],
    [
      2,
      [
        [6, 5, 4],
        [3, 2, 1],
      ],
    ],
    [
      3,
      [
        [3, 6],
        [2, 5],
        [1, 4],
      ],
    ],
  ] as [Turns, number[][]][])('rotates clockwise by 90 degrees, %d times', (turns, expected) => {
    expect(levels(rotate90(PICTURE, turns))).toEqual(expected);
  });
});

describe('crop', () => {
  it('takes a part', () => {
    expect(levels(crop(PICTURE, 1, 0, 2, 1))).toEqual([[2, 3]]);
  });

  it('is black beyond the picture', () => {
    expect(levels(crop(PICTURE, -1, 1, 3, 2))).toEqual([
      [0, 4, 5],
      [0, 0, 0],
    ]);
  });
});

describe('pasteInto', () => {
  it('cuts off what reaches beyond the base', () => {
    const base = blank(2, 2);
    pasteInto(base, PICTURE, 1, -1);
    expect(levels(base)).toEqual([
      [0, 4],
      [0, 0],
    ]);
  });
});

describe('mirror', () => {
  it('swaps left and right', () => {
    expect(levels(mirror(PICTURE))).toEqual([
      [3, 2, 1],
      [6, 5, 4],
    ]);
  });
});

describe('resize', () => {
  it('gives the requested size and keeps an even colour', async () => {
    const even = picture([
      [7, 7],
      [7, 7],
    ]);
    const large = await resize(even, 5, 3);
    expect([large.width, large.height]).toEqual([5, 3]);
    expect(new Set(large.data)).toEqual(new Set([7]));
  });
});
