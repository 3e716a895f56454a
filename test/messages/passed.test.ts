import { expect, test } from 'vitest';
import { passedText } from '../../src/messages/passed.js';

const BELOW = '2 files passed although flagged: what was found is below --fail-on high';

test.each([
  [passedText(2, 'high', false, true), BELOW],
  [passedText(2, 'high', true, false), `${BELOW}, or the service would not take it (--only-taken)`],
  [
    passedText(2, 'high', true, true),
    `${BELOW}, or the service would not take it (--only-taken; what is known of it is more than 180 days old)`,
  ],
  [passedText(1, 'never', true, true), '1 file passed although flagged: --fail-on is never'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
