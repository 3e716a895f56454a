// Joins the lines of the text reader into rows: the text of one line of print, cell or column, as
// far as its gaps are those between words.
import type { LineBox } from '../line-box.js';
import type { TextLine } from '../reader.js';
import { bandsOf } from './bands.js';
import { alongDirection, directionOf, isParallel, joinedBox, offsetOf, partOfBox } from './direction.js';

/**
 * A piece of a row's text, characters `start` to `end` (exclusive), and the line that it was read
 * from.
 */
interface Piece {
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
}

/** Text on one line of the picture, without wide gaps: a line of a column, or a cell of a table. */
export interface Row {
  /** The pieces, separated by one space. */
  readonly text: string;
  /** At least one. */
  readonly pieces: readonly Piece[];
  /** Around all pieces, in the direction of the row. */
  readonly box: LineBox;
}

/** Characters `start` to `end` (exclusive) of a row. */
export interface TextRange {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
}

/** Lines read with a lower confidence are patterns and scenery. */
const MIN_CONFIDENCE = 0.6;
/**
 * Maximum gap within a row, in letter heights: two words of a justified line, but not two columns.
 */
const ROW_GAP = 3;
/** Maximum offset of the centres of two pieces, and minimum ratio of their heights. */
const MAX_DROP = 0.6;
const MIN_SIZE_RATIO = 0.5;

export const isSimilarHeight = (a: LineBox, b: LineBox): boolean =>
  Math.min(a.height, b.height) >= MIN_SIZE_RATIO * Math.max(a.height, b.height) && isParallel(a.angle, b.angle);

/** The next piece of a row follows the box at most `gap` heights away, at the same height. */
export function isNextInRow(a: LineBox, b: LineBox, gap: number): boolean {
  const offset = offsetOf(a, b);
  return Math.abs(offset.drop) < MAX_DROP && offset.gap > -1 && offset.gap < gap;
}

/** A row of these lines, from left to right. At least one. */
export function rowOf(lines: readonly TextLine[], boxes = lines.map(({ box }) => box)): Row {
  const pieces: Piece[] = [];
  let text = '';
  for (const line of lines) {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? line.text : `${text} ${line.text}`;
    pieces.push({ line, start, end: text.length });
  }
  return { text, pieces, box: joinedBox(boxes) };
}

/** All rows, from top to bottom in the reading direction. Each line is in exactly one row. */
export function joinRows(lines: readonly TextLine[]): readonly Row[] {
  const read = lines.filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && text.trim() !== '');
  const angle = directionOf(read.map(({ box }) => box));
  const boxes = new Map(read.map((line) => [line, alongDirection(line.box, angle)]));
  const boxOf = (line: TextLine): LineBox => boxes.get(line) ?? line.box;
  const next = new Map<TextLine, TextLine>();
  const taken = new Set<TextLine>();
  for (const line of read) {
    const box = boxOf(line);
    const [after] = read
      .filter((other) => other !== line && !taken.has(other))
      .filter((other) => isSimilarHeight(box, boxOf(other)) && isNextInRow(box, boxOf(other), ROW_GAP))
      .sort((a, b) => offsetOf(box, boxOf(a)).gap - offsetOf(box, boxOf(b)).gap);
    if (after === undefined || chainFrom(after, next).includes(line)) continue;
    next.set(line, after);
    taken.add(after);
  }
  const rows = read
    .filter((line) => !taken.has(line))
    .map((line) => chainFrom(line, next))
    .map((chain) => rowOf(chain, chain.map(boxOf)));
  return bandsOf(rows).flat();
}

function chainFrom(line: TextLine, next: ReadonlyMap<TextLine, TextLine>): readonly TextLine[] {
  const after = next.get(line);
  return after === undefined ? [line] : [line, ...chainFrom(after, next)];
}

/** The boxes that the characters `start` to `end` of the row were read from. */
export function boxesOf({ row, start, end }: TextRange): readonly LineBox[] {
  return row.pieces.filter((piece) => piece.start < end && piece.end > start).map(({ line }) => line.box);
}

/** Where the characters are, as far as letters have one width. In the direction of the row. */
export function boxOfRange({ row, start, end }: TextRange): LineBox {
  const parts = row.pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => {
      const length = Math.max(1, piece.end - piece.start);
      const box = alongDirection(piece.line.box, row.box.angle);
      const from = Math.max(0, start - piece.start) / length;
      return partOfBox(box, from, Math.min(length, end - piece.start) / length);
    });
  return parts.length === 0 ? row.box : joinedBox(parts);
}
