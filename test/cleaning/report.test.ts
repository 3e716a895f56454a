// What the report on clean copies states.
import { expect, it } from 'vitest';
import type { Cleaned } from '../../src/cleaning/cleaned.js';
import { type CleanReportHead, cleanReportText } from '../../src/cleaning/report.js';

const HEAD: CleanReportHead = { into: 'out', isDryRun: false, areNamesKept: true, areTimesKept: true, notOpened: [] };
const NOTHING = { removed: {}, remaining: {}, reasons: [], isEncodedAnew: false };
const written: Cleaned = { ...NOTHING, path: 'in/a.jpg', outcome: 'written', copy: 'in/a.jpg' };
const refused: Cleaned = {
  ...NOTHING,
  path: 'in/b.jpg',
  outcome: 'not-clean',
  copy: null,
  reasons: ['metadata/location'],
};

const text = (files: readonly Cleaned[], head = HEAD, width = Number.POSITIVE_INFINITY) =>
  cleanReportText(head, files, new Map(), width);

it('states that copies were scanned only where there are any', () => {
  expect(text([written])).toContain('of 1 file; each was scanned and nothing that had to go was found.');
  expect(text([refused])).toContain('0 clean copies were written of 1 file. 1 file has no clean copy');
});

it('names folders with files that were not opened', () => {
  const notOpened = [{ folder: 'in', kinds: { zip: 1 } }];
  expect(text([written], { ...HEAD, notOpened })).toMatch(/NOT COPIED\nin\n {4}1 zip file was not opened/);
});

it('has each file on one line where there is no terminal', () => {
  const path = `in/${'long name '.repeat(20)}.jpg`;
  expect(text([{ ...written, path, copy: path }]).split('\n')[0]).toBe(`${path}  ->  out/${path}`);
});
