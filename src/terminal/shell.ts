// Words of a command that a person can copy into a shell.
import { UNPRINTABLE } from './escape.js';

export type Shell = 'posix' | 'windows';

/** Words that no shell expands or splits. */
const PLAIN: Readonly<Record<Shell, RegExp>> = { posix: /^[\w@+:,./-]+$/, windows: /^[\w@+:,.\\/-]+$/ };

/** The word, quoted for the shell where necessary. Printable, whatever the word contains. */
export function quoted(word: string, shell: Shell): string {
  if (PLAIN[shell].test(word)) return word;
  // No name of a file on Windows holds a double quote.
  if (shell === 'windows') return `"${word}"`;
  const hidden = word.match(UNPRINTABLE);
  return hidden === null ? `'${word.replaceAll("'", "'\\''")}'` : `$'${escaped(word)}'`;
}

/** As bash, zsh and ksh read it between `$'` and `'`. */
function escaped(word: string): string {
  return word.replace(/[\\']/g, '\\$&').replace(UNPRINTABLE, (character) => {
    const digits = (character.codePointAt(0) as number).toString(16);
    return digits.length <= 4 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
  });
}
