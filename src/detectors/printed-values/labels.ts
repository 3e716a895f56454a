// Finds words that stand beside a value and say what it is, as a recogniser reads them: without accents, with spaces lost or added.
import { type Row, rowsAbove, rowsBefore } from './rows.js';

/** In lower case and without accents, character by character: an index into the result is one into the text. */
export function plain(text: string): string {
  return [...text].map(plainCharacter).join('');
}

function plainCharacter(character: string): string {
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === character.length ? bare : character;
}

/** From this length the letters are a label wherever they stand; a shorter one must stand apart, as SIN does not in `business`. */
const LONG = 9;

/** A pattern for any of the labels, over what `plain` gives. */
export function labelPattern(labels: readonly string[]): RegExp {
  const sources = labels.map((label) => {
    const letters = [...plain(label)].filter((letter) => /[\p{L}\p{M}\p{N}#]/u.test(letter));
    const spread = letters.join("[\\s.\\-’'°/]{0,2}");
    return letters.length >= LONG ? spread : `(?<![\\p{L}\\p{N}])${spread}(?![\\p{L}])`;
  });
  return new RegExp(`(?:${sources.join('|')})`, 'gu');
}

/** Where the last label ends that stands in `text` before `end`; null without one. */
export function labelEnd(text: string, labels: RegExp, end = text.length): number | null {
  const [last] = [...plain(text).slice(0, end).matchAll(labels)].slice(-1);
  return last === undefined ? null : last.index + last[0].length;
}

/** Whether a label stands before the value in its row, in a row to its left, or in the one above. */
export function hasLabel(row: Row, start: number, rows: readonly Row[], labels: RegExp): boolean {
  if (labelEnd(row.text, labels, start) !== null) return true;
  const [above] = rowsAbove(row, rows);
  return [...rowsBefore(row, rows), ...(above === undefined ? [] : [above])].some(
    ({ text }) => labelEnd(text, labels) !== null,
  );
}
