// Keys of known forms, and passwords next to a label.

import { labelPattern, labelsIn, plain } from '../../ocr/layout/labels.js';
import { rowsBelow } from '../../ocr/layout/near.js';
import type { Row, TextRange } from '../../ocr/layout/rows.js';
import type { Finder, Found } from './found.js';
import { entropyOf, KEY_SHAPES } from './key-shapes.js';

const KEY_SCORE = 0.95;
const PASSWORD_SCORE = 0.8;
const PIN_SCORE = 0.7;

function secret(kind: string, value: string, place: TextRange, score: number): Found {
  return { label: 'secret', value, places: [place], score, proved: false, more: { kind } };
}

function keysIn(row: Row): readonly Found[] {
  return KEY_SHAPES.flatMap(({ kind, pattern, minEntropy }) => {
    const key = pattern.exec(row.text);
    if (key === null || entropyOf(key[1] ?? key[2] ?? '') < minEntropy) return [];
    const place = { row, start: key.index, end: key.index + key[0].length };
    return [secret(kind, key[0], place, KEY_SCORE)];
  });
}

export const keys: Finder = (rows) => rows.flatMap(keysIn);

const PASSWORD_LABELS = labelPattern([
  ...[
    'password',
    'passwd',
    'passphrase',
    'pass code',
    'passcode',
    'pwd',
    'wifi key',
    'wpa key',
    'wpa2 key',
    'wireless key',
  ],
  ...['access token', 'auth token', 'api token', 'bearer token', 'client secret', 'secret access key', 'app secret'],
  ...['network key', 'security key', 'recovery key', 'secret key', 'api key'],
  ...['mot de passe', 'mdp', 'code wifi', 'clé wifi', 'clé wpa', 'clé de sécurité', 'code secret'],
  ...[
    'Passwort',
    'Kennwort',
    'WLAN-Schlüssel',
    'Netzwerkschlüssel',
    'Netzwerksicherheitsschlüssel',
    'Sicherheitsschlüssel',
  ],
  ...['contraseña', 'clave wifi', 'clave de acceso', 'senha', 'palavra-passe', 'chave wifi'],
  ...['parola chiave', 'chiave wifi', 'chiave di rete', 'wachtwoord', 'wifi code', 'wifi-wachtwoord', 'netwerksleutel'],
]);
const PIN_LABELS = labelPattern(['PIN', 'PIN code', 'code PIN', 'PIN-Code', 'Geheimzahl', 'PUK', 'pincode']);

/**
 * The text after the label: a colon or an equals sign, as the recogniser reads it, and the value up
 * to the next space.
 */
const AFTER_SIGN = /^\s{0,2}(?:\([^)]{0,20}\)\s?)?[:=：]\s*(\S{6,64})/u;
/**
 * Four or five digits, or the eight digits of a PUK. Six digits are a postcode in India, which is
 * called PIN there.
 */
const PIN_AFTER = /^\s{0,2}(?:n[°o.]{0,2}\s?)?[:=：]\s*(\d{4,5}|\d{8})(?![\p{L}\p{N}])/u;
/** A value on its own row, below the label or next to it. */
const WHOLE = /^\s*(\S{6,64})\s*$/u;

/**
 * At least two of: small letters, capitals, digits, punctuation. Not masked with stars, not a web
 * address, and not a word with punctuation.
 */
function looksChosen(value: string): boolean {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(value));
  if (/^[*•·.xX●_-]+$/u.test(value) || /^https?:|^www\./iu.test(value)) return false;
  const isWord = /^\p{Lu}?\p{Ll}+[.,;:!?)]*$/u.test(value);
  return kinds.length >= 2 && !isWord;
}

/** A value on its own row must not look like a word: it needs a digit. */
const looksRandom = (value: string): boolean => looksChosen(value) && /\p{N}/u.test(value) && /\p{L}/u.test(value);

function labelled(
  row: Row,
  labels: RegExp,
  after: RegExp,
): { readonly value: string; readonly place: TextRange } | null {
  for (const { 0: label, index } of labelsIn(plain(row.text), labels)) {
    const from = index + label.length;
    const value = after.exec(row.text.slice(from));
    if (value?.[1] === undefined) continue;
    const end = from + value.index + value[0].length;
    return { value: value[1], place: { row, start: end - value[1].length, end } };
  }
  return null;
}

function passwordsIn(row: Row, rows: readonly Row[]): readonly Found[] {
  const beside = labelled(row, PASSWORD_LABELS, AFTER_SIGN);
  if (beside !== null && looksChosen(beside.value)) {
    return [secret('password', beside.value, beside.place, PASSWORD_SCORE)];
  }
  const pin = labelled(row, PIN_LABELS, PIN_AFTER);
  if (pin !== null) return [secret('pin', pin.value, pin.place, PIN_SCORE)];
  return beside === null && endsWithLabel(row) ? passwordBelow(row, rows) : [];
}

/** Whether the row has nothing after its label. */
function endsWithLabel(row: Row): boolean {
  return labelsIn(plain(row.text), PASSWORD_LABELS).some(({ 0: label, index }) =>
    /^\s*[:=：]?\s*$/u.test(row.text.slice(index + label.length)),
  );
}

function passwordBelow(row: Row, rows: readonly Row[]): readonly Found[] {
  const [below] = rowsBelow(row, rows);
  const value = below === undefined ? undefined : WHOLE.exec(below.text)?.[1];
  if (below === undefined || value === undefined || !looksRandom(value)) return [];
  return [secret('password', value, { row: below, start: 0, end: below.text.length }, PIN_SCORE)];
}

export const passwords: Finder = (rows) => rows.flatMap((row) => passwordsIn(row, rows));
