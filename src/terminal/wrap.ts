// Breaks a paragraph into lines for the terminal.
import { columnsOf } from './escape.js';

/**
 * `text` in lines of at most `width` columns, broken at spaces; all but the first are indented by
 * `indent` spaces. A longer word has a line of its own.
 */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
