// Texts among bytes of any kind: in values that are no text as a whole, and between the parts of a
// block. Only those that say something are kept; binary data hold short words by chance.
import { readerOf } from './byte-reader.js';
import { placesInText } from './coordinates/text.js';

/** Bytes that are searched. */
const MAX_BYTES = 65_536;

/** The shortest mail address and pair of coordinates have some ten characters. */
const RUN = /[\t\n\r\x20-\x7e\xa0-\xff]{8,}|(?:[\t\n\r\x20-\x7e\xa0-\xff]\0){8,}|(?:\0[\t\n\r\x20-\x7e\xa0-\xff]){8,}/g;

const MAIL = /[\w.+-]{2,}@[\w-]{2,}(?:\.[\w-]{2,}){0,3}\.[a-z]{2,10}\b/i;
const PHONE = /(?<![\w+.])\+(?=[1-9](?:[ ()/-]{0,2}\d){7,14}(?![\w.]))/;

/** An account, a key of a known form, a secret after its label: the finders judge which. */
const ACCOUNT = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/;
const KEY = /\b(?:AKIA|ASIA|AIza|gh[a-z]_|github_pat_|glpat-|sk-|[rs]k_live_|xox[a-z]-|eyJ)[\w-]{12,}/;
const SECRET =
  /\b(?:pass(?:word|wort|phrase)?|kennwort|pwd|(?:api|secret|private|access)[ _-]?key|token)["']?\s*[:=]\s*\S{6}/i;

export function tellingTexts(bytes: Uint8Array): string[] {
  const text = readerOf(bytes).latin1(0, Math.min(bytes.length, MAX_BYTES));
  return [...text.matchAll(RUN)].map(([run]) => run.replaceAll('\0', '').trim()).filter(isTelling);
}

/** Whether a text may hold a mail address, a number to call, an account, a secret or a place. */
export function isTelling(text: string): boolean {
  return [MAIL, PHONE, ACCOUNT, KEY, SECRET].some((form) => form.test(text)) || placesInText(text).places.length > 0;
}
