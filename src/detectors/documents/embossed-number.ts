// The number of an embossed card. Its digits throw shadows, so the detector cuts it into boxes of any
// length that overlap, and a digit at a cut is read twice.

import { bandsOf } from '../../ocr/layout/bands.js';
import { type LineBox, pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';
import { cardNumbersIn } from './card-number.js';
import type { CardNumber } from './printed-card-numbers.js';

const DIGITS = /^[\d .·-]{2,}$/;
/** Lines read with a lower confidence are patterns. */
const MIN_CONFIDENCE = 0.6;
/** Gap in line heights below which two boxes may hold the same digit. */
const CUT_GAP = 0.2;

/**
 * A number in one row whose check digit holds once digits at cuts count once. It is not proved: one
 * of several readings holds by chance.
 */
export function embossedNumber(lines: readonly TextLine[]): CardNumber | null {
  const digits = lines.filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && DIGITS.test(text));
  for (const row of bandsOf(digits)) {
    for (const reading of readingsOf(row)) {
      const number = cardNumbersIn(reading).find((one) => one.isProved && one.digits === reading);
      if (number !== undefined) return { digits: reading, isProved: false, boxes: row.map(({ box }) => box) };
    }
  }
  return null;
}

/** The digits of the row, with each digit at a cut counted once, which is likelier, or twice. */
function readingsOf(row: readonly TextLine[]): readonly string[] {
  return row.reduce<readonly string[]>(
    (readings, { text, box }, index) => {
      const digits = text.replace(/\D/g, '');
      const last = row[index - 1]?.box;
      if (last === undefined || gap(last, box) > CUT_GAP) return readings.map((before) => before + digits);
      return readings.flatMap((before) =>
        before.at(-1) === digits[0] ? [before + digits.slice(1), before + digits] : [before + digits],
      );
    },
    [''],
  );
}

/** From the end of a to the start of b, in line heights; negative where they overlap. */
function gap(a: LineBox, b: LineBox): number {
  const [end, start] = [pointInBox(a, a.width / 2, 0), pointInBox(b, -b.width / 2, 0)];
  const along = (start.x - end.x) * Math.cos(a.angle) + (start.y - end.y) * Math.sin(a.angle);
  return along / Math.min(a.height, b.height);
}
