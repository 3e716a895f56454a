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

/** What a recogniser leaves or puts between letters; from three on they stand apart. */
const BETWEEN = "[()\\s.\\-’'°/]";
const GAPS = new RegExp(`${BETWEEN}{3,}`, 'gu');
/** In no label, and nothing that a label may reach over. */
const GAP = '|';

/** A pattern for any of the labels, the first of the list that fits, for `labelsIn`. */
export function labelPattern(labels: readonly string[]): RegExp {
  const groups: { readonly isLong: boolean; readonly sources: string[] }[] = [];
  for (const label of labels) {
    const letters = [...plain(label)].filter((letter) => /[\p{L}\p{M}\p{N}#]/u.test(letter));
    const isLong = letters.length >= LONG;
    const last = groups.at(-1);
    const source = letters.join(`${BETWEEN}*`);
    if (last?.isLong === isLong) last.sources.push(source);
    else groups.push({ isLong, sources: [source] });
  }
  // What stands around short labels is asked once for all that follow each other: these classes make a pattern slow to compile.
  const sources = groups.map(({ isLong, sources: own }) => {
    const any = own.join('|');
    return isLong ? any : `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}])`;
  });
  return new RegExp(`(?:${sources.join('|')})`, 'gu');
}

/** The labels in what `plain` gives, from left to right. */
export function labelsIn(text: string, labels: RegExp): readonly RegExpExecArray[] {
  // Gaps are closed here, because a pattern that counts what stands between letters takes ten times longer to compile: 190 ms for 41 labels.
  const closed = text.replace(GAPS, (gap) => GAP.repeat(gap.length));
  return [...closed.matchAll(labels)];
}

/** Where the last label ends that stands in `text` before `end`; null without one. */
function labelEnd(text: string, labels: RegExp, end = text.length): number | null {
  const last = labelsIn(plain(text).slice(0, end), labels).at(-1);
  return last === undefined ? null : last.index + last[0].length;
}

/** Whether a value may begin at `start`: a word does, or the label ends there that the recogniser ran into it. */
export function beginsAt(text: string, start: number, labels: RegExp): boolean {
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) || labelEnd(text, labels, start) === start;
}

/** Between a label and its value: the next label, with its colon. */
const OTHER_LABEL = /\p{L}{2,}[^\p{L}\p{N}]{0,3}[:：]/u;

/** Whether a label of the row stands before `start`, and none of another kind between. */
function isLabelledInside({ text }: Row, start: number, labels: RegExp): boolean {
  const end = labelEnd(text, labels, start);
  return end !== null && !OTHER_LABEL.test(text.slice(end, start));
}

/** Whether the row has a label, and no number after it that it belongs to. */
function isCaption({ text }: Row, labels: RegExp): boolean {
  const end = labelEnd(text, labels);
  return end !== null && !/\d/.test(text.slice(end));
}

/** Whether a label stands before the value in its row, in a row to its left, or in the one above. */
export function hasLabel(row: Row, start: number, rows: readonly Row[], labels: RegExp): boolean {
  if (isLabelledInside(row, start, labels)) return true;
  const [above] = rowsAbove(row, rows);
  return [...rowsBefore(row, rows), ...(above === undefined ? [] : [above])].some((other) => isCaption(other, labels));
}
