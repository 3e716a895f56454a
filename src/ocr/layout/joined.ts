// Texts that continue in another row: right of a wide gap, or below.
import { rowsAfter, rowsBelow } from './near.js';
import { isSimilarHeight, type Row, type TextRange } from './rows.js';

/** The text of several rows, separated by one space. */
export interface Joined {
  readonly text: string;
  readonly rows: readonly Row[];
}

/** Maximum rows of one value. */
const MAX_ROWS = 8;

function joinedTexts(chain: readonly Row[]): readonly Joined[] {
  return chain.slice(1).map((_, at) => {
    const rows = chain.slice(0, at + 2);
    return { text: rows.map(({ text }) => text).join(' '), rows };
  });
}

function followed(row: Row, next: (last: Row) => readonly Row[]): readonly Row[] {
  const chain = [row];
  while (chain.length < MAX_ROWS) {
    const following = next(chain[chain.length - 1] ?? row).find(
      (other) => !chain.includes(other) && isSimilarHeight(row.box, other.box),
    );
    if (following === undefined) break;
    chain.push(following);
  }
  return chain;
}

/**
 * The row continued by the rows right of it, and by the rows below it: one more row each time. The
 * row alone is not among them.
 */
export function continuations(row: Row, rows: readonly Row[]): readonly Joined[] {
  return [
    ...joinedTexts(followed(row, (last) => rowsAfter(last, rows).slice(0, 1))),
    ...joinedTexts(followed(row, (last) => rowsBelow(last, rows).slice(0, 1))),
  ];
}

/** Characters `start` to `end` (exclusive) of the joined text, row by row. */
export function rangesInRows({ rows }: Joined, start: number, end: number): readonly TextRange[] {
  let from = 0;
  return rows.flatMap((row) => {
    const range = { row, start: Math.max(0, start - from), end: Math.min(row.text.length, end - from) };
    from += row.text.length + 1;
    return range.start < range.end ? [range] : [];
  });
}
