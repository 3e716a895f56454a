// Which rows are near a row: the value of a label is right of it, below it or above it.
import type { LineBox } from '../line-box.js';
import { offsetOf } from './direction.js';
import { boxOfRange, isNextInRow, type Row, type TextRange } from './rows.js';

/** Where a value is, seen from its label. `same`: in the same row. */
export type Side = 'same' | 'right' | 'below' | 'above';

/** Text that may be the value of a label. */
export interface NearValue extends TextRange {
  readonly text: string;
  readonly side: Side;
}

/**
 * Maximum distance of a value from its label: beside it, beside it with nothing in between (as in
 * the settings of a phone), and above or below it. In letter heights.
 */
const BESIDE = 20;
const BESIDE_ALONE = 40;
const BELOW = 3.5;
/** Minimum shared extent of rows below each other, as a share of the narrower one. */
const MIN_OVERLAP = 0.3;

interface Near {
  readonly row: Row;
  readonly distance: number;
}

const sorted = (near: readonly Near[]): readonly Near[] => [...near].sort((a, b) => a.distance - b.distance);

function beside(rows: readonly Row[], isBeside: (row: Row) => boolean, from: LineBox): readonly Row[] {
  const near = rows.filter(isBeside).map((row) => {
    const distance = Math.min(Math.abs(offsetOf(from, row.box).gap), Math.abs(offsetOf(row.box, from).gap));
    return { row, distance };
  });
  return sorted(near)
    .filter(({ distance }, at) => at === 0 || distance < BESIDE)
    .map(({ row }) => row);
}

/** Rows to the left at the same height, the nearest first. */
function rowsBefore({ box }: Row, rows: readonly Row[]): readonly Row[] {
  return beside(rows, (other) => other.box !== box && isNextInRow(other.box, box, BESIDE_ALONE), box);
}

/** Rows to the right at the same height, the nearest first. */
export function rowsAfter({ box }: Row, rows: readonly Row[]): readonly Row[] {
  return beside(rows, (other) => other.box !== box && isNextInRow(box, other.box, BESIDE_ALONE), box);
}

const isBelow = (upper: LineBox, lower: LineBox): boolean => {
  const { drop, overlap } = offsetOf(upper, lower);
  return drop > 0.5 && drop < BELOW && overlap > MIN_OVERLAP;
};

function stacked(rows: readonly Row[], isStacked: (other: Row) => boolean, from: LineBox): readonly Row[] {
  const near = rows.filter(isStacked).map((row) => {
    const { indent, drop } = offsetOf(from, row.box);
    return { row, distance: Math.hypot(indent, 3 * drop) };
  });
  return sorted(near).map(({ row }) => row);
}

/** Rows above, at most a line or two away, the nearest first. */
function rowsAbove({ box }: Row, rows: readonly Row[]): readonly Row[] {
  return stacked(rows, (other) => other.box !== box && isBelow(other.box, box), box);
}

/** Rows below, at most a line or two away, the nearest first. */
export function rowsBelow({ box }: Row, rows: readonly Row[]): readonly Row[] {
  return stacked(rows, (other) => other.box !== box && isBelow(box, other.box), box);
}

const whole = (row: Row, side: Side): NearValue => ({ row, start: 0, end: row.text.length, text: row.text, side });

/**
 * Where the value of a label may be, the likeliest first: after it in its row, right of it, below
 * it, above it. `label`: the characters of the label, without its colon.
 */
export function valuesNear(label: TextRange, rows: readonly Row[]): readonly NearValue[] {
  const { row, end } = label;
  const rest = /^[\s:=：.\-–—>→|]*/u.exec(row.text.slice(end))?.[0].length ?? 0;
  const start = end + rest;
  const same: readonly NearValue[] =
    start < row.text.length
      ? [{ row, start, end: row.text.length, text: row.text.slice(start), side: 'same' as const }]
      : [];
  const own = { ...row, box: boxOfRange(label) };
  const others = rows.filter((other) => other !== row);
  return [
    ...same,
    ...(same.length > 0 ? [] : rowsAfter(row, rows).map((other) => whole(other, 'right'))),
    ...rowsBelow(own, others).map((other) => whole(other, 'below')),
    ...rowsAbove(own, others).map((other) => whole(other, 'above')),
  ];
}

/** Most rows of a column between a value and the head of the column. */
const MAX_COLUMN = 6;
/** A row that is a value itself: it has a digit and hardly a word. */
const isValue = ({ text }: Row): boolean => /\d/.test(text) && !/\p{L}{3}/u.test(text);

/**
 * Rows that may name what a row is, the likeliest first: left of it, above it or its column, and
 * below it where nothing else is as near.
 */
export function captionsOf(row: Row, rows: readonly Row[]): readonly Row[] {
  return [...rowsBefore(row, rows), ...headsOf(row, rows), ...captionBelow(row, rows)];
}

/** The row above; past values, the head of their column. */
function headsOf(row: Row, rows: readonly Row[]): readonly Row[] {
  let [head] = rowsAbove(row, rows);
  for (let count = 0; head !== undefined && isValue(head) && count < MAX_COLUMN; count += 1) {
    const [above] = rowsAbove(head, rows);
    if (above === undefined) break;
    head = above;
  }
  return head === undefined ? [] : [head];
}

/** Free pixels between two rows below each other. */
function gapBelow({ box: upper }: Row, { box: lower }: Row): number {
  const drop = offsetOf(upper, lower).drop * Math.max(1, Math.min(upper.height, lower.height));
  return Math.abs(drop) - (upper.height + lower.height) / 2;
}

/** The row below, unless another row is as near to one of the two. */
function captionBelow(row: Row, rows: readonly Row[]): readonly Row[] {
  const [below] = rowsBelow(row, rows);
  if (below === undefined) return [];
  const [above] = rowsAbove(row, rows);
  const [next] = rowsBelow(below, rows);
  const gap = gapBelow(row, below);
  const isOwn =
    (above === undefined || gapBelow(above, row) > gap) && (next === undefined || gapBelow(below, next) > gap);
  return isOwn ? [below] : [];
}
