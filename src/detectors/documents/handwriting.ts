// Detects handwriting by what the recogniser's last layer sees of each line. The recogniser reads
// neat handwriting as confidently as print, so its confidence does not help.
import type { Engine } from '../../inference/engine.js';
import type { TextLine } from '../../ocr/reader.js';
import { scriptsOf } from '../../ocr/scripts.js';

/** Lines read with a lower confidence are patterns as often as writing. */
const MIN_CONFIDENCE = 0.5;
/** Fewer letters have no hand. */
const MIN_LETTERS = 3;
/** Minimum probability that a line is handwritten. */
const MIN_PROBABILITY = 0.5;
/**
 * Minimum number of handwritten lines, their minimum share, and the minimum mean probability of all
 * lines: small print that is blurred has some.
 */
const MIN_LINES = 3;
const MIN_SHARE = 0.5;
const MIN_MEAN = 0.55;

/** Whether the lines are handwritten and not printed. Throws ModelError. */
export async function isHandwritten(all: readonly TextLine[], engine: Engine): Promise<boolean> {
  const lines = all.filter(({ text, confidence }) => {
    return confidence >= MIN_CONFIDENCE && (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS;
  });
  if (lines.length < MIN_LINES) return false;
  const told = await scriptsOf(lines, engine);
  const count = told.filter(({ handwritten }) => handwritten >= MIN_PROBABILITY).length;
  const mean = told.reduce((sum, { handwritten }) => sum + handwritten, 0) / Math.max(1, told.length);
  return count >= Math.max(MIN_LINES, MIN_SHARE * told.length) && mean >= MIN_MEAN;
}
