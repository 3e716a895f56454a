// Finds labels: words next to a value that state what it is. Labels are matched as a recogniser
// reads them: without accents, with spaces lost or added.
import { captionsOf } from './near.js';
import type { Row } from './rows.js';

/**
 * Lower case without accents, character by character: an index into the result is an index into the
 * text.
 */
export function plain(text: string): string {
  return [...text].map(plainCharacter).join('');
}

function plainCharacter(character: string): string {
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === character.length ? bare : character;
}

/**
 * From this many letters a label matches anywhere. A shorter label must be a separate word, because
 * SIN occurs in `business`.
 */
const LONG = 9;

/**
 * Characters that a recogniser keeps or adds between letters. Three or more of them separate words.
 */
const BETWEEN = "[()\\s.\\-’'°/]";
const GAPS = new RegExp(`${BETWEEN}{3,}`, 'gu');
/** Occurs in no label, so no label can match across it. */
const GAP = '|';

/** Letters that a recogniser takes for each other, in lower case. */
const ALIKE: Readonly<Record<string, string>> = { i: '[il1|]', l: '[il1|]', o: '[o0]' };

/** A pattern for `labelsIn` that matches any of the labels. The first match in the list wins. */
export function labelPattern(labels: readonly string[]): RegExp {
  const groups: { readonly isLong: boolean; readonly sources: string[] }[] = [];
  for (const label of labels) {
    const letters = [...plain(label)].filter((letter) => /[\p{L}\p{M}\p{N}#]/u.test(letter));
    const isLong = letters.length >= LONG;
    const last = groups.at(-1);
    const source = letters.map((letter) => ALIKE[letter] ?? letter).join(`${BETWEEN}*`);
    if (last?.isLong === isLong) last.sources.push(source);
    else groups.push({ isLong, sources: [source] });
  }
  // Consecutive short labels share one boundary check, because these character classes make a
  // pattern slow to compile.
  const sources = groups.map(({ isLong, sources: own }) => {
    const any = own.join('|');
    return isLong ? any : `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}])`;
  });
  return new RegExp(`(?:${sources.join('|')})`, 'gu');
}

/** The labels in a text returned by `plain`, from left to right. */
export function labelsIn(text: string, labels: RegExp): readonly RegExpExecArray[] {
  // Gaps are replaced first. A pattern that counts the characters between letters takes ten times
  // longer to compile: 190 ms for 41 labels.
  const closed = text.replace(GAPS, (gap) => GAP.repeat(gap.length));
  return [...closed.matchAll(labels)];
}

/** End of the last label in `text` before `end`. Null without a label. */
function labelEnd(text: string, labels: RegExp, end = text.length): number | null {
  const last = labelsIn(plain(text).slice(0, end), labels).at(-1);
  return last === undefined ? null : last.index + last[0].length;
}

/**
 * Whether a value may begin at `start`: at the start of a word, or right after a label that the
 * recogniser joined to it.
 */
export function beginsAt(text: string, start: number, labels: RegExp): boolean {
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) || labelEnd(text, labels, start) === start;
}

/** Another label with its colon, between a label and a value. */
const OTHER_LABEL = /\p{L}{2,}[^\p{L}\p{N}]{0,3}[:：]/u;

/** Whether the row has a label before `start` and no other label in between. */
function isLabelledInside({ text }: Row, start: number, labels: RegExp): boolean {
  const end = labelEnd(text, labels, start);
  return end !== null && !OTHER_LABEL.test(text.slice(end, start));
}

/** Whether the row has a label that no number in the row follows. */
function isCaption({ text }: Row, labels: RegExp): boolean {
  const end = labelEnd(text, labels);
  return end !== null && !/\d/.test(text.slice(end));
}

/**
 * Whether a label belongs to the value: before it in its row, in a row to its left, above it, or
 * below it where it is nearer to this value than to any other row.
 */
export function hasLabel(row: Row, start: number, rows: readonly Row[], labels: RegExp): boolean {
  if (isLabelledInside(row, start, labels)) return true;
  return captionsOf(row, rows).some((other) => isCaption(other, labels));
}
