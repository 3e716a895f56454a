// A text of a tag as rows of print, so that the finders of printed values read it.

import { type Row, rowOf as rowOfLines } from '../../ocr/layout/rows.js';
import type { TagText } from '../../types/metadata.js';
import { worthwhile } from './gate.js';

/** Rows that are read together, and rows that two parts share: a value may span three. */
const PART_ROWS = 60;
const SHARED_ROWS = 2;

/** Characters of a row. A longer line is split between words. */
const ROW_LENGTH = 400;

/** Height, distance and width of the rows, in pixels of a page that does not exist. */
const HEIGHT = 20;
const LINE = 30;
const WIDTH = 4000;

/**
 * The rows that may hold a value, each at its position in the text. In parts, because each row is
 * compared with all others of its part.
 */
export function* partsOf(text: TagText): Generator<readonly Row[]> {
  const lines = linesOf(text).flatMap(split);
  const isWorthwhile = worthwhile(lines);
  const rows = lines.map(rowOf).filter((_, index) => isWorthwhile[index]);
  for (let from = 0; from < rows.length; from += PART_ROWS - SHARED_ROWS) {
    yield rows.slice(from, from + PART_ROWS);
    if (from + PART_ROWS >= rows.length) return;
  }
}

/** Bytes written as text, in base 64. Keys are shorter. Words in them are chance. */
const BYTES = /[A-Za-z0-9+/]{400,}={0,2}/g;

/** A single line has the name of its tag before it: `Ci Tel Work: 030 123456`. */
function linesOf({ label, value: whole }: TagText): string[] {
  const value = whole.replace(BYTES, ' ');
  if (/^\s*[[{]/.test(value)) return linesOfJson(value);
  const lines = value
    .split('\n')
    .map((line) => line.replace(/["'](\s*[:=]\s*)["']?/g, '$1'))
    .filter((line) => line.trim() !== '');
  return lines.length === 1 ? [`${label}: ${lines[0]}`] : lines;
}

/**
 * A string in JSON, and the sign after it. Not parsed as a whole: prompts contain NaN, and long
 * ones may be cut off.
 */
const STRING = /"((?:[^"\\]|\\.)*)"(\s*:)?/gs;

/** One line for each string, `key: string` where it has a key. */
function linesOfJson(text: string): string[] {
  const lines: string[] = [];
  let key = '';
  for (const [, string = '', colon] of text.matchAll(STRING)) {
    if (colon) {
      key = string.replace(/(?<=[a-z\d])(?=[A-Z])|[_.-]+/g, ' ');
      continue;
    }
    const [first = '', ...rest] = unescaped(string).split('\n');
    lines.push(key ? `${key}: ${first}` : first, ...rest);
    key = '';
  }
  return [...lines, ...numbersOf(text)].filter((line) => line.trim() !== '');
}

/** `key: number`, for numbers of accounts that are written without quotes. */
function numbersOf(text: string): string[] {
  return [...text.matchAll(/"([^"\\]{1,60})"\s*:\s*(\d{6,20})(?![\d.])/g)].map(
    ([, key, number]) => `${key}: ${number}`,
  );
}

function unescaped(string: string): string {
  if (!string.includes('\\')) return string;
  try {
    return String(JSON.parse(`"${string}"`));
  } catch (error) {
    if (error instanceof SyntaxError) return string;
    throw error;
  }
}

function split(line: string): string[] {
  if (line.length <= ROW_LENGTH) return [line];
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(/\s+/)) {
    if (row !== '' && row.length + word.length >= ROW_LENGTH) {
      rows.push(row);
      row = '';
    }
    row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}

function rowOf(text: string, index: number): Row {
  const center = { x: WIDTH / 2, y: index * LINE };
  const box = { center, width: WIDTH, height: HEIGHT, angle: 0, score: 1 };
  return rowOfLines([{ text, confidence: 1, box }]);
}
