import { expect, test } from 'vitest';
import { notOpenedText } from '../../src/messages/not-opened.js';

test.each([
  [{ pdf: 1 }, '1 pdf file was not opened and may hold photos; open it and check it yourself'],
  [{ pdf: 2 }, '2 pdf files were not opened and may hold photos; open them and check them yourself'],
  [{ zip: 1 }, '1 zip file was not opened and may hold photos; unpack it, then scan the result'],
  [{ rar: 1, zip: 1 }, '1 rar and 1 zip files were not opened and may hold photos; unpack them, then scan the result'],
  [
    { pdf: 2, zip: 2 },
    '2 pdf and 2 zip files were not opened and may hold photos; check the PDF files yourself, unpack the archives and scan the results',
  ],
])('%j', (kinds, text) => {
  expect(notOpenedText(kinds)).toBe(text);
});
