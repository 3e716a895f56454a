// Settings of programs, as on a terminal or in a file: `NAME=value`, `"name": "value"`,
// `name: value`, and addresses with a password inside.
import type { Row } from '../../../ocr/layout/rows.js';
import type { Finder, Found } from '../found.js';
import { entropyOf } from '../key-shapes.js';
import { isNoValue, looksChosen, looksRandom } from './values.js';

/**
 * A name in one word, its sign and its value. Signs that the recogniser drops or adds are allowed
 * for: quotes, a space in place of an underscore.
 */
const VALUE = /(=>|:=|=|:)\s?["'“”`]?([^\s"'“”`,;]{4,256})/gu;
const NAME = /([A-Za-z][\w.\- ]{1,60})["'”]?\s?$/u;
const NAME_LENGTH = 64;

/** Ends of names, in capitals and without signs: `DB_PASSWORD`, `stripeSecretKey`. */
const SECRET_NAME =
  /(?:PASSWORD|PASSWD|PASSWORT|PWD|DBPASS|PASSPHRASE|SECRET|SECRETKEY|ACCESSKEY|ACCESSKEYID|APIKEY|PRIVATEKEY|AUTHKEY|SIGNINGKEY|ENCRYPTIONKEY|MASTERKEY|ACCOUNTKEY|CLIENTKEY|STRIPEKEY|LICENSESECRET|TOKEN|AUTHTOKEN|CREDENTIALS?|APPKEY|JWTSECRET|WEBHOOKSECRET|COOKIESECRET|SALT|MNEMONIC|SECRETACCESSKEY|CONNECTIONSTRING)$/u;

/** Names that prose has before a colon, too. */
const WORD_NAME = /^(?:SECRET|TOKEN|CREDENTIALS?|SALT|MNEMONIC)$/u;
/** A call or a type in the code of a program. */
const CODE = /\(|\)$|^[A-Za-z_]+(?:\.[A-Za-z_]+)+;?$/u;

/** A password has fewer bits per character, because it is short. */
const MIN_ENTROPY = 2.2;
const SCORE = 0.85;

/** Capitals without signs; the recogniser takes O for 0 in capitals. */
const nameOf = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll('0', 'O')
    .replace(/[^A-Z1-9]/gu, '');

function isSecret(name: string, sign: string, value: string): boolean {
  if (!SECRET_NAME.test(nameOf(name)) || isNoValue(value) || CODE.test(value)) return false;
  if (
    sign === ':' &&
    WORD_NAME.test(nameOf(name.split(' ').at(-1) ?? '')) &&
    (value.length < 12 || entropyOf(value) < 3)
  )
    return false;
  // A colon is a sign of prose too; there the value must be random.
  const isValue =
    sign === ':' ? looksRandom(value) && value.length >= 6 : looksChosen(value) || /^\d{4,}$/u.test(value);
  return isValue && entropyOf(value) >= MIN_ENTROPY;
}

function settingsIn(row: Row): readonly Found[] {
  return [...row.text.matchAll(VALUE)].flatMap(({ 0: whole, 1: sign = '', 2: value = '', index }) => {
    const name = NAME.exec(row.text.slice(Math.max(0, index - NAME_LENGTH), index))?.[1] ?? '';
    if (!isSecret(name, sign, value)) return [];
    const end = index + whole.length;
    return [found('password', value, row, end - value.length, end)];
  });
}

/** `postgres://user:password@host`, and `Authorization: Bearer ...`. */
const WITH_PASSWORD = /[a-z][a-z0-9+]{1,20}:\/\/[^\s:@/]{0,40}:([^\s@/]{3,80})@[\w.-]{3,}/giu;
const BEARER = /\b(?:Bearer|Basic|token)\s+([A-Za-z0-9+/=._-]{20,})/gu;

function addressesIn(row: Row): readonly Found[] {
  return [...row.text.matchAll(WITH_PASSWORD), ...row.text.matchAll(BEARER)].flatMap(
    ({ 0: whole, 1: value = '', index }) => {
      const start = index + whole.indexOf(value);
      const isReal = !isNoValue(value) && !/^(?:pass(?:word)?|pw|pwd|secret)$/iu.test(value) && entropyOf(value) >= 1.5;
      return isReal ? [found('password', value, row, start, start + value.length)] : [];
    },
  );
}

function found(kind: string, value: string, row: Row, start: number, end: number): Found {
  return { label: 'secret', value, places: [{ row, start, end }], score: SCORE, proved: false, more: { kind } };
}

export const settings: Finder = (rows) => rows.flatMap((row) => [...settingsIn(row), ...addressesIn(row)]);
