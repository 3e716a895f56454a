// Sums over cells (small squares) of a grey picture and over windows of cells: powers of the grey
// levels and products of the gradient.
import type { Grey } from './grey.js';

/** Side of a cell in pixels, and side of a window in cells: a window is 40 pixels wide. */
export const CELL = 8;
export const WINDOW = 5;
/** Pixels summed per window: every other row is enough to measure the texture. */
export const COUNT = (WINDOW * CELL * WINDOW * CELL) / 2;

/**
 * Offsets within the sums of one cell or window: the levels minus 128, their squares, cubes and
 * fourth powers, then dx * dx, dy * dy and dx * dy.
 */
export const SUM = { level: 0, square: 1, cube: 2, fourth: 3, across: 4, down: 5, mixed: 6 } as const;
export const SUMS = 7;

export interface WindowSums {
  /** SUMS for each window, row by row. Neighbouring windows are one cell apart. */
  readonly sums: Float64Array;
  readonly wide: number;
  readonly high: number;
}

/** No windows if the picture is smaller than one window. */
export function sumWindows(grey: Grey): WindowSums {
  const columns = Math.floor((grey.width - 1) / CELL);
  const rows = Math.floor((grey.height - 1) / CELL);
  const wide = Math.max(0, columns - WINDOW + 1);
  const high = Math.max(0, rows - WINDOW + 1);
  if (wide === 0 || high === 0) return { sums: new Float64Array(0), wide: 0, high: 0 };
  const along = new Float64Array(wide * rows * SUMS);
  for (let row = 0; row < rows; row++) {
    const cells = sumRowOfCells(grey, row, columns);
    addUp(cells, along.subarray(row * wide * SUMS, (row + 1) * wide * SUMS), SUMS);
  }
  const sums = new Float64Array(wide * high * SUMS);
  addUp(along, sums, wide * SUMS);
  return { sums, wide, high };
}

/** Each entry of `to` is the sum of WINDOW entries of `from` that are `step` apart. */
function addUp(from: Float64Array, to: Float64Array, step: number): void {
  for (let at = 0; at < to.length; at++) {
    let sum = 0;
    for (let index = 0; index < WINDOW; index++) sum += from[at + index * step]!;
    to[at] = sum;
  }
}

function sumRowOfCells({ data, width }: Grey, row: number, columns: number): Float64Array {
  const cells = new Float64Array(columns * SUMS);
  for (let y = row * CELL; y < (row + 1) * CELL; y += 2) {
    for (let column = 0; column < columns; column++)
      addPixels(cells, column * SUMS, data, y * width + column * CELL, width);
  }
  return cells;
}

function addPixels(cells: Float64Array, cell: number, data: Uint8Array, from: number, width: number): void {
  let level = 0;
  let square = 0;
  let cube = 0;
  let fourth = 0;
  let across = 0;
  let down = 0;
  let mixed = 0;
  for (let at = from; at < from + CELL; at++) {
    const value = data[at]!;
    const dx = data[at + 1]! - value;
    const dy = data[at + width]! - value;
    const centred = value - 128;
    const squared = centred * centred;
    level += centred;
    square += squared;
    cube += squared * centred;
    fourth += squared * squared;
    across += dx * dx;
    down += dy * dy;
    mixed += dx * dy;
  }
  cells[cell + SUM.level]! += level;
  cells[cell + SUM.square]! += square;
  cells[cell + SUM.cube]! += cube;
  cells[cell + SUM.fourth]! += fourth;
  cells[cell + SUM.across]! += across;
  cells[cell + SUM.down]! += down;
  cells[cell + SUM.mixed]! += mixed;
}
