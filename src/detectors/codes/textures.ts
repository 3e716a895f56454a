// Where a picture holds what codes are made of, dense and of two levels, even where nothing can be read of it yet.
import type { Region } from '../../types/detection.js';
import type { Grey } from './grey.js';

/** Pixels of a side of a cell, and cells of a side of the window that is looked at: 40 pixels. */
const CELL = 8;
const WINDOW = 5;
/** Grey levels of the standard deviation; less is too faint to read. */
const LEAST_DEVIATION = 20;
/** Kurtosis of the grey levels: 1 where there are two levels, 1.8 where all are alike often, 3 in most of nature. */
const MOST_KURTOSIS = 2;
/** Mean square of the gradient over the variance: how often the levels change. */
const LEAST_CHANGES = 0.2;
/** 1 where all gradients have one direction (structure tensor): these are stripes. */
const LEAST_COHERENCE = 0.9;
/** Windows, each a cell further, that must lie together. Chosen on eval/ (docs/accuracy.md). */
const LEAST_STRIPED = 12;
const LEAST_DENSE = 4;
/** A code ends where the texture does, and the quiet zone is needed to read it: pixels. */
const MARGIN = 4 * CELL;

/** By cell: sums of the grey levels' powers and of the gradient's products. */
const SUMS = 7;

/** Boxes in pixels of the picture, which may reach beyond it; the largest first. */
export interface Textures {
  /** Parallel stripes, as of linear and stacked codes: rare in nature. */
  readonly striped: readonly Region[];
  /** Two levels that change often in any direction: codes, but leaves, print and weaves too. */
  readonly dense: readonly Region[];
}

export function findTextures(grey: Grey): Textures {
  const columns = Math.floor((grey.width - 1) / CELL);
  const rows = Math.floor((grey.height - 1) / CELL);
  if (columns < WINDOW || rows < WINDOW) return { striped: [], dense: [] };
  const cells = sumCells(grey, columns, rows);
  const wide = columns - WINDOW + 1;
  const looks = Array.from({ length: wide * (rows - WINDOW + 1) }, (_, index) =>
    lookOf(sumWindow(cells, columns, index % wide, Math.floor(index / wide))),
  );
  const boxes = (isSet: readonly boolean[], least: number) =>
    clusters(isSet, wide)
      .filter((cluster) => cluster.length >= least)
      .sort((a, b) => b.length - a.length)
      .map((cluster) => boxOf(cluster, wide));
  return {
    striped: boxes(
      looks.map((look) => look === 'striped'),
      LEAST_STRIPED,
    ),
    dense: boxes(
      looks.map((look) => look !== null),
      LEAST_DENSE,
    ),
  };
}

function sumCells({ data, width }: Grey, columns: number, rows: number): Float64Array {
  const cells = new Float64Array(columns * rows * SUMS);
  // Every other row is enough to know the texture.
  for (let y = 0; y < rows * CELL; y += 2) {
    for (let column = 0; column < columns; column++) {
      addRow(cells, (Math.floor(y / CELL) * columns + column) * SUMS, data, y * width + column * CELL, width);
    }
  }
  return cells;
}

function addRow(cells: Float64Array, cell: number, data: Uint8Array, from: number, width: number): void {
  let sum = 0;
  let square = 0;
  let cube = 0;
  let fourth = 0;
  let across = 0;
  let down = 0;
  let mixed = 0;
  for (let at = from; at < from + CELL; at++) {
    const value = data[at]! - 128;
    const dx = data[at + 1]! - data[at]!;
    const dy = data[at + width]! - data[at]!;
    sum += value;
    square += value * value;
    cube += value * value * value;
    fourth += value * value * value * value;
    across += dx * dx;
    down += dy * dy;
    mixed += dx * dy;
  }
  cells[cell]! += sum;
  cells[cell + 1]! += square;
  cells[cell + 2]! += cube;
  cells[cell + 3]! += fourth;
  cells[cell + 4]! += across;
  cells[cell + 5]! += down;
  cells[cell + 6]! += mixed;
}

function sumWindow(cells: Float64Array, columns: number, left: number, top: number): Float64Array {
  const total = new Float64Array(SUMS);
  for (let row = top; row < top + WINDOW; row++) {
    for (let column = left; column < left + WINDOW; column++) {
      const cell = (row * columns + column) * SUMS;
      for (let index = 0; index < SUMS; index++) total[index]! += cells[cell + index]!;
    }
  }
  return total;
}

function lookOf(sums: Float64Array): 'striped' | 'dense' | null {
  const [sum = 0, square = 0, cube = 0, fourth = 0, across = 0, down = 0, mixed = 0] = sums;
  const count = (WINDOW * CELL * WINDOW * CELL) / 2;
  const mean = sum / count;
  const variance = square / count - mean * mean;
  if (variance < LEAST_DEVIATION * LEAST_DEVIATION) return null;
  if ((across + down) / count < LEAST_CHANGES * variance) return null;
  const central = (fourth - 4 * mean * cube + 6 * mean * mean * square) / count - 3 * mean ** 4;
  if (central > MOST_KURTOSIS * variance * variance) return null;
  return Math.hypot(across - down, 2 * mixed) < LEAST_COHERENCE * (across + down) ? 'dense' : 'striped';
}

/** Indices of true entries that touch by a side. */
function clusters(isSet: readonly boolean[], wide: number): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const found: number[][] = [];
  for (const [start, isStart] of isSet.entries()) {
    if (!isStart || seen.has(start)) continue;
    const cluster = [start];
    seen.add(start);
    for (const index of cluster) {
      const x = index % wide;
      const beside = [x > 0 ? index - 1 : -1, x < wide - 1 ? index + 1 : -1, index - wide, index + wide];
      for (const next of beside) {
        if (!isSet[next] || seen.has(next)) continue;
        seen.add(next);
        cluster.push(next);
      }
    }
    found.push(cluster);
  }
  return found;
}

function boxOf(cluster: readonly number[], wide: number): Region {
  const xs = cluster.map((index) => index % wide);
  const ys = cluster.map((index) => Math.floor(index / wide));
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const left = least(xs) * CELL - MARGIN;
  const top = least(ys) * CELL - MARGIN;
  return {
    left,
    top,
    width: (most(xs) + WINDOW) * CELL + MARGIN - left,
    height: (most(ys) + WINDOW) * CELL + MARGIN - top,
  };
}
