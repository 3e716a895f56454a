// Labels as a recogniser reads them: with a few spaces and points lost or added between their
// letters.
import { expect, it } from 'vitest';
import { labelPattern, labelsIn } from '../../../src/ocr/layout/labels.js';

const LABELS = labelPattern(['pass code', 'Netzwerkschlüssel', 'pin']);
const found = (text: string) => labelsIn(text, LABELS).map(([label]) => label);

it('finds labels whose spaces were lost or added', () => {
  expect(found('passcode: 1, pa ss code: 2, p.i.n 3, netzwerk schlussel 4')).toEqual([
    'passcode',
    'pa ss code',
    'p.i.n',
    'netzwerk schlussel',
  ]);
});

it('does not match letters that are far apart', () => {
  expect(found('p..in')).toEqual(['p..in']);
  expect(found('p...in')).toEqual([]);
});

it('requires a short label to be a separate word, but not a long one', () => {
  expect(found('spinning')).toEqual([]);
  expect(found('meinnetzwerkschlusselx')).toEqual(['netzwerkschlussel']);
});

it('finds a short label if the rest of a longer one is too far away', () => {
  const births = labelPattern(['born on', 'born', 'code pin', 'pin']);
  const labels = (text: string) => labelsIn(text, births).map(([label]) => label);
  expect(labels('born - on')).toEqual(['born']);
  expect(labels('code - pin: 1234')).toEqual(['pin']);
});
