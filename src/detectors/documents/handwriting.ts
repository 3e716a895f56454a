// Detects handwriting by its uneven baselines. The recogniser reads neat handwriting as confidently
// as print, so its confidence does not help.
import type { LineBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';

/** Shorter lines have no reliable direction, and fewer lines do not show a pattern. */
const MIN_LETTERS = 5;
const MIN_LINES = 10;
const MIN_CONFIDENCE = 0.6;
/**
 * Median angle in degrees between consecutive lines. Labelled printed pages have at most 0.94,
 * notes have 1.66.
 */
const MIN_MEDIAN_ANGLE = 1.3;

/** Angle between two lines, ignoring which way up they are: 0 to 90. */
function degreesBetween(a: LineBox, b: LineBox): number {
  const turn = Math.abs((a.angle - b.angle) % Math.PI);
  return (Math.min(turn, Math.PI - turn) * 180) / Math.PI;
}

/** Whether the lines are handwritten and not printed. */
export function isHandwritten(lines: readonly TextLine[]): boolean {
  const boxes = lines
    .filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && text.length >= MIN_LETTERS)
    .map(({ box }) => box);
  if (boxes.length < MIN_LINES) return false;
  const { angle } = boxes.reduce((a, b) => (b.width > a.width ? b : a));
  const across = ({ center }: LineBox) => center.y * Math.cos(angle) - center.x * Math.sin(angle);
  const sorted = boxes.sort((a, b) => across(a) - across(b));
  const between = sorted.slice(1).map((box, index) => degreesBetween(sorted[index]!, box));
  return between.sort((a, b) => a - b)[Math.floor(between.length / 2)]! >= MIN_MEDIAN_ANGLE;
}
