// Texts among bytes of any kind: in values that are no text as a whole, and between the parts of a
// block. Only those that say something are kept; binary data hold short words by chance.
import { readerOf } from './byte-reader.js';
import { placesInText } from './coordinates/text.js';

/** Bytes that are searched. */
const MAX_BYTES = 65_536;

/** The shortest mail address and pair of coordinates have some ten characters. */
const RUN = /[\t\n\r\x20-\x7e\xa0-\xff]{8,}|(?:[\t\n\r\x20-\x7e\xa0-\xff]\0){8,}|(?:\0[\t\n\r\x20-\x7e\xa0-\xff]){8,}/g;

const MAIL = /[\w.+-]{2,}@[\w-]{2,}(?:\.[\w-]{2,}){0,3}\.[a-z]{2,10}\b/i;
const PHONE = /(?<![\w+.])\+[1-9]\d{0,2}(?:[ ()/-]{0,2}\d{2,12}){2,6}(?![\w.])/;

export function tellingTexts(bytes: Uint8Array): string[] {
  const text = readerOf(bytes).latin1(0, Math.min(bytes.length, MAX_BYTES));
  return [...text.matchAll(RUN)].map(([run]) => run.replaceAll('\0', '').trim()).filter(isTelling);
}

/** Whether a text names a mail address, a number to call or a place. */
export function isTelling(text: string): boolean {
  return MAIL.test(text) || PHONE.test(text) || placesInText(text).places.length > 0;
}
