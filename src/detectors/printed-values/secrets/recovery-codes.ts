// Lists of codes that replace a second factor, under words that announce them.
import type { Row, TextRange } from '../../../ocr/layout/rows.js';
import type { Finder } from '../found.js';
import { type Label, labelsOf } from './find-labels.js';

/** A list has at least this many codes of one length. */
const MIN_CODES = 4;
const SCORE = 0.85;
/** Share of the codes that have a digit. */
const MIN_WITH_DIGIT = 0.5;

interface Code extends TextRange {
  readonly text: string;
  /** Letters and digits, without signs. */
  readonly length: number;
}

/** What stands before a code: a number, a box to tick. */
const BEFORE = /^(?:\(?\d{1,2}[.):]\s?|[☐□▢☑✓✔•·*○◯\-–—]\s?|[OoD口]\s)/u;
/** Letters and digits, in groups with hyphens or without. */
const CODE = /^(?:[A-Za-z0-9]{3,10}(?:[-–—][A-Za-z0-9]{2,10}){0,5}|[A-Za-z0-9]{11,64})$/u;
const DATE = /^\d{1,4}([-./])\d{1,2}\1\d{1,4}$/u;

/** The codes of a row: each word, or groups of digits in pairs as Google prints them. */
function codesIn(row: Row): readonly Code[] {
  const from = Math.max(0, ...captionsIn(row).map(({ end }) => end));
  const text = ' '.repeat(from) + row.text.slice(from);
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const rest = withoutMarks(words, text);
  const isPaired = rest.length % 2 === 0 && rest.length > 0 && rest.every(({ word }) => /^\d{4}$/u.test(word));
  const parts = isPaired ? pairs(rest) : rest;
  return parts.flatMap(({ word, start, end }) => {
    const length = word.replace(/[^A-Za-z0-9]/gu, '').length;
    const isCode = CODE.test(word.replace(' ', '')) && !DATE.test(word) && length >= 6 && length <= 64;
    return isCode ? [{ row, start, end, text: word, length }] : [];
  });
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Without numbers and boxes before the codes, joined to them or not. */
function withoutMarks(words: readonly Word[], text: string): readonly Word[] {
  return words.flatMap(({ word, start, end }): readonly Word[] => {
    const mark = BEFORE.exec(text.slice(start))?.[0].trimEnd().length ?? 0;
    if (start + mark >= end) return [];
    if (/^\d{1,2}$/u.test(word)) return [];
    const own = word.slice(mark).replace(/[.,;:)]$/u, '');
    return separate({ word: own, start: start + mark, end: start + mark + own.length });
  });
}

/** Codes of two groups whose space was dropped: `8f3a2-9d1c7b72e0-4ac19`. */
function separate(word: Word): readonly Word[] {
  const lengths = word.word.split(/[-–—]/u).map(({ length }) => length);
  const [first = 0] = lengths;
  const isJoined =
    lengths.length > 2 && lengths.at(-1) === first && lengths.slice(1, -1).every((length) => length === 2 * first);
  if (!isJoined) return [word];
  const length = 2 * first + 1;
  return lengths.slice(1).map((_, at) => {
    const start = at * length;
    return {
      word: word.word.slice(start, start + length),
      start: word.start + start,
      end: word.start + start + length,
    };
  });
}

function pairs(words: readonly Word[]): readonly Word[] {
  return words.flatMap(({ word, start }, index) => {
    const next = words[index + 1];
    return index % 2 === 1 || next === undefined ? [] : [{ word: `${word} ${next.word}`, start, end: next.end }];
  });
}

/** The most codes of one length. */
function listIn(codes: readonly Code[]): readonly Code[] {
  const lengths = [...new Set(codes.map(({ length }) => length))];
  const lists = lengths.map((length) => codes.filter((code) => code.length === length));
  return lists.reduce<readonly Code[]>((longest, list) => (list.length > longest.length ? list : longest), []);
}

/** Random codes have digits, and no two are the same. */
function areCodes(list: readonly Code[]): boolean {
  const withDigit = list.filter(({ text }) => /\d/u.test(text)).length;
  return (
    list.length >= MIN_CODES &&
    withDigit >= MIN_WITH_DIGIT * list.length &&
    new Set(list.map(({ text }) => text)).size > list.length / 2
  );
}

const captionsIn = (row: Row): readonly Label[] =>
  labelsOf(row).filter(({ kinds }) => kinds.includes('recovery-codes'));

export const recoveryCodes: Finder = (rows) => {
  const isAnnounced = rows.some((row) => captionsIn(row).length > 0);
  if (!isAnnounced) return [];
  const list = listIn(rows.flatMap(codesIn));
  if (!areCodes(list)) return [];
  const value = list.map(({ text }) => text).join(' ');
  return [{ label: 'secret', value, places: list, score: SCORE, proved: false, more: { kind: 'recovery-codes' } }];
};
