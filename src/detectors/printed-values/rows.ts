// Joins the boxes of the text detector into rows, and finds the rows near each other.
import { type LineBox, pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';

/**
 * A piece of a row's text, characters `start` to `end` (exclusive), and the line that it was read
 * from.
 */
interface Piece {
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
}

/** Text on one line of the picture. */
export interface Row {
  /** The pieces, separated by one space. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Lines read with a lower confidence are patterns and scenery. */
const MIN_CONFIDENCE = 0.6;
/**
 * Maximum gap within a row, in letter heights: two words of a justified line, but not two columns.
 */
const ROW_GAP = 3;
/**
 * Maximum distance of a value from its label: next to it, and above or below it. In letter heights.
 */
const BESIDE = 20;
const BELOW = 3.5;
/** Minimum ratio of the letter heights in one row. */
const MIN_SIZE_RATIO = 0.5;

/**
 * The gap from the end of a to the start of b, in heights of the smaller one: along the direction
 * of a and across it.
 */
function gapBetween(a: LineBox, b: LineBox): { readonly along: number; readonly across: number } {
  const height = Math.max(1, Math.min(a.height, b.height));
  const end = pointInBox(a, a.width / 2, 0);
  const start = pointInBox(b, -b.width / 2, 0);
  const [x, y] = [start.x - end.x, start.y - end.y];
  return {
    along: (x * Math.cos(a.angle) + y * Math.sin(a.angle)) / height,
    across: (y * Math.cos(a.angle) - x * Math.sin(a.angle)) / height,
  };
}

const isAlike = (a: LineBox, b: LineBox): boolean =>
  Math.min(a.height, b.height) >= MIN_SIZE_RATIO * Math.max(a.height, b.height);

/**
 * Whether b begins to the right of the end of a, at the same height and at most `gap` heights away.
 */
function isRightOf(a: LineBox, b: LineBox, gap: number): boolean {
  const { along, across } = gapBetween(a, b);
  return Math.abs(across) < 0.6 && along > -1 && along < gap;
}

function rowOf(lines: readonly TextLine[]): Row {
  const pieces: Piece[] = [];
  let text = '';
  for (const line of lines) {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? line.text : `${text} ${line.text}`;
    pieces.push({ line, start, end: text.length });
  }
  return { text, pieces };
}

/** All rows, from top to bottom. Each line is in exactly one row. */
export function joinRows(lines: readonly TextLine[]): readonly Row[] {
  const read = lines.filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && text.trim() !== '');
  const next = new Map<TextLine, TextLine>();
  const taken = new Set<TextLine>();
  for (const line of read) {
    const [after] = read
      .filter((other) => other !== line && !taken.has(other))
      .filter(({ box }) => isAlike(line.box, box) && isRightOf(line.box, box, ROW_GAP))
      .sort((a, b) => gapBetween(line.box, a.box).along - gapBetween(line.box, b.box).along);
    if (after === undefined || leadsTo(next, after, line)) continue;
    next.set(line, after);
    taken.add(after);
  }
  return read
    .filter((line) => !taken.has(line))
    .map((line) => rowOf(chainFrom(line, next)))
    .sort((a, b) => middle(a).y - middle(b).y || middle(a).x - middle(b).x);
}

function chainFrom(line: TextLine, next: ReadonlyMap<TextLine, TextLine>): readonly TextLine[] {
  const after = next.get(line);
  return after === undefined ? [line] : [line, ...chainFrom(after, next)];
}

const leadsTo = (next: ReadonlyMap<TextLine, TextLine>, from: TextLine, to: TextLine): boolean =>
  chainFrom(from, next).includes(to);

const middle = (row: Row) => row.pieces[0]!.line.box.center;

/** The boxes that the characters `start` to `end` of the row were read from. */
export function boxesOf(row: Row, start: number, end: number): readonly LineBox[] {
  return row.pieces.filter((piece) => piece.start < end && piece.end > start).map(({ line }) => line.box);
}

/** Rows to the left of this one at the same height, where a label may be. */
export function rowsBefore(row: Row, rows: readonly Row[]): readonly Row[] {
  const first = row.pieces[0]!.line.box;
  return rows.filter((other) => other !== row && isRightOf(other.pieces.at(-1)!.line.box, first, BESIDE));
}

/** Whether the lower row is under the upper one, at most a line or two away. */
function isBelow(upper: LineBox, lower: LineBox): boolean {
  const height = Math.max(1, Math.min(upper.height, lower.height));
  const [x, y] = [lower.center.x - upper.center.x, lower.center.y - upper.center.y];
  const along = x * Math.cos(upper.angle) + y * Math.sin(upper.angle);
  const across = (y * Math.cos(upper.angle) - x * Math.sin(upper.angle)) / height;
  const overlap = (upper.width + lower.width) / 2 - Math.abs(along);
  return across > 0.5 && across < BELOW && overlap > Math.min(upper.width, lower.width) * 0.3;
}

/** Rows right above, and rows right below. The nearest comes first. */
export function rowsAbove(row: Row, rows: readonly Row[]): readonly Row[] {
  return nearest(row, rows, (other) => stacked(other, row));
}

export function rowsBelow(row: Row, rows: readonly Row[]): readonly Row[] {
  return nearest(row, rows, (other) => stacked(row, other));
}

const stacked = (upper: Row, lower: Row): boolean =>
  upper.pieces.some((a) => lower.pieces.some((b) => isBelow(a.line.box, b.line.box)));

function nearest(row: Row, rows: readonly Row[], isNear: (other: Row) => boolean): readonly Row[] {
  const distance = (other: Row): number =>
    Math.hypot(middle(other).x - middle(row).x, 3 * (middle(other).y - middle(row).y));
  return rows.filter((other) => other !== row && isNear(other)).sort((a, b) => distance(a) - distance(b));
}
