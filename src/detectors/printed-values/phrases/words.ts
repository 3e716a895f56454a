// The words of a picture that are in a list, with their numbers, and the orders in which they may
// be read.
import { directionOf } from '../../../ocr/layout/direction.js';
import { type Item, itemsOf, ordersOf } from '../../../ocr/layout/items.js';
import { boxOfRange, type Row, type TextRange } from '../../../ocr/layout/rows.js';
import type { LineBox } from '../../../ocr/line-box.js';
import { nearestWord, type PhraseLanguage, splitWords, wordKey } from './lists.js';

export interface Token extends TextRange {
  readonly text: string;
  /** As it is looked up in a list. */
  readonly key: string;
  /** The number printed with it. Null without one. */
  readonly number: number | null;
  readonly box: LineBox;
  /** First and last of its text: a phrase begins and ends there. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** In words that announce a phrase, which may be words of a list. */
  readonly isInCaption: boolean;
}

/** A token, and the word of the list that it is; null if it is none. */
export interface Word {
  readonly token: Token;
  readonly word: string | null;
  /** One letter was read wrong. */
  readonly isCorrected: boolean;
}

const TOKEN = /\p{Script=Han}|[\p{L}\p{M}]+/gu;
/** Signs after which a phrase begins: `seed: legal winner`. */
const OPENING = /[:=“"'`(>]\s*$/u;
const CLOSING = /^\s*[.”"'`)<]/u;

function tokensOf(item: Item, captions: readonly TextRange[]): readonly Token[] {
  const own = captions.filter(({ row }) => row === item.row);
  const matches = [...item.text.matchAll(TOKEN)];
  return matches.map(({ 0: text, index }, at) => {
    const range = { row: item.row, start: item.start + index, end: item.start + index + text.length };
    const before = item.text.slice(0, index);
    const between = (end: number): string => (end <= range.start ? item.row.text.slice(end, range.start) : before);
    return {
      ...range,
      text,
      key: wordKey(text),
      number: at === 0 ? item.number : null,
      box: boxOfRange(range),
      isFirst: at === 0 || OPENING.test(before) || own.some(({ end }) => /^[^\p{L}]*$/u.test(between(end))),
      isLast: at === matches.length - 1 || CLOSING.test(item.text.slice(index + text.length)),
      isInCaption: own.some(({ start, end }) => range.start >= start && range.end <= end),
    };
  });
}

export interface Tokens {
  /** As rows are read. */
  readonly byRow: readonly Token[];
  /** Column by column. */
  readonly byColumn: readonly Token[];
}

/** `captions`: words that announce a phrase. */
export function tokensIn(rows: readonly Row[], captions: readonly TextRange[]): Tokens {
  const items = itemsOf(rows);
  const [byRow = [], byColumn = []] = ordersOf(items.map((item) => ({ ...item, number: null })));
  // The same texts with their numbers.
  const numbers = new Map(items.map((item) => [`${rows.indexOf(item.row)} ${item.start}`, item.number]));
  const numbered = (order: readonly Item[]): readonly Token[] =>
    order.flatMap((item) =>
      tokensOf({ ...item, number: numbers.get(`${rows.indexOf(item.row)} ${item.start}`) ?? null }, captions),
    );
  return { byRow: numbered(byRow), byColumn: numbered(byColumn) };
}

/**
 * The words of a list. A token of one or two letters is part of the next one, which was read twice:
 * the number goes on to it.
 */
export function wordsOf(tokens: readonly Token[], language: PhraseLanguage): readonly Word[] {
  let carried: number | null = null;
  return tokens.flatMap((token): readonly Word[] => {
    const number = token.number ?? carried;
    carried = null;
    const word = language.spelling.get(token.key);
    if (word === undefined && token.key.length < 3 && number !== null) {
      carried = number;
      return [];
    }
    if (word !== undefined) return [{ token: { ...token, number }, word, isCorrected: false }];
    const split = splitWords(token.key, language);
    if (split === null) return [{ token: { ...token, number }, word: null, isCorrected: false }];
    return split.map((one, at) => ({
      token: {
        ...token,
        number: at === 0 ? number : null,
        isFirst: token.isFirst && at === 0,
        isLast: token.isLast && at === split.length - 1,
      },
      word: one,
      isCorrected: false,
    }));
  });
}

/** Share of the words of a row that are in the list, in a phrase. Prose in English has a third. */
const MIN_DENSITY = 0.75;
const MIN_DENSE_WORDS = 8;
/** Letters from which a text without spaces may be several words. */
const JOINED = 7;

/** The words of each row as they are looked up, without those that announce a phrase. */
export function keysOf(rows: readonly Row[], captions: readonly TextRange[]): readonly (readonly string[])[] {
  return rows.map((row) => {
    const own = captions.filter((caption) => caption.row === row);
    const text = own.reduce(
      (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
      row.text,
    );
    return [...text.matchAll(TOKEN)].map(([word]) => wordKey(word));
  });
}

/** A cheap test: whether rows made of words of the list have enough of them for a phrase. */
export function hasDenseRows(rows: readonly (readonly string[])[], language: PhraseLanguage): boolean {
  return rows.reduce((sum, keys) => sum + denseWords(keys, language), 0) >= MIN_DENSE_WORDS;
}

/** How many words of the list a row is made of; 0 for a row of other words. */
function denseWords(all: readonly string[], language: PhraseLanguage): number {
  const keys = all.filter((key) => key.length > 2 || language.spelling.has(key));
  const others = keys.filter((key) => !language.spelling.has(key));
  const short = others.filter(({ length }) => length < JOINED).length;
  if (short > (1 - MIN_DENSITY) * keys.length) return 0;
  const joined = others.map((key) => (key.length < JOINED ? 0 : (splitWords(key, language)?.length ?? 0)));
  const words = keys.length - others.length + joined.reduce((sum, count) => sum + count, 0);
  const unknown = joined.filter((count) => count === 0).length;
  return words >= MIN_DENSITY * (words + unknown) ? words : 0;
}

/** The same with a wrong letter corrected in words that are none. */
export function corrected(words: readonly Word[], language: PhraseLanguage): readonly Word[] {
  return words.map((one) => {
    if (one.word !== null) return one;
    const word = nearestWord(one.token.key, language);
    return word === null ? one : { ...one, word, isCorrected: true };
  });
}

/** Margins of a grid around the words whose numbers were read, in letter heights. */
const MARGIN_ALONG = 4;
const MARGIN_ACROSS = 3;

/** The words within the grid of those that have a number. */
export function withinGrid(words: readonly Word[]): readonly Word[] {
  const numbered = words.filter(({ token }) => token.number !== null);
  const angle = directionOf(numbered.map(({ token }) => token.row.box));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = ({ token: { box } }: Word) => box.center.x * cos + box.center.y * sin;
  const across = ({ token: { box } }: Word) => box.center.y * cos - box.center.x * sin;
  const height = Math.max(...numbered.map(({ token }) => token.box.height));
  const [xs, ys] = [numbered.map(along), numbered.map(across)];
  const left = Math.min(...xs) - MARGIN_ALONG * height;
  const right = Math.max(...xs) + MARGIN_ALONG * height;
  const top = Math.min(...ys) - MARGIN_ACROSS * height;
  const bottom = Math.max(...ys) + MARGIN_ACROSS * height;
  return words.filter((word) => {
    const [x, y] = [along(word), across(word)];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}
