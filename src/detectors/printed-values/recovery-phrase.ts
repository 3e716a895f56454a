// Recovery phrases of wallets (BIP-39): 12 to 24 words of one list in order, with a valid checksum.
// In running text, in columns, or numbered.
import { validateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { plain } from '../../ocr/layout/labels.js';
import type { Row, TextRange } from '../../ocr/layout/rows.js';
import type { Finder, Found } from './found.js';

/** The longest first: a phrase of 24 words may contain one of 12 by chance. */
const LENGTHS = [24, 21, 18, 15, 12];

interface Language {
  readonly list: string[];
  /** The spelling in the list by the word without accents, because recognisers drop them. */
  readonly spelling: ReadonlyMap<string, string>;
}

const LANGUAGES: readonly Language[] = [english, french, spanish, italian, portuguese].map((list) => ({
  list,
  spelling: new Map(list.map((word) => [plain(word.normalize('NFC')), word])),
}));

interface Word extends TextRange {
  readonly text: string;
  /** The number printed before the word, as in `7.`. Null without one. */
  readonly number: number | null;
}

const WORD = /(?:(?<!\d)(\d{1,2})\s?[.):-]?\s?)?([\p{L}]+)/gu;

function wordsOf(rows: readonly Row[]): readonly Word[] {
  return rows.flatMap((row) =>
    [...row.text.matchAll(WORD)].map(({ 0: whole, 1: number, 2: word, index }) => ({
      text: plain(word!.normalize('NFC')),
      number: number === undefined ? null : Number(number),
      row,
      start: index,
      end: index + whole.length,
    })),
  );
}

/** The words in each possible order: by their numbers, by rows, by columns. */
function ordersOf(rows: readonly Row[]): readonly (readonly Word[])[] {
  const byRow = wordsOf(rows);
  const numbered = byRow.filter(({ number }) => number !== null).sort((a, b) => a.number! - b.number!);
  const center = (word: Word) => word.row.pieces[0]!.line.box.center;
  const byColumn = [...byRow].sort((a, b) => {
    const height = a.row.pieces[0]!.line.box.height;
    const across = center(a).x - center(b).x;
    return Math.abs(across) > 2 * height ? across : center(a).y - center(b).y;
  });
  return [numbered, byRow, byColumn];
}

/** Runs of consecutive words that are all in the list. */
function runsOf(words: readonly Word[], { spelling }: Language): readonly (readonly Word[])[] {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (spelling.has(word.text)) runs.at(-1)!.push(word);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.filter(({ length }) => length >= 12);
}

/**
 * One word repeated is no phrase. A long text of it would take a checksum for each of its words.
 */
function phraseIn(run: readonly Word[], language: Language): readonly Word[] | null {
  for (const length of LENGTHS) {
    for (let from = 0; from + length <= run.length; from += 1) {
      const words = run.slice(from, from + length);
      if (new Set(words.map(({ text }) => text)).size === 1) continue;
      const phrase = words.map(({ text }) => language.spelling.get(text)).join(' ');
      if (validateMnemonic(phrase, language.list)) return words;
    }
  }
  return null;
}

export const recoveryPhrases: Finder = (rows) => {
  for (const order of ordersOf(rows)) {
    for (const language of LANGUAGES) {
      for (const run of runsOf(order, language)) {
        const words = phraseIn(run, language);
        if (words !== null) return [foundOf(words)];
      }
    }
  }
  return [];
};

function foundOf(words: readonly Word[]): Found {
  const value = words.map(({ text }) => text).join(' ');
  return { label: 'secret', value, places: words, score: 1, proved: true, more: { kind: 'recovery-phrase' } };
}
