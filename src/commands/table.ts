// The table that `lenscap doctor` prints: a name and a text in each row.
import { padEnd } from '../terminal/escape.js';
import { wrap } from '../terminal/wrap.js';

export interface TableRow {
  readonly name: string;
  readonly text: string;
}

const GAP = '  ';
/** Columns that a text needs next to the names; on a narrower terminal it is below its name. */
const TEXT_COLUMNS = 30;
const NARROW_INDENT = ' '.repeat(4);

/**
 * @param width columns of the terminal; infinite where there is none, so that each row is one line
 */
export function tableText(rows: readonly TableRow[], width: number): string {
  const nameColumns = Math.max(...rows.map(({ name }) => name.length));
  const indent = nameColumns + GAP.length;
  const isWide = width - indent >= TEXT_COLUMNS;
  const lines = rows.map(({ name, text }) =>
    isWide
      ? wrap(padEnd(name, nameColumns) + GAP + text, width, indent)
      : `${wrap(name, width)}\n${wrap(NARROW_INDENT + text, width, NARROW_INDENT.length)}`,
  );
  return lines.join('\n');
}

/** `10.8 MB`; in kB below 0.1 MB. */
export function sizeText(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
