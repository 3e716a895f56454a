// A page: many lines of running text, or a form, a table or a list. A sign, a label or a poster has
// letters too, but few long lines, and most of its area is display type.
import { pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';

/** Lines read with a lower confidence are patterns and scenery. */
const MIN_CONFIDENCE = 0.6;
/** Fewer letters and digits are specks. */
const MIN_LETTERS = 2;
/** The body type: heights relative to that of the letter in the middle. */
const BODY = { min: 0.7, max: 1.4 };
/**
 * Minimum share of the area of all lines that is set in body type. Posters and products have less.
 */
const MIN_BODY_SHARE = 0.5;
/** Letters of a line of running text, and the minimum number of such lines. */
const PROSE_LETTERS = 22;
const PROSE_LINES = 3;
/**
 * Lines that start below each other, in a form or a list: the distance in line heights, how many
 * others start at the same place, and the minimum number of such lines.
 */
const SAME_START = 0.7;
const SAME_STARTS = 2;
const FORM_LINES = 8;
/** A letter in a form counts less than one in running text, because boards have columns too. */
const FORM_WEIGHT = 0.5;
/** Letters at which the score is 0.5. Chosen on eval/ and drawn signs (docs/accuracy.md). */
const HALF_SCORE = 80;

interface Counted extends TextLine {
  readonly letters: number;
}

const letterCount = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const sum = (lines: readonly Counted[], of: (line: Counted) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);

/** 0..1: how much the lines look like those of a page. Ordinal. */
export function pageScore(all: readonly TextLine[]): number {
  const lines = all
    .filter(({ confidence }) => confidence >= MIN_CONFIDENCE)
    .map((line) => ({ ...line, letters: letterCount(line.text) }))
    .filter(({ letters }) => letters >= MIN_LETTERS);
  const body = bodyOf(lines);
  const area = ({ box }: Counted) => box.width * box.height;
  if (body.length < PROSE_LINES || sum(body, area) < MIN_BODY_SHARE * sum(lines, area)) return 0;
  const prose = body.filter(({ letters }) => letters >= PROSE_LETTERS);
  const form = startingTogether(body);
  const letters = Math.max(
    prose.length >= PROSE_LINES ? sum(prose, (line) => line.letters) : 0,
    form.length >= FORM_LINES ? FORM_WEIGHT * sum(form, (line) => line.letters) : 0,
  );
  return letters / (letters + HALF_SCORE);
}

/** The lines in the type that most letters are set in. */
function bodyOf(lines: readonly Counted[]): readonly Counted[] {
  const half = sum(lines, ({ letters }) => letters) / 2;
  let passed = 0;
  const sorted = [...lines].sort((a, b) => a.box.height - b.box.height);
  const middle = sorted.find(({ letters }) => (passed += letters) >= half);
  if (middle === undefined) return [];
  const { height } = middle.box;
  return lines.filter(({ box }) => box.height >= BODY.min * height && box.height <= BODY.max * height);
}

function startingTogether(lines: readonly Counted[]): readonly Counted[] {
  const longest = lines.reduce((a, b) => (b.box.width > a.box.width ? b : a)).box;
  const start = ({ box }: TextLine) => {
    const { x, y } = pointInBox(box, -box.width / 2, 0);
    return x * Math.cos(longest.angle) + y * Math.sin(longest.angle);
  };
  return lines.filter((line) => {
    const room = SAME_START * line.box.height;
    return lines.filter((other) => other !== line && Math.abs(start(other) - start(line)) < room).length >= SAME_STARTS;
  });
}
