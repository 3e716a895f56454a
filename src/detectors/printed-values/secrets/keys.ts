// Keys and tokens in the forms that services give them, and the recovery keys of disks.
import { rowsBelow } from '../../../ocr/layout/near.js';
import type { Row } from '../../../ocr/layout/rows.js';
import type { Finder, Found } from '../found.js';
import { entropyOf, KEY_SHAPES } from '../key-shapes.js';

const SCORE = 0.95;

/** A key that the edge of the screen breaks: the end of a row and the start of the next. */
const BROKEN_END = /\S{8,}$/u;
const BROKEN_START = /^\S{4,}/u;

interface Part {
  readonly row: Row;
  /** Where the row begins in the text that is searched. */
  readonly at: number;
}

function keysInText(text: string, parts: readonly Part[]): readonly Found[] {
  return KEY_SHAPES.flatMap(({ kind, pattern, minEntropy }): readonly Found[] => {
    const key = pattern.exec(text);
    if (key === null || entropyOf(key[1] ?? key[2] ?? '') < minEntropy) return [];
    const [from, to] = [key.index, key.index + key[0].length];
    const places = parts
      .map(({ row, at }) => ({ row, start: Math.max(0, from - at), end: Math.min(row.text.length, to - at) }))
      .filter(({ start, end }) => start < end);
    return [{ label: 'secret', value: key[0], places, score: SCORE, proved: false, more: { kind } }];
  });
}

function keysIn(row: Row, rows: readonly Row[]): readonly Found[] {
  const own = { row, at: 0 };
  const found = keysInText(row.text, [own]);
  if (found.length > 0 || !BROKEN_END.test(row.text)) return found;
  const [below] = rowsBelow(row, rows);
  if (below === undefined || !BROKEN_START.test(below.text)) return [];
  return keysInText(row.text + below.text, [own, { row: below, at: row.text.length }]).filter(
    ({ places }) => places.length > 1,
  );
}

export const keys: Finder = (rows) => rows.flatMap((row) => keysIn(row, rows));

/** BitLocker: eight groups of six digits, each a multiple of 11 below 11 times 65,536. */
const DISK_KEY = /(?<!\d)(?:\d{6}\s?[-–—]?\s?){8}(?!\d)/gu;
const FACTOR = 11;
const MAX_GROUP = 65_536 * FACTOR;

const isDiskKey = (groups: readonly string[]): boolean =>
  new Set(groups).size > 1 && groups.every((group) => Number(group) % FACTOR === 0 && Number(group) < MAX_GROUP);

/** In one row, or wrapped over two or three. */
export const diskKeys: Finder = (rows) =>
  rows.flatMap((_, at): readonly Found[] => {
    for (const count of [1, 2, 3]) {
      const some = rows.slice(at, at + count).filter((row) => /\d{6}/u.test(row.text));
      if (some.length < count) continue;
      for (const [whole] of some
        .map(({ text }) => text)
        .join(' ')
        .matchAll(DISK_KEY)) {
        const groups = whole.match(/\d{6}/gu) ?? [];
        if (groups.length !== 8 || !isDiskKey(groups)) continue;
        const places = some.map((row) => ({ row, start: 0, end: row.text.length }));
        const value = groups.join('-');
        return [{ label: 'secret', value, places, score: 1, proved: true, more: { kind: 'recovery-key' } }];
      }
    }
    return [];
  });
