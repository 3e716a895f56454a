// Recovery phrases in any layout: proved in the order that the numbers or the rows give, and in no
// other.

import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { describe, expect, test } from 'vitest';
import { recoveryPhrases } from '../../../../src/detectors/printed-values/phrases/recovery-phrase.js';
import { joinRows } from '../../../../src/ocr/layout/rows.js';
import type { TextLine } from '../../../../src/ocr/reader.js';
import { lineOf } from '../../../helpers/text-lines.js';
import { page } from '../lines.js';

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
const CAPTION = 'Your secret recovery phrase';

const found = (lines: readonly TextLine[]) => recoveryPhrases(joinRows(lines));
const inRows = (...texts: readonly string[]) => found(page(...texts));
const phrase = { value: PHRASE.join(' '), proved: true };

interface Grid {
  readonly columns: number;
  readonly byColumn?: boolean;
  /** How the number is printed: before the word, in a box of its own, above the word, or not. */
  readonly number?: 'before' | 'own' | 'above' | 'none';
  readonly degrees?: number;
}

function grid(
  words: readonly string[],
  { columns, byColumn = false, number = 'before', degrees = 0 }: Grid,
): TextLine[] {
  const rows = Math.ceil(words.length / columns);
  return words.flatMap((word, at) => {
    const [column, row] = byColumn ? [Math.floor(at / rows), at % rows] : [at % columns, Math.floor(at / columns)];
    const [x, y] = [60 + column * 260, 140 + row * 70];
    const draw = (text: string, left: number, top: number) => lineOf(text, left, top, { degrees });
    if (number === 'none') return [draw(word, x, y)];
    if (number === 'before') return [draw(`${at + 1}. ${word}`, x, y)];
    const own = number === 'own' ? draw(`${at + 1}`, x, y) : draw(`${at + 1}`, x + 40, y - 24);
    return [own, draw(word, x + 40, y)];
  });
}

describe('a phrase is proved', () => {
  test('in a row, in rows, and in a list with numbers', () => {
    expect(inRows(PHRASE.join(' '))).toMatchObject([phrase]);
    expect(inRows(PHRASE.slice(0, 6).join(' '), PHRASE.slice(6).join(' '))).toMatchObject([phrase]);
    expect(inRows(...PHRASE.map((word, at) => `${at + 1}. ${word}`))).toMatchObject([phrase]);
  });

  test('after its caption in the same row, and with a word of a button after it', () => {
    expect(inRows(`Recovery phrase ${PHRASE.join(' ')}`)).toMatchObject([phrase]);
    expect(inRows(`seed: ${PHRASE.join(' ')}`)).toMatchObject([phrase]);
    expect(inRows(...PHRASE, 'Copy')).toMatchObject([phrase]);
  });

  test('where the recogniser dropped the spaces', () => {
    expect(inRows('legalwinnerthankyear', 'wavesausageworthuseful', 'legal winner thankyellow')).toMatchObject([
      phrase,
    ]);
  });

  test.each([
    { columns: 3 },
    { columns: 3, byColumn: true },
    { columns: 2, number: 'own' },
    { columns: 4, number: 'own', byColumn: true },
    { columns: 2, number: 'above' },
    { columns: 3, number: 'above', byColumn: true },
    { columns: 3, degrees: 3 },
    { columns: 3, degrees: 90, byColumn: true },
    { columns: 2, degrees: 180, number: 'own' },
  ] satisfies Grid[])('in a grid: %o', (layout) => {
    const caption = lineOf(CAPTION, 60, 60, { degrees: layout.degrees ?? 0 });
    expect(found([caption, ...grid(PHRASE, layout)])).toMatchObject([phrase]);
  });

  test('in one column without numbers', () => {
    const caption = lineOf(CAPTION, 60, 60);
    expect(found([caption, ...grid(PHRASE, { columns: 1, number: 'none' })])).toMatchObject([phrase]);
  });

  test('with some numbers unread or misread', () => {
    const lines = grid(PHRASE, { columns: 3 }).map((line, at) => {
      if (at % 5 === 1) return { ...line, text: PHRASE[at] ?? '' };
      return at === 6 ? { ...line, text: `1. ${PHRASE[at]}` } : line;
    });
    expect(found([lineOf(CAPTION, 60, 60), ...lines])).toMatchObject([phrase]);
  });

  test('with one letter misread', () => {
    const lines = PHRASE.map((word, at) => `${at + 1}. ${word === 'sausage' ? 'sausoge' : word}`);
    expect(inRows(...lines)).toMatchObject([phrase]);
  });

  test.each(Object.entries({ english, spanish, french, italian, portuguese, czech, japanese, korean }))(
    'in the words of the %s list',
    (_, list) => {
      const words = entropyToMnemonic(new Uint8Array(16).fill(77), [...list])
        .normalize('NFC')
        .split(/\s/u);
      expect(inRows(...words.map((word, at) => `${at + 1}. ${word}`))).toMatchObject([{ proved: true }]);
      expect(inRows(words.join(' '))).toMatchObject([{ proved: true }]);
    },
  );

  test('in Chinese with numbers or a caption, because any text is made of such characters', () => {
    const words = entropyToMnemonic(new Uint8Array(16).fill(77), [...chinese]).split(' ');
    expect(inRows('助记词', words.join(' '))).toMatchObject([{ proved: true }]);
    expect(inRows(words.join(' '))).toEqual([]);
  });

  test('by the version number of Electrum', () => {
    const words = 'wild father tree among universe such mobile favorite target dynamic credit identify';
    expect(inRows(words)).toMatchObject([{ proved: true }]);
  });
});

describe('a phrase is likely', () => {
  const WRONG = [...PHRASE.slice(0, 11), 'zoo'];

  test.each([{ byColumn: false }, { byColumn: true }])('in columns without numbers, whatever holds: %o', (layout) => {
    const caption = lineOf(CAPTION, 60, 60);
    expect(found([caption, ...grid(PHRASE, { columns: 3, number: 'none', ...layout })])).toMatchObject([
      { proved: false, more: { kind: 'recovery-phrase' } },
    ]);
  });

  test('with numbers or a caption, where the checksum does not hold', () => {
    expect(found(grid(WRONG, { columns: 3 }))).toMatchObject([{ value: WRONG.join(' '), proved: false }]);
    expect(inRows(CAPTION, WRONG.join(' '))).toMatchObject([{ proved: false }]);
  });

  test('where it holds in another order than that of the numbers', () => {
    const swapped = [PHRASE[1], PHRASE[0], ...PHRASE.slice(2)];
    const numbers = [2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const lines = PHRASE.map((word, at) => `${numbers[at]}. ${word}`);
    expect(inRows(...lines)).toMatchObject([{ value: swapped.join(' '), proved: false }]);
  });

  test('where it holds column by column, and nothing says that it is read so', () => {
    const [one] = found(grid(PHRASE, { columns: 3, byColumn: true, number: 'none' }));
    expect(one).toMatchObject({ proved: false, more: { kind: 'recovery-phrase' } });
  });

  test('in words of another list, with numbers under a caption', () => {
    const words = Array.from({ length: 25 }, (_, at) => `zug${'abcdefghijklmnopqrstuvwxyz'[at] ?? ''}`);
    const lines = words.map((word, at) => `${at + 1}. ${word}`);
    expect(inRows('Monero seed', ...lines)).toMatchObject([{ proved: false, value: words.join(' ') }]);
    expect(inRows(...lines)).toEqual([]);
  });
});

describe('no phrase', () => {
  test('one wrong word, or a word too few, without numbers and caption', () => {
    expect(inRows([...PHRASE.slice(0, 11), 'zoo'].join(' '))).toEqual([]);
    expect(inRows(PHRASE.slice(1).join(' '))).toEqual([]);
  });

  test('the printed list itself', () => {
    expect(inRows(CAPTION, ...english.slice(0, 48).map((word, at) => `${at + 1}. ${word}`))).toEqual([]);
  });

  test('three rows of a grid of 24 words', () => {
    const others = 'scene acid solve ranch brick crowd glow tiger cover toast vapor olive'.split(' ');
    expect(found(grid([...PHRASE, ...others], { columns: 4, number: 'none' }))).toEqual([]);
  });

  test('prose about a phrase', () => {
    expect(
      inRows(
        'Recovery phrase',
        'Write down these words on paper and keep them in a safe place. Never',
        'share them with anyone, because they give full access to your wallet.',
      ),
    ).toEqual([]);
  });
});
