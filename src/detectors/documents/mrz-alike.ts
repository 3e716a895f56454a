// What the text recogniser takes for the characters of a machine-readable zone: it was trained on
// ordinary print, not on OCR-B.
import type { Alike } from '../../ocr/ctc.js';

/** A letter is mistaken for a digit only where this letter is the likeliest of those like it. */
const LIKE_DIGITS = { 0: 'OoQD', 1: 'IilL|', 2: 'Zz', 4: 'A', 5: 'Ss', 6: 'Gb', 7: 'T', 8: 'B' };
const LIKE_LETTERS = { O: '0Q', Q: 'O', I: '1l|', L: 'l', Z: '2', S: '5', G: '6', B: '8' };
/** Fillers look like many things, and capitals are seldom taken for small letters. */
const LIKE_FILLERS = '4cCkKeL({[‹«《〈＜くεθ';

const smallOf = (letter: string): string => {
  const small = letter.toLowerCase();
  return LIKE_FILLERS.includes(small) ? '' : small;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const MRZ_ALIKE: Alike = new Map([
  ...Object.entries(LIKE_DIGITS),
  ...[...LETTERS].map((letter) => [letter, smallOf(letter)] as const),
  ...Object.entries(LIKE_LETTERS).map(([letter, others]) => [letter, others + smallOf(letter)] as const),
  ['<', LIKE_FILLERS] as const,
]);
