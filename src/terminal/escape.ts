// Text from outside (names of files, metadata) made harmless for a terminal and for a reader's eye.
import stringWidth from 'string-width';

/**
 * Controls, line and paragraph separators, lone surrogates, and formatting characters
 * (bidirectional overrides, invisible ones). The zero-width joiner and non-joiner stay: emoji,
 * Persian and Indic names need them.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** With visible escapes (`\n`, `\x1b`, `\u{202e}`) for what acts on a terminal or is invisible. */
export function printable(text: string): string {
  return text.replace(
    UNPRINTABLE,
    (character) => SHORT_ESCAPES[character] ?? visible(character.codePointAt(0) as number),
  );
}

/**
 * Whether the text has characters that end a line or act on a terminal, and so cannot be printed as
 * it is.
 */
export function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function visible(codePoint: number): string {
  const digits = codePoint.toString(16);
  return codePoint < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`;
}

/**
 * The same value as JSON.stringify gives, with escapes for all characters that act on a terminal.
 * JSON itself does not escape DEL, C1 and bidirectional ones.
 */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(UNPRINTABLE, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/**
 * How many columns of a terminal the text takes; wide characters count as two, joined ones as one.
 */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/**
 * At most `columns` columns wide, cut in the middle, because the end of a path identifies a file
 * better. Expects printable text.
 */
export function shortenMiddle(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  const tail = Math.ceil(((columns - 1) * 2) / 3);
  const head = columns - 1 - tail;
  const characters = graphemes(text);
  return `${take(characters, head)}…${take(characters.reverse(), tail, (taken, next) => next + taken)}`;
}

/** At most `columns` columns wide, cut at the end. Expects printable text. */
export function shortenEnd(text: string, columns: number): string {
  return stringWidth(text) <= columns ? text : `${take(graphemes(text), columns - 1).trimEnd()}…`;
}

/**
 * All of the text in lines of at most `columns` columns. No character is cut. Expects printable
 * text.
 */
export function breakAnywhere(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of graphemes(text)) {
    if (line !== '' && stringWidth(line + character) > columns) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

/** Padded with spaces to `columns` columns; wide characters count as two. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemes(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

function take(
  characters: readonly string[],
  columns: number,
  join = (taken: string, next: string) => taken + next,
): string {
  let taken = '';
  let left = columns;
  for (const character of characters) {
    left -= stringWidth(character);
    if (left < 0) break;
    taken = join(taken, character);
  }
  return taken;
}
