// The number of a card that the detector cuts into boxes of any length that overlap: digits throw
// shadows where they are embossed. What is at a cut is in both boxes.
import { bandsOf } from '../../ocr/layout/bands.js';
import { joinedBox } from '../../ocr/layout/direction.js';
import { type LineBox, pointInBox } from '../../ocr/line-box.js';
import type { TextReading } from '../../ocr/read-text.js';
import type { TextLine } from '../../ocr/reader.js';
import { cardNumbersIn } from './card-number.js';
import type { CardNumber } from './printed-card-numbers.js';

const DIGITS = /^[\d .·-]{2,}$/;
/** Minimum number of digits in a row that is read again. A cut number has some twice. */
const MIN_DIGITS = 12;
/** Lines read with a lower confidence are patterns. */
const MIN_CONFIDENCE = 0.6;
/** Gap in line heights below which two boxes may hold the same digits. */
const CUT_GAP = 0.2;
/** How many digits more or less than their boxes say may overlap. */
const SLACK = 1.5;

/**
 * A number in one row of boxes whose check digit holds. It is read again as one line, and proved
 * so. Otherwise it is one of the readings of the boxes, which may hold by chance.
 */
export async function embossedNumber({ lines, raster, reader }: TextReading): Promise<CardNumber | null> {
  const rows = rowsOfDigits(lines);
  for (const row of rows) {
    const box = joinedBox(row.map((line) => line.box));
    const { text } = await reader.readLine(raster, box);
    const number = cardNumbersIn(text).find(({ isProved }) => isProved);
    if (number !== undefined) return { ...number, boxes: [box] };
  }
  return rows.reduce<CardNumber | null>((found, row) => found ?? numberOfBoxes(row), null);
}

function rowsOfDigits(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const digits = lines.filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && DIGITS.test(text));
  const count = (row: readonly TextLine[]) => row.reduce((sum, { text }) => sum + digitsOf(text).length, 0);
  return bandsOf(digits).filter((row) => row.length > 1 && count(row) >= MIN_DIGITS);
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Exported for its tests. */
export function numberOfBoxes(row: readonly TextLine[]): CardNumber | null {
  for (const digits of readingsOf(row)) {
    const isNumber = cardNumbersIn(digits).some((one) => one.isProved && one.digits === digits);
    if (isNumber) return { digits, isProved: false, boxes: row.map(({ box }) => box) };
  }
  return null;
}

/**
 * The digits of the row. Where boxes overlap, first with as many digits once as fit, then with
 * fewer.
 */
function readingsOf(row: readonly TextLine[]): readonly string[] {
  return row.reduce<readonly string[]>(
    (readings, { text, box }, index) => {
      const digits = digitsOf(text);
      const last = row[index - 1];
      const shared = last === undefined ? [0] : sharedDigits(digitsOf(last.text), last.box, digits, box);
      return readings.flatMap((before) => shared.map((count) => before + digits.slice(count)));
    },
    [''],
  );
}

/** How many digits at the end of a may be those at the start of b; 0 comes last. */
function sharedDigits(a: string, from: LineBox, b: string, to: LineBox): readonly number[] {
  const apart = gap(from, to);
  const pitch = (from.width / a.length + to.width / b.length) / 2;
  const likely = Math.max(0, (-apart * Math.min(from.height, to.height)) / pitch);
  const counts = Array.from({ length: Math.min(a.length, b.length) }, (_, index) => index + 1)
    .filter((count) => apart <= CUT_GAP && Math.abs(count - likely) <= SLACK && a.endsWith(b.slice(0, count)))
    .sort((one, other) => Math.abs(one - likely) - Math.abs(other - likely));
  return [...counts, 0];
}

/** From the end of a to the start of b, in line heights; negative where they overlap. */
function gap(a: LineBox, b: LineBox): number {
  const [end, start] = [pointInBox(a, a.width / 2, 0), pointInBox(b, -b.width / 2, 0)];
  const along = (start.x - end.x) * Math.cos(a.angle) + (start.y - end.y) * Math.sin(a.angle);
  return along / Math.min(a.height, b.height);
}
