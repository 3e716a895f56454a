// Every label of the vocabulary finds a value of its kind, in each way in which they are printed.
import { expect, test } from 'vitest';
import { labelledSecrets } from '../../../../src/detectors/printed-values/secrets/labelled.js';
import { recoveryCodes } from '../../../../src/detectors/printed-values/secrets/recovery-codes.js';
import { type LabelKind, VOCABULARY } from '../../../../src/detectors/printed-values/secrets/vocabulary.js';
import { joinRows } from '../../../../src/ocr/layout/rows.js';
import { page } from '../lines.js';

const VALUES: Readonly<Record<Exclude<LabelKind, 'recovery-codes' | 'recovery-phrase'>, string>> = {
  password: 'Kx7!rabbit',
  'short-password': 'Kx7!rabbit',
  'access-word': 'Kx7!rabbit',
  'network-key': '48209137720185563914',
  'local-key': '48209137720185563914',
  pin: '4821',
  'entry-code': '48213',
  token: 'q8Z2vN4xB7mK1tR9wY3c',
  'setup-key': 'JBSW Y3DP EHPK 3PXP',
  'recovery-key': 'XKF4-9QRT-72BN-MWP3',
};
const CODES = ['8f3a2-9d1c7 b72e0-4ac19', '1d9f6-e03b8 77c4a-20fd5'];

const found = (...texts: readonly string[]) => labelledSecrets(joinRows(page(...texts))).map(({ value }) => value);

test.each(Object.entries(VALUES))('%s', (kind, value) => {
  const labels = VOCABULARY[kind as LabelKind];
  const missed = labels.filter((label) => found('SSID: Home', `${label}: ${value}`)[0] !== value);
  expect(missed).toEqual([]);
});

test.each(['password', 'network-key', 'pin', 'entry-code'] as const)('%s, with the value below', (kind) => {
  const missed = VOCABULARY[kind].filter((label) => found('SSID: Home', label, VALUES[kind])[0] !== VALUES[kind]);
  expect(missed).toEqual([]);
});

test('lists of codes', () => {
  const missed = VOCABULARY['recovery-codes'].filter(
    (label) => recoveryCodes(joinRows(page(label, ...CODES))).length !== 1,
  );
  expect(missed).toEqual([]);
});
