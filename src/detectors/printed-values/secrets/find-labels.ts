// Finds the words of the vocabulary in a row, as a recogniser reads them: without accents, with
// spaces lost or added, with a zero for an O.

import { plain } from '../../../ocr/layout/labels.js';
import type { Row, TextRange } from '../../../ocr/layout/rows.js';
import { ACCESS_WORDS, type LabelKind, NETWORK_WORDS, OTHER_OWNERS, VOCABULARY } from './vocabulary.js';

export interface Label extends TextRange {
  /** Several where the same words announce values of several forms. */
  readonly kinds: readonly LabelKind[];
}

/**
 * From this many letters a label matches anywhere. A shorter label must be a separate word, because
 * PIN occurs in `shopping`.
 */
const LONG = 9;
/** Up to this many letters, a space inside is no chance of the recogniser: `p in`. */
const SHORT = 4;

/** Characters that a recogniser keeps or adds between letters. Three of them separate words. */
const BETWEEN = /[()\s.\-’'°/_]/u;
/** Another letter follows, but no verb whose space was dropped: `pwis`. */
const GOES_ON = /^(?!(?:is|ist|est|es)[\s\d:=])\p{L}/u;
const LETTER = /[\p{L}\p{N}#]/u;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

interface Squeezed {
  /** Letters and digits; a `|` for each gap, and other signs as they are. */
  readonly text: string;
  /** Index of each character in the text that was squeezed. */
  readonly at: readonly number[];
}

/** `text` as returned by `plain`. */
function squeeze(text: string): Squeezed {
  let squeezed = '';
  const at: number[] = [];
  let between = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    between = BETWEEN.test(character) ? between + 1 : 0;
    if (between > 0 && between !== 3) continue;
    squeezed += between === 3 ? '|' : letterAt(text, index);
    at.push(index);
  }
  return { text: squeezed, at };
}

/** A zero between two letters is an O. */
function letterAt(text: string, index: number): string {
  const isZero = text[index] === '0' && /\p{L}/u.test(text[index - 1] ?? '') && /\p{L}/u.test(text[index + 1] ?? '');
  return isZero ? 'o' : text.charAt(index);
}

const bare = (words: string): string => [...plain(words)].filter((letter) => LETTER.test(letter)).join('');

type Words = ReadonlyMap<string, readonly LabelKind[]>;

function wordsOf(): Words {
  const words = new Map<string, LabelKind[]>();
  for (const kind of Object.keys(VOCABULARY) as LabelKind[]) {
    for (const label of VOCABULARY[kind]) {
      const kinds = words.get(bare(label)) ?? [];
      if (!kinds.includes(kind)) words.set(bare(label), [...kinds, kind]);
    }
  }
  return words;
}

const WORDS = wordsOf();
const ACCESS = new Set(ACCESS_WORDS.map(bare));
const NETWORK = new Set(NETWORK_WORDS.map(bare));
const OWNERS = OTHER_OWNERS.map(bare);

interface Match {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly word: string;
}

function* matches(text: string, squeezed: Squeezed, words: Iterable<string>): Generator<Match> {
  for (const word of words) {
    for (let from = squeezed.text.indexOf(word); from >= 0; from = squeezed.text.indexOf(word, from + 1)) {
      const start = squeezed.at[from]!;
      const end = squeezed.at[from + word.length - 1]! + 1;
      if (isWhole(text, start, end, word)) yield { start, end, word };
    }
  }
}

/** Whether the label is a separate word. A number may be joined to its end. */
function isWhole(text: string, start: number, end: number, word: string): boolean {
  if (word.length >= LONG || IDEOGRAPH.test(word)) return true;
  if (word.length <= SHORT && /\s/u.test(text.slice(start, end))) return false;
  if (/[\p{L}\p{N}]$/u.test(text.slice(0, start)) || GOES_ON.test(text.slice(end))) return false;
  // `PIN4711`, but not the first letters of a password.
  return word.length > 2 || !/^\p{N}/u.test(text.slice(end));
}

/** Several finders ask for the same row. */
const known = new WeakMap<Row, readonly Label[]>();

/** The longest labels of a row that do not overlap, from left to right. */
export function labelsOf(row: Row): readonly Label[] {
  const labels = known.get(row) ?? labelsIn(row);
  known.set(row, labels);
  return labels;
}

function labelsIn(row: Row): readonly Label[] {
  const text = plain(row.text);
  const squeezed = squeeze(text);
  const found: Match[] = [];
  const all = [...matches(text, squeezed, WORDS.keys())];
  for (const match of all.sort((a, b) => b.word.length - a.word.length)) {
    const isFree = found.every(({ start, end }) => match.end <= start || match.start >= end);
    if (isFree && !isOfOther(text.slice(0, match.start))) found.push(match);
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, word }) => ({ row, start, end, kinds: WORDS.get(word) ?? [] }));
}

/** Whether the text before a label makes it one of something else, as in `product key`. */
function isOfOther(before: string): boolean {
  const last = /(\p{L}+)[\s\-_]*$/u.exec(before)?.[1] ?? '';
  return OWNERS.some((owner) => last.endsWith(owner));
}

function names(row: Row, words: ReadonlySet<string>): boolean {
  const text = plain(row.text);
  return !matches(text, squeeze(text), words).next().done;
}

/** What the picture names. */
export interface Context {
  /** A wireless network. */
  readonly hasNetwork: boolean;
  /** A network, a user or another way in. */
  readonly hasAccess: boolean;
}

/**
 * What the rows name, found when asked, once for all labels. Without `except`, the row of a label
 * whose value is elsewhere.
 */
export function contextOf(rows: readonly Row[]): (except: Row | null) => Context {
  let network: readonly Row[] | undefined;
  let access: readonly Row[] | undefined;
  return (except) => ({
    get hasNetwork() {
      network ??= rows.filter((row) => names(row, NETWORK));
      return network.some((row) => row !== except);
    },
    get hasAccess() {
      access ??= rows.filter((row) => names(row, ACCESS));
      return access.some((row) => row !== except);
    },
  });
}
