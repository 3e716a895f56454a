// The number of a Chinese resident identity card: 18 characters, of which the last is a check digit
// (GB 11643, ISO 7064 MOD 11-2).
import * as ric from 'stdnum/lib/cjs/cn/ric.js';

const NUMBER = /(?<![\dA-Za-z])\d{6}\s?(?:19|20)\d{6}\s?\d{3}[\dXx×](?![\dA-Za-z])/gu;

export const CHINESE_ID = {
  test: (text: string): boolean =>
    (text.match(NUMBER) ?? []).some((number) => ric.validate(number.replace(/\s/g, '').replace(/[x×]/, 'X')).isValid),
};
