// Where in the read lines a machine-readable zone stands: rows of capitals, digits and fillers, one below the other, of one length.
import { type LineBox, pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';

/** A row is recognised by a reading of at least so many characters; fewer may be a part of a row that is known. */
const ROW_CHARACTERS = 10;
const PART_CHARACTERS = 3;
/** Part of a row's characters that A to Z, 0 to 9 and `<` must make up; the rest are misread. */
const MIN_SHARE = 0.85;
/** How far boxes of one row may be out of line, and how far apart rows may be, in line heights. */
const ROW_TOLERANCE = 0.6;
const ROW_DISTANCE = 4;
/** A zone is at most this long, in line heights: 44 characters of OCR-B and some slack. Longer unions are two documents side by side. */
const MAX_LENGTH = 48;

/** The characters of a zone in the line, if it has at least `count` characters and hardly others; else null. */
function zoneCharacters({ text }: TextLine, count: number): string | null {
  const compact = text.replaceAll(' ', '');
  const known = compact.replace(/[^A-Z0-9<]/g, '');
  return compact.length >= count && known.length >= compact.length * MIN_SHARE ? known : null;
}

/** Whether a line reads like a row of a zone, or like so much of one that it can be nothing else. */
export function looksLikeRow(line: TextLine): boolean {
  const known = zoneCharacters(line, ROW_CHARACTERS);
  if (known === null) return false;
  const digits = known.replace(/\D/g, '').length;
  return /^[ACIPV]<|<</.test(known) || (digits >= 8 && known.length >= 24 && digits < known.length);
}

/** A box as seen from the centre of another, along and across its line. */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly across: number;
}

function placeIn(frame: LineBox, box: LineBox): Placed {
  const [x, y] = [box.center.x - frame.center.x, box.center.y - frame.center.y];
  const along = x * Math.cos(frame.angle) + y * Math.sin(frame.angle);
  const across = y * Math.cos(frame.angle) - x * Math.sin(frame.angle);
  return { start: along - box.width / 2, end: along + box.width / 2, across };
}

/** Boxes of one row, as one box along the longest of them. */
function joined(parts: readonly LineBox[]): LineBox {
  const longest = parts.reduce((a, b) => (b.width > a.width ? b : a));
  return stretched(longest, parts);
}

/** The box, from the start of the first to the end of the last of the others. */
function stretched(box: LineBox, others: readonly LineBox[]): LineBox {
  const placed = others.map((other) => placeIn(box, other));
  const start = Math.min(-box.width / 2, ...placed.map((other) => other.start));
  const end = Math.max(box.width / 2, ...placed.map((other) => other.end));
  return { ...box, center: pointInBox(box, (start + end) / 2, 0), width: end - start };
}

const isInRow = (a: LineBox, b: LineBox): boolean => {
  const { start, end, across } = placeIn(a, b);
  if (Math.abs(across) > ROW_TOLERANCE * Math.min(a.height, b.height)) return false;
  return Math.max(end, a.width / 2) - Math.min(start, -a.width / 2) <= MAX_LENGTH * Math.max(a.height, b.height);
};

const isBelow = (a: LineBox, b: LineBox): boolean => {
  const { start, end, across } = placeIn(a, b);
  const isBeside = end < -a.width / 2 || start > a.width / 2;
  return !isBeside && across > 0 && across < ROW_DISTANCE * Math.max(a.height, b.height);
};

/** Groups what `belongs` ties to any member of a group. */
function grouped(boxes: readonly LineBox[], belongs: (a: LineBox, b: LineBox) => boolean): readonly LineBox[][] {
  const groups: LineBox[][] = [];
  for (const box of boxes) {
    const mine = groups.filter((group) => group.some((member) => belongs(member, box) || belongs(box, member)));
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push([...mine.flat(), box]);
  }
  return groups;
}

/** The row with all parts that stand in line with it. */
function completed(row: LineBox, parts: readonly LineBox[]): LineBox {
  return parts.filter((part) => isInRow(row, part)).reduce((whole, part) => joined([whole, part]), row);
}

/** The zones among the lines: for each its rows from top to bottom, all stretched to the same start and end. */
export function findZones(lines: readonly TextLine[]): readonly (readonly LineBox[])[] {
  const parts = lines.filter((line) => zoneCharacters(line, PART_CHARACTERS) !== null).map((line) => line.box);
  const found = lines.filter(looksLikeRow).map((line) => line.box);
  const rows = grouped(found, isInRow).map((row) => completed(joined(row), parts));
  return grouped(rows, isBelow).map((zone) => {
    const frame = joined(zone);
    const sorted = [...zone].sort((a, b) => placeIn(frame, a).across - placeIn(frame, b).across);
    return sorted.map((row) => stretched(row, zone));
  });
}

/** A row as long as a row can be, in both directions: where to look for parts that were not seen. */
export function atFullLength(row: LineBox): LineBox {
  return { ...row, width: Math.max(row.width, 2 * MAX_LENGTH * row.height - row.width) };
}
