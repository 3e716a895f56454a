import { expect, test } from 'vitest';
import { detailOf, sayFinding } from '../../src/messages/findings.js';
import type { Detection, Evidence } from '../../src/types/detection.js';
import { detection } from '../helpers/sample-report.js';

test.each<[string, string, Evidence, Partial<Detection>, string]>([
  ['passport', 'passport', {}, { proved: true }, 'Passport: machine-readable zone with valid check digits'],
  ['identity card', 'identity-card', {}, {}, 'Identity card: machine-readable zone, check digits not confirmed'],
  [
    'card number',
    'payment-card-number',
    {},
    { proved: true },
    'Payment card number: valid check digit and a known issuer',
  ],
  ['IBAN', 'iban', { country: 'FR' }, { proved: true }, 'IBAN: valid check digits, of FR'],
  [
    'national number',
    'national-id',
    { country: 'US', kind: 'us-ssn' },
    {},
    'National number: reads like one, beside its label, of US',
  ],
  ['secret', 'secret', { kind: 'password' }, {}, 'Secret: a password beside its label'],
  ['secret', 'secret', { kind: 'toString' }, {}, 'Secret: a key or token of a service'],
  ['telephone number', 'phone-number', {}, {}, 'Telephone number: valid in the numbering plan'],
  ['child', 'child', { age: [4, 7] }, {}, 'Child: about 4 to 7 years'],
  ['child', 'child', { age: [0.6, 1.2] }, {}, 'Child: about 1 year'],
  ['child', 'child', {}, {}, 'Child: looks younger than 13'],
  ['face', 'face', { age: '•••' }, {}, 'Face: clear enough to recognise'],
  ['location', 'location', { latitude: 45.8, longitude: -4.8 }, {}, 'Location: near 45.8, -4.8'],
  ['location', 'location', { latitude: 45.76404, longitude: -0.00001 }, {}, 'Location: near 45.8, 0.0'],
  ['location', 'location', { latitude: '•••' }, {}, 'Location: coordinates'],
  ['person name', 'person-name', { role: 'owner', names: ['A•••'] }, {}, 'Person name: of the camera’s owner'],
  ['person name', 'person-name', { role: 'shown', names: ['A•••', 'B•••'] }, {}, 'Person name: of 2 people shown'],
  ['person name', 'person-name', { role: 'toString' }, {}, 'Person name: in the metadata'],
  [
    'device identity',
    'device-identity',
    { make: 'Canon', model: 'Canon EOS R6', serialNumber: '•••' },
    {},
    'Device identity: serial number of the camera, Canon EOS R6',
  ],
  [
    'device identity',
    'device-identity',
    { make: 'Apple', model: 'iPhone 14', uniqueIds: '•••' },
    {},
    'Device identity: an id of its own, Apple iPhone 14',
  ],
  ['other text', 'other-text', { tag: 'UserComment' }, {}, 'Other text: tag UserComment'],
  [
    'face',
    'face',
    {},
    { source: { picture: 'thumbnail', atMs: null } },
    'Face: clear enough to recognise, seen only in the embedded thumbnail',
  ],
])('%s, label %s with %j %j', (title, label, evidence, more, said) => {
  expect(sayFinding(title, detection(label, evidence, more))).toBe(said);
});

test('a sentence never holds what a mask hides, even where values are shown whole', () => {
  const SECRET = 'QZX7431';
  const evidence = Object.fromEntries(
    [
      'documentNumber',
      'name',
      'mrz',
      'birthDate',
      'value',
      'text',
      'serialNumber',
      'lensSerialNumber',
      'names',
      'uniqueIds',
    ].map((key) => [key, SECRET]),
  );
  for (const label of [
    'passport',
    'payment-card-number',
    'iban',
    'national-id',
    'secret',
    'phone-number',
    'email-address',
    'postal-address',
    'date-of-birth',
    'licence-plate',
    'person-name',
    'device-identity',
    'other-text',
    'child',
    'page',
  ]) {
    expect(sayFinding('title', detection(label, evidence))).not.toContain(SECRET);
  }
});

test('the detail is what comes after the subject', () => {
  expect(detailOf('Child: about 4 to 7 years')).toBe('about 4 to 7 years');
  expect(detailOf('Child')).toBe('Child');
});
