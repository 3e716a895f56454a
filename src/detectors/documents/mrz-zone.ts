// Locates machine-readable zones in the lines that were read: rows of capitals, digits and fillers
// of the same length, one below the other.
import { type LineBox, pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';

/**
 * Minimum characters of a line that identifies a row. A shorter line may be part of a known row.
 */
const ROW_CHARACTERS = 10;
const PART_CHARACTERS = 3;
/** Minimum share of a row's characters that are A to Z, 0 to 9 or `<`. The others are misread. */
const MIN_SHARE = 0.85;
/**
 * Maximum offset between the boxes of one row, and maximum distance between rows, in line heights.
 */
const ROW_TOLERANCE = 0.6;
const ROW_DISTANCE = 4;
/** What the recogniser takes for fillers, and what no other text in capitals has. */
const FILLERS = /[cεθ‹«《〈＜く]/g;
/** Digits, and letters that the recogniser takes for them. */
const DIGIT = '[0-9OQDILZSBG]';
/** Number, country and birth date; birth date, sex and expiry date. Each with its check digit. */
const HOLDER = new RegExp(`^[A-Z0-9<]{9}${DIGIT}[A-Z0<]{3}${DIGIT}{7}`);
const DATES = new RegExp(`${DIGIT}{7}[MFX<K]${DIGIT}{7}`);
/**
 * Maximum length of a zone in line heights: 44 characters of OCR-B plus a margin. Anything longer
 * is two documents side by side.
 */
const MAX_LENGTH = 48;

/**
 * The zone characters in the line. Null if the line has fewer than `count` characters, or too many
 * others.
 */
function zoneCharacters({ text }: TextLine, count: number): string | null {
  const compact = text.replaceAll(' ', '').replace(FILLERS, '<');
  const known = compact.replace(/[^A-Z0-9<]/g, '');
  return compact.length >= count && known.length >= compact.length * MIN_SHARE ? known : null;
}

/** Whether a line looks like a row of a zone, or like a part that can be nothing else. */
export function looksLikeRow(line: TextLine): boolean {
  const known = zoneCharacters(line, ROW_CHARACTERS);
  if (known === null) return false;
  const digits = known.replace(/\D/g, '').length;
  return (
    /^[ACIPV]<|<</.test(known) ||
    (digits >= 8 && known.length >= 24 && digits < known.length) ||
    // The start of a line of which the rest was not detected.
    DATES.test(known) ||
    HOLDER.test(known)
  );
}

/** The position of a box relative to the centre of another, along and across its line. */
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

/** The boxes of one row as one box, in the direction of the longest. */
function joined(parts: readonly LineBox[]): LineBox {
  const longest = parts.reduce((a, b) => (b.width > a.width ? b : a));
  return extended(longest, parts);
}

/** The box, extended to the start of the first and the end of the last of the other boxes. */
function extended(box: LineBox, others: readonly LineBox[]): LineBox {
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

/** Groups the boxes: a box belongs to a group if `belongs` links it to any member. */
function grouped(boxes: readonly LineBox[], belongs: (a: LineBox, b: LineBox) => boolean): readonly LineBox[][] {
  const groups: LineBox[][] = [];
  for (const box of boxes) {
    const mine = groups.filter((group) => group.some((member) => belongs(member, box) || belongs(box, member)));
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push([...mine.flat(), box]);
  }
  return groups;
}

/** The row together with all parts in line with it. */
function completed(row: LineBox, parts: readonly LineBox[]): LineBox {
  return parts.filter((part) => isInRow(row, part)).reduce((whole, part) => joined([whole, part]), row);
}

/**
 * The zones among the lines. Each zone lists its rows from top to bottom, all extended to the same
 * start and end.
 */
export function findZones(lines: readonly TextLine[]): readonly (readonly LineBox[])[] {
  const parts = lines.filter((line) => zoneCharacters(line, PART_CHARACTERS) !== null).map((line) => line.box);
  const found = lines.filter(looksLikeRow).map((line) => line.box);
  const rows = grouped(found, isInRow).map((row) => completed(joined(row), parts));
  return grouped(rows, isBelow).map((zone) => {
    const frame = joined(zone);
    const sorted = [...zone].sort((a, b) => placeIn(frame, a).across - placeIn(frame, b).across);
    // The longest row has the most certain direction.
    return sorted.map((row) => extended({ ...row, angle: frame.angle }, zone));
  });
}

/**
 * A row extended to its maximum length in both directions: the area that may contain undetected
 * parts.
 */
export function atFullLength(row: LineBox): LineBox {
  return { ...row, width: Math.max(row.width, 2 * MAX_LENGTH * row.height - row.width) };
}
