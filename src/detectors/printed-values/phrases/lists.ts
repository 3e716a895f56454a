// The word lists of BIP-39, and what proves that words in one order are a phrase.
import { createHmac } from 'node:crypto';
import { validateMnemonic } from '@scure/bip39';
import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { wordlist as traditionalChinese } from '@scure/bip39/wordlists/traditional-chinese.js';
import leven from 'leven';
import { plain } from '../../../ocr/layout/labels.js';

/** The longest first: a phrase of 24 words may contain one of 12 by chance. */
export const LENGTHS = [24, 21, 18, 15, 12] as const;

export interface PhraseLanguage {
  readonly list: readonly string[];
  /** The spelling in the list by the word without accents, because recognisers drop them. */
  readonly spelling: ReadonlyMap<string, string>;
  /** Each word is one character, so any text in this language is made of them. */
  readonly hasCharacters: boolean;
}

/** A word as it is looked up. */
export const wordKey = (word: string): string =>
  /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : plain(word.normalize('NFC'));

const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;

const LISTS: readonly { readonly list: readonly string[]; readonly script: RegExp }[] = [
  ...[english, spanish, french, italian, portuguese, czech].map((list) => ({ list, script: LATIN })),
  { list: japanese, script: /\p{Script=Hiragana}/u },
  { list: korean, script: /\p{Script=Hangul}/u },
  ...[simplifiedChinese, traditionalChinese].map((list) => ({ list, script: HAN })),
];

const languages = new Map<readonly string[], PhraseLanguage>();

function languageOf(list: readonly string[], script: RegExp): PhraseLanguage {
  const known = languages.get(list);
  if (known !== undefined) return known;
  const spelling = new Map(list.map((word) => [wordKey(word), word]));
  const language = { list, spelling, hasCharacters: script === HAN };
  languages.set(list, language);
  return language;
}

/** The languages written in a script of the text. Their tables are made when first needed. */
export function languagesOf(text: string): readonly PhraseLanguage[] {
  return LISTS.filter(({ script }) => script.test(text)).map(({ list, script }) => languageOf(list, script));
}

/** The word of the list that the text is, or the only one that differs from it in one letter. */
export function nearestWord(text: string, { spelling, hasCharacters }: PhraseLanguage): string | null {
  const own = spelling.get(text);
  if (own !== undefined || hasCharacters || text.length < 4) return own ?? null;
  const near = [...spelling.keys()].filter(
    (word) => Math.abs(word.length - text.length) < 2 && leven(word, text) === 1,
  );
  return near.length === 1 ? (spelling.get(near[0]!) ?? null) : null;
}

/** The words that a text without spaces is made of, where there is one way only. */
export function splitWords(text: string, { spelling, hasCharacters }: PhraseLanguage): readonly string[] | null {
  if (hasCharacters || text.length < 7 || text.length > 240) return null;
  // Ways to read the text up to each position; two are as good as many.
  const ways: (readonly (readonly string[])[])[] = [[[]]];
  for (let end = 1; end <= text.length; end += 1) {
    const found: (readonly string[])[] = [];
    for (let length = 3; length <= Math.min(9, end) && found.length < 2; length += 1) {
      const word = text.slice(end - length, end);
      if (spelling.has(word)) found.push(...(ways[end - length] ?? []).map((before) => [...before, word]));
    }
    ways.push(found.slice(0, 2));
  }
  const whole = ways[text.length] ?? [];
  return whole.length === 1 ? (whole[0] ?? null) : null;
}

/** Versions that Electrum gives to seeds: standard, SegWit, and two-factor ones. */
const ELECTRUM = /^(?:01|100|101|102)/u;

function isElectrum(phrase: string, { list }: PhraseLanguage): boolean {
  const digest = createHmac('sha512', 'Seed version').update(phrase.normalize('NFKD')).digest('hex');
  return list === english && ELECTRUM.test(digest);
}

/** Whether the checksum of the words in this order holds: of BIP-39, or of Electrum. */
export function isValid(words: readonly string[], language: PhraseLanguage): boolean {
  // One word repeated is no phrase. A long text of it would take a checksum for each of its words.
  if (new Set(words).size === 1) return false;
  const phrase = words.join(' ');
  return validateMnemonic(phrase, [...language.list]) || (words.length === 12 && isElectrum(phrase, language));
}
