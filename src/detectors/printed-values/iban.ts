// IBANs: country, length and structure by the registry, and the check digits modulo 97 (ISO 13616).
// All by ibantools.
import { countrySpecs, isValidIBAN } from 'ibantools';
import { continuations, rangesInRows } from '../../ocr/layout/joined.js';
import type { Row } from '../../ocr/layout/rows.js';
import type { Finder, Found } from './found.js';

/**
 * Letters that the recogniser reads in place of digits, and the reverse. Corrected only if all
 * check digits hold afterwards.
 */
const AS_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};
const AS_LETTER: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '6': 'G', '8': 'B' };
/** Maximum number of corrected characters. Each correction makes a match by chance more likely. */
const MAX_REPAIRS = 3;
/** Allowed between two characters of one number. */
const SEPARATOR = /[\s.\-·–]/;

type Kind = 'digit' | 'letter' | 'either';

/** The kind of character at each position of a country's IBAN. Null for a country without IBANs. */
function placesOf(country: string): readonly Kind[] | null {
  const spec = (countrySpecs as Readonly<Record<string, { chars: number | null; bban_regexp: string | null }>>)[
    country
  ];
  if (!spec?.bban_regexp || !spec.chars) return null;
  const account = [...spec.bban_regexp.matchAll(/\[([A-Z0-9-]+)\]\{(\d+)\}/g)].flatMap(([, set, count]) =>
    Array<Kind>(Number(count)).fill(set === '0-9' ? 'digit' : set === 'A-Z' ? 'letter' : 'either'),
  );
  return account.length + 4 === spec.chars ? ['letter', 'letter', 'digit', 'digit', ...account] : null;
}

/**
 * The characters corrected to the kinds that the positions require, and the number of corrections.
 * Null if a character cannot be corrected.
 */
function repaired(
  characters: string,
  places: readonly Kind[],
): { readonly text: string; readonly repairs: number } | null {
  let text = '';
  let repairs = 0;
  for (const [index, kind] of places.entries()) {
    const character = characters[index] ?? '';
    const isFit = kind === 'either' || (kind === 'digit' ? /\d/ : /[A-Z]/).test(character);
    const fitting = isFit ? character : (kind === 'digit' ? AS_DIGIT : AS_LETTER)[character];
    if (fitting === undefined || fitting === '') return null;
    if (!isFit) repairs += 1;
    text += fitting;
  }
  return { text, repairs };
}

interface CharacterRun {
  readonly characters: string;
  /** Index in the text of each character. */
  readonly at: readonly number[];
}

/** Characters of the longest IBAN (ISO 13616). */
const LONGEST = 34;

/**
 * The letters and digits from `start` on, up to the first character that is neither one of them nor
 * a separator.
 */
function charactersFrom(text: string, start: number): CharacterRun {
  const at: number[] = [];
  let characters = '';
  for (let index = start; index < text.length && at.length < LONGEST; index += 1) {
    const character = text[index]!.toUpperCase();
    if (/^[A-Z0-9]$/.test(character)) {
      characters += character;
      at.push(index);
    } else if (!SEPARATOR.test(character)) break;
  }
  return { characters, at };
}

/** An IBAN that begins at `start`; `end` is exclusive. */
function ibanAt(text: string, start: number): { readonly value: string; readonly end: number } | null {
  const { characters, at } = charactersFrom(text, start);
  const places = placesOf(characters.slice(0, 2));
  if (places === null || characters.length < places.length) return null;
  const end = at[places.length - 1]! + 1;
  if (/^[\p{L}\p{N}]/u.test(text.slice(end))) return null;
  const read = repaired(characters, places);
  return read !== null && read.repairs <= MAX_REPAIRS && isValidIBAN(read.text) ? { value: read.text, end } : null;
}

/**
 * Where a number can begin: at the start of a word, or right after a label that the recogniser
 * joined to it.
 */
const BEGINNING = /(?<![\p{L}\p{N}])(?:IBAN)?(?=[A-Z]\s?[A-Z]\s?[A-Z0-9])/giu;

function inRow(row: Row, rows: readonly Row[]): readonly Found[] {
  return [...row.text.matchAll(BEGINNING)].flatMap(({ 0: label, index }): Found[] => {
    const start = index + label.length;
    if (placesOf(charactersFrom(row.text, start).characters.slice(0, 2)) === null) return [];
    // First within the row. Otherwise the number may continue right of it or below.
    for (const joined of [{ text: row.text, rows: [row] }, ...continuations(row, rows)]) {
      const read = ibanAt(joined.text, start);
      if (read === null) continue;
      const places = rangesInRows(joined, start, read.end);
      return [
        { label: 'iban', value: read.value, places, score: 1, proved: true, more: { country: read.value.slice(0, 2) } },
      ];
    }
    return [];
  });
}

export const ibans: Finder = (rows) => rows.flatMap((row) => inRow(row, rows));
