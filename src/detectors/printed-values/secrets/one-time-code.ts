// Codes that a service sends for one sign-in: in a message, a mail or a notification.

import { plain } from '../../../ocr/layout/labels.js';
import { rowsBelow } from '../../../ocr/layout/near.js';
import type { Row } from '../../../ocr/layout/rows.js';
import type { Finder, Found } from '../found.js';

/** Words of such messages, as `plain` returns them. */
const WORDS = [
  ...['(?:verification|login|log-in|sign-in|security|confirmation|authentication|one-time|2fa|activation) code'],
  ...[
    'one-time (?:password|passcode|pin)',
    '\\botp\\b',
    'your [a-z0-9&. ]{2,20} code',
    'is your [a-z0-9&. ]{0,20}code',
  ],
  ...['your code(?: is)?', 'code is', 'verify your', "don't share (?:this|it|the) ?(?:code)?", 'never share this code'],
  ...['(?:bestatigungs|verifizierungs|sicherheits|anmelde|einmal|login|freischalt)-?code', 'dein [a-z ]{0,16}code'],
  ...['ihr [a-z ]{0,16}code', 'einmalpasswort', 'm-?tan', 'sms-?tan', '\\btan\\b'],
  ...[
    'code (?:de )?(?:verification|confirmation|securite|validation|connexion)',
    'votre code',
    'ton code',
    'code a usage unique',
  ],
  ...['codigo de (?:verificacion|confirmacion|seguridad|verificacao|confirmacao|seguranca)', 'tu codigo', 'su codigo'],
  ...['seu codigo', 'o teu codigo', 'codice di (?:verifica|conferma|sicurezza)', 'il tuo codice', 'codice otp'],
  ...['verificatiecode', 'bevestigingscode', 'beveiligingscode', 'inlogcode', 'je code', 'uw code', 'eenmalige code'],
  ...['验证码', '校验码', '驗證碼', '动态码'],
];
const ANNOUNCED = new RegExp(WORDS.map((words) => words.replaceAll(' ', '\\s?')).join('|'), 'u');
/** Codes that replace a second factor work until they are used. */
const LASTING = /recovery|backup|wiederherstell|recupera|secours|respaldo|ripristino|herstel/u;
/** Four to eight digits, in one or two groups; `G-` of Google. */
const CODE =
  /(?:(?<=\p{Ll}{2})|(?<![\p{L}\p{N}€$£.,/+-]))((?:[A-Z]{1,2}-)?\d{4,8}|\d{3}[ -]\d{3})(?![\p{L}\p{N}%€$£]|[.,:/-]\d)/gu;
const YEAR = /^(?:19|20)\d\d$/u;

/** The rule shows it with a low severity: it works for minutes. */
const SCORE = 0.6;

const codesIn = ({ text }: Row) =>
  [...text.matchAll(CODE)]
    .filter(({ 1: code = '' }) => !YEAR.test(code))
    .map(({ 1: code = '', index }) => ({ code, index }));

/** Whether a row announces a code for one sign-in. */
export function announcesOneTimeCode(row: Row): boolean {
  const text = plain(row.text);
  return ANNOUNCED.test(text) && !LASTING.test(text);
}

/**
 * The row, and the two below: a message is wrapped anywhere, and a mail shows its code large below.
 */
function rowsFrom(row: Row, rows: readonly Row[]): readonly Row[] {
  const [next] = rowsBelow(row, rows);
  const [last] = next === undefined ? [] : rowsBelow(next, rows);
  return [row, next, last].filter((one) => one !== undefined);
}

export const oneTimeCodes: Finder = (rows) =>
  rows.filter(announcesOneTimeCode).flatMap((announcing): readonly Found[] => {
    for (const row of rowsFrom(announcing, rows)) {
      const [first] = codesIn(row);
      if (first === undefined) continue;
      const place = { row, start: first.index, end: first.index + first.code.length };
      return [{ label: 'one-time-code', value: first.code, places: [place], score: SCORE, proved: false, more: {} }];
    }
    return [];
  });
