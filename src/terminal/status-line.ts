// One line on a terminal that is redrawn in place: a progress bar, or the step of a build.
import { columnsOf, shortenEnd } from './escape.js';

export interface StatusLine {
  /** Replaces the line. Expects printable text; what is too long for the terminal is cut. */
  show(text: string): void;
  /** Takes the line off the screen and shows the cursor again. */
  clear(): void;
}

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
/** From the cursor to the end of the screen. */
const ERASE_BELOW = '\u001b[J';

/** Columns where the terminal does not state its width. */
const DEFAULT_COLUMNS = 80;

/**
 * A terminal that becomes narrower folds the line into several rows. So all rows that it takes at
 * the present width are erased, and the line is redrawn when the size changes. Saved cursor
 * positions are not used: a change of size makes them wrong.
 *
 * @param stream a terminal; nothing else writes to it until the line is cleared
 */
export function createStatusLine(stream: NodeJS.WriteStream): StatusLine {
  /** What is on the screen, null for nothing. */
  let shown: string | null = null;
  /** The whole text, before it is cut. */
  let wanted = '';

  const columns = () => Math.max(2, stream.columns || DEFAULT_COLUMNS);
  const toStart = () => {
    const rows = Math.max(1, Math.ceil(columnsOf(shown ?? '') / columns()));
    return `${rows > 1 ? `\u001b[${rows - 1}A` : ''}\r`;
  };
  const draw = () => {
    // The last column stays free: a terminal may put the cursor into the next row after it.
    const text = shortenEnd(wanted, columns() - 1);
    stream.write(`${HIDE_CURSOR}${toStart()}${text}${ERASE_BELOW}`);
    shown = text;
  };
  return {
    show(text) {
      if (text === wanted && shown !== null) return;
      if (shown === null) stream.on('resize', draw);
      wanted = text;
      draw();
    },
    clear() {
      if (shown === null) return;
      stream.removeListener('resize', draw);
      stream.write(`${toStart()}${ERASE_BELOW}${SHOW_CURSOR}`);
      shown = null;
    },
  };
}
