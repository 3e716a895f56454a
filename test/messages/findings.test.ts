import { expect, test } from 'vitest';
import { REGISTRY } from '../../src/detectors/index.js';
import { findingWords, sentence } from '../../src/messages/findings.js';
import type { Detection, Evidence } from '../../src/types/detection.js';
import { detection } from '../helpers/sample-report.js';

test.each<[string, Evidence, Partial<Detection>, string]>([
  ['passport', {}, { proved: true }, 'Passport: machine-readable zone with valid check digits'],
  ['identity-card', {}, {}, 'Identity card: machine-readable zone, check digits not confirmed'],
  ['payment-card-number', {}, { proved: true }, 'Payment card number: valid check digit and a known issuer'],
  ['iban', { country: 'FR' }, { proved: true }, 'IBAN: valid check digits, of FR'],
  ['national-id', { country: 'US', kind: 'us-ssn' }, {}, 'National number: reads like one, beside its label, of US'],
  ['secret', { kind: 'password' }, {}, 'Secret: a password beside its label'],
  ['secret', { kind: 'toString' }, {}, 'Secret: a key or token of a service'],
  ['phone-number', {}, {}, 'Telephone number: valid in the numbering plan'],
  ['child', { age: [4, 7] }, {}, 'Child: about 4 to 7 years'],
  ['child', { age: [0.6, 1.2] }, {}, 'Child: about 1 year'],
  ['child', {}, {}, 'Child: looks younger than 13'],
  ['face', { age: '•••' }, {}, 'Face: clear enough to recognise'],
  ['location', { latitude: 45.8, longitude: -4.8 }, {}, 'Location: near 45.8, -4.8'],
  ['location', { latitude: 45.76404, longitude: -0.00001 }, {}, 'Location: near 45.8, 0.0'],
  ['location', { latitude: '•••' }, {}, 'Location: coordinates'],
  ['person-name', { role: 'owner', names: ['A•••'] }, {}, 'Person name: of the camera’s owner'],
  ['person-name', { role: 'shown', names: ['A•••', 'B•••'] }, {}, 'Person name: of 2 people shown'],
  ['person-name', { role: 'toString' }, {}, 'Person name: in the metadata'],
  [
    'device-identity',
    { make: 'Canon', model: 'Canon EOS R6', serialNumber: '•••' },
    {},
    'Device identity: serial number of the camera, Canon EOS R6',
  ],
  [
    'device-identity',
    { make: 'Apple', model: 'iPhone 14', uniqueIds: '•••' },
    {},
    'Device identity: an id of its own, Apple iPhone 14',
  ],
  ['other-text', { tag: 'UserComment' }, {}, 'Other text: tag UserComment'],
  [
    'face',
    {},
    { source: { picture: 'thumbnail', atMs: null } },
    'Face: clear enough to recognise, seen only in the embedded thumbnail',
  ],
])('%s with %j %j', (label, evidence, more, expected) => {
  expect(sentence(findingWords(label, detection(label, evidence, more)))).toBe(expected);
});

test('words never hold what a mask hides, even where values are shown whole', () => {
  const SECRET = 'QZX7431';
  for (const { labels } of REGISTRY) {
    for (const [label, masks] of Object.entries(labels)) {
      const masked = Object.entries(masks).filter(([, mask]) => mask !== 'shown');
      const evidence = Object.fromEntries([...masked.map(([key]) => [key, SECRET]), ['undeclared', SECRET]]);
      expect(sentence(findingWords(label, detection(label, evidence))), label).not.toContain(SECRET);
    }
  }
});

test('subject and detail are apart, and the source belongs to the detail', () => {
  const words = findingWords(
    'child',
    detection('child', { age: [4, 7] }, { source: { picture: 'video', atMs: 2340 } }),
  );
  expect(words).toEqual({ subject: 'Child', detail: 'about 4 to 7 years, at second 2.3 of the video' });
});

test('a label without words is its own subject, with nothing to say of it', () => {
  expect(findingWords('toString', detection('toString'))).toEqual({ subject: 'toString', detail: '' });
  expect(sentence({ subject: 'Child', detail: '' })).toBe('Child');
});
