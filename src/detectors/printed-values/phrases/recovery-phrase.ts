// Recovery phrases of wallets: 12 to 24 words of one BIP-39 list. Proved where the checksum holds
// in the order of the numbers, or in the only order in which words without numbers can be read.
// Likely where there are words enough beside numbers or a caption: of another kind of phrase, or
// with a word misread.
import type { Row } from '../../../ocr/layout/rows.js';
import type { Finder, Found } from '../found.js';
import { type Label, labelsOf } from '../secrets/find-labels.js';
import { isValid, LENGTHS, languagesOf, type PhraseLanguage } from './lists.js';
import {
  corrected,
  hasDenseRows,
  keysOf,
  type Token,
  type Tokens,
  tokensIn,
  type Word,
  withinGrid,
  wordsOf,
} from './words.js';

const MIN_WORDS = 12;
/** Words of a numbered list that must be in the list of a language. */
const MIN_SHARE = 0.85;
/** Numbers that must agree with the order of a grid, and the share of others that were misread. */
const MIN_NUMBERS = 6;
const MAX_MISREAD = 0.25;
const NUMBERED_SCORE = 0.8;
const CAPTION_SCORE = 0.75;
/** Words of no known list, numbered, under words that say what they are. */
const UNKNOWN_SCORE = 0.65;
/** Lengths of phrases of other kinds: SLIP-39, Monero, Algorand, Electrum. */
const OTHER_LENGTHS: readonly number[] = [...LENGTHS, 13, 20, 25, 33];

type Phrase = { readonly words: readonly Word[]; readonly score: number; readonly isProved: boolean };

const isLength = (length: number): boolean => (LENGTHS as readonly number[]).includes(length);

/** Printed lists of words are in the order of the alphabet. */
function isAlphabetical(words: readonly Word[]): boolean {
  return words.every(({ token }, at) => at === 0 || (words[at - 1]?.token.key ?? '') < token.key);
}

function holds(words: readonly Word[], language: PhraseLanguage): boolean {
  const spelled = words.flatMap(({ word }) => (word === null ? [] : [word]));
  const wrong = words.filter(({ isCorrected }) => isCorrected).length;
  return isLength(words.length) && spelled.length === words.length && wrong <= 1 && isValid(spelled, language);
}

/** The words in the order of their numbers, if each number from 1 is there once. */
function byNumber(words: readonly Word[]): readonly Word[] | null {
  const sorted = words.filter(({ token }) => token.number !== null).sort((a, b) => a.token.number! - b.token.number!);
  return sorted.length >= MIN_WORDS && sorted.every(({ token }, at) => token.number === at + 1) ? sorted : null;
}

/** The same where one number is missing, and one word without a number is left for it. */
function byNumberButOne(words: readonly Word[]): readonly Word[] | null {
  const free = words.filter(({ token }) => token.number === null);
  const last = Math.max(0, ...words.map(({ token }) => token.number ?? 0));
  const numbers = new Set(words.map(({ token }) => token.number));
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !numbers.has(number));
  const [[word], [number]] = [free, missing];
  if (word === undefined || number === undefined || free.length > 1 || missing.length > 1) return null;
  const numbered = { ...word, token: { ...word.token, number } };
  return byNumber(words.map((one) => (one === word ? numbered : one)));
}

/**
 * The words as they are read, if their numbers agree: some numbers may be missing or misread, and
 * other words may come before and after.
 */
function asNumbered(words: readonly Word[]): readonly Word[] | null {
  const offsets = words.flatMap(({ token: { number } }, at) => (number === null ? [] : [at + 1 - number]));
  const counts = new Map<number, number>();
  for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const [offset, right] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  if (offset < 0 || right < MIN_NUMBERS || offsets.length - right > MAX_MISREAD * right) return null;
  const own = words.slice(offset);
  const last = Math.max(...own.map(({ token: { number } }, at) => (number === at + 1 ? number : 0)));
  const length = LENGTHS.findLast((one) => one >= last) ?? own.length;
  return own.slice(0, length);
}

/** The words in the order that their numbers give. */
function numberedOrders({ byRow, byColumn }: Tokens, language: PhraseLanguage): readonly (readonly Word[])[] {
  const read = wordsOf(byRow, language).filter(({ token, word }) => token.number !== null && word !== null);
  if (read.length < MIN_NUMBERS) return [];
  // Other words than those of the list have no place in the grid, unless they have a number.
  const inGrid = (tokens: readonly Token[]): readonly Word[] =>
    corrected(wordsOf(tokens, language), language).filter(
      ({ token, word }) => !token.isInCaption && (word !== null || token.number !== null),
    );
  const row = inGrid(byRow);
  const column = inGrid(byColumn);
  const complete = byNumber(row) ?? byNumber(withinGrid(row));
  if (complete !== null && isLength(complete.length)) return [complete];
  const grids = [row, column].flatMap((words) => [words, withinGrid(words)]);
  return [byNumberButOne(row), byNumberButOne(withinGrid(row)), ...grids.map(asNumbered), complete].filter(
    (order) => order !== null,
  );
}

function inNumberedOrder(tokens: Tokens, language: PhraseLanguage): Phrase | null {
  const orders = numberedOrders(tokens, language);
  const proved = orders.find((words) => holds(words, language));
  if (proved !== undefined) return { words: proved, score: 1, isProved: true };
  const likely = orders.find(
    (words) =>
      words.length >= MIN_WORDS &&
      words.length <= 33 &&
      words.filter(({ word }) => word !== null).length >= MIN_SHARE * words.length &&
      !isAlphabetical(words),
  );
  return likely === undefined ? null : { words: likely, score: NUMBERED_SCORE, isProved: false };
}

/** Runs of words of the list, as they are read. */
function runsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (word.word !== null) runs.at(-1)!.push(word);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.filter(({ length }) => length >= MIN_WORDS);
}

/** Words of a run that may be none of the phrase: `Copy` on a button. */
const MAX_OTHERS = 2;

/**
 * A phrase is nearly all of a run, or one row, so that few orders are tried: in a grid of 24 words
 * three rows may hold by chance.
 */
function phraseIn(run: readonly Word[], language: PhraseLanguage): readonly Word[] | null {
  for (const length of LENGTHS) {
    for (let from = 0; from + length <= run.length; from += 1) {
      const words = run.slice(from, from + length);
      const [first, last] = [run[from]!.token, run[from + length - 1]!.token];
      const begins = from === 0 || first.isFirst;
      const ends = from + length === run.length || last.isLast;
      const isWhole = run.length - length <= MAX_OTHERS || first.row === last.row;
      if (begins && ends && isWhole && holds(words, language) && !isAlphabetical(words)) return words;
    }
  }
  return null;
}

const isUnnumbered = ({ byRow }: Tokens): boolean => byRow.filter(({ number }) => number !== null).length < MIN_NUMBERS;

const isSame = (a: Token, b: Token): boolean => a.row === b.row && a.start === b.start;

/** In columns without numbers, nothing tells whether they are read by row or by column. */
function hasOneOrder(words: readonly Word[], { byColumn }: Tokens): boolean {
  // Several words may be read as one.
  const own = words.map(({ token }) => token).filter((token, at, all) => at === 0 || !isSame(token, all[at - 1]!));
  const columns = byColumn.filter((token) => own.some((one) => isSame(one, token)));
  return own.length === columns.length && own.every((token, at) => isSame(token, columns[at]!));
}

/** A phrase in plain reading order. Any text of such a language is made of words of its list. */
function inReadingOrder(tokens: Tokens, language: PhraseLanguage, hasCaption: boolean): Phrase | null {
  if (!isUnnumbered(tokens) || (language.hasCharacters && !hasCaption)) return null;
  for (const run of runsOf(wordsOf(tokens.byRow, language))) {
    const words = phraseIn(run, language);
    if (words !== null && hasOneOrder(words, tokens)) return { words, score: 1, isProved: true };
  }
  return null;
}

/** Words enough under a caption, or in an order that only happens to hold. */
function likely(tokens: Tokens, language: PhraseLanguage, hasCaption: boolean): Phrase | null {
  if (language.hasCharacters) return null;
  for (const order of [tokens.byRow, tokens.byColumn]) {
    const words = wordsOf(order, language);
    // Only in what is a phrase by its caption, a word may be misread.
    const isClose = hasCaption && words.filter(({ word }) => word !== null).length >= MIN_WORDS - 2;
    const [run] = runsOf(isClose ? corrected(words, language) : words);
    const own = (run ?? []).filter(({ token }) => !token.isInCaption);
    if (own.length < MIN_WORDS || isAlphabetical(own)) continue;
    const isPhrase = hasCaption || (isUnnumbered(tokens) && phraseIn(own, language) !== null);
    if (isPhrase) return { words: own, score: CAPTION_SCORE, isProved: false };
  }
  return null;
}

/** A numbered list of single words of any list, under a caption. */
function ofUnknownList({ byRow }: Tokens): readonly Token[] | null {
  const numbered = byRow.filter(
    ({ number, isLast, text }) => number !== null && isLast && /^\p{Ll}{3,12}$/u.test(text),
  );
  const numbers = new Set(numbered.map(({ number }) => number));
  const last = Math.max(0, ...numbered.map(({ number }) => number ?? 0));
  const isWhole = OTHER_LENGTHS.includes(last) && numbers.size >= last - 1 && numbered.length === numbers.size;
  return isWhole ? [...numbered].sort((a, b) => a.number! - b.number!) : null;
}

function phraseOf(tokens: Tokens, languages: readonly PhraseLanguage[], hasCaption: boolean): Found | null {
  const steps: readonly ((language: PhraseLanguage) => Phrase | null)[] = [
    (language) => inNumberedOrder(tokens, language),
    (language) => inReadingOrder(tokens, language, hasCaption),
    (language) => likely(tokens, language, hasCaption),
  ];
  const found = steps.flatMap((step) => languages.map(step)).filter((phrase) => phrase !== null);
  const best = found.find(({ isProved }) => isProved) ?? found[0];
  if (best !== undefined) {
    const value = best.words.map(({ word, token }) => word ?? token.text).join(' ');
    return foundOf(
      value,
      best.words.map(({ token }) => token),
      best.score,
      best.isProved,
    );
  }
  const unknown = hasCaption ? ofUnknownList(tokens) : null;
  return unknown === null ? null : foundOf(unknown.map(({ text }) => text).join(' '), unknown, UNKNOWN_SCORE, false);
}

function foundOf(value: string, places: readonly Token[], score: number, proved: boolean): Found {
  return { label: 'secret', value, places, score, proved, more: { kind: 'recovery-phrase' } };
}

const captionsIn = (row: Row): readonly Label[] =>
  labelsOf(row).filter(({ kinds }) => kinds.includes('recovery-phrase'));

export const recoveryPhrases: Finder = (rows) => {
  if (rows.reduce((sum, { text }) => sum + text.length, 0) < MIN_WORDS) return [];
  const captions = rows.flatMap(captionsIn);
  const keys = keysOf(rows, captions);
  const languages = languagesOf(keys.flat().join('')).filter((language) => hasDenseRows(keys, language));
  if (languages.length === 0 && captions.length === 0) return [];
  const found = phraseOf(tokensIn(rows, captions), languages, captions.length > 0);
  return found === null ? [] : [found];
};
