import { expect, test } from 'vitest';
import { REGISTRY } from '../../src/detectors/index.js';
import { findingWords, sentence } from '../../src/messages/findings.js';
import type { Detection, Evidence } from '../../src/types/detection.js';
import { detection } from '../helpers/sample-report.js';

test.each<[string, Evidence, Partial<Detection>, string]>([
  ['passport', {}, { proved: true }, 'Passport: machine-readable zone with valid check digits'],
  [
    'passport',
    { unchecked: ['name', 'country'] },
    { proved: true },
    'Passport: machine-readable zone with valid check digits; name and country only likely',
  ],
  ['identity-card', {}, {}, 'Identity card: machine-readable zone; check digits not confirmed'],
  ['payment-card-number', {}, { proved: true }, 'Payment card number: valid check digit and a known issuer'],
  ['iban', { country: 'FR' }, { proved: true }, 'IBAN: valid check digits (France)'],
  [
    'national-id',
    { country: 'US', kind: 'us-ssn' },
    {},
    'National ID number: labelled as one; not confirmed (United States)',
  ],
  ['secret', { kind: 'password' }, {}, 'Password or key: labelled as a password'],
  ['secret', { kind: 'toString' }, {}, 'Password or key: a key or token of an online service'],
  ['phone-number', {}, {}, 'Phone number: a valid number'],
  ['phone-number', { country: 'GB' }, {}, 'Phone number: a valid number (United Kingdom)'],
  ['phone-number', { country: '001' }, {}, 'Phone number: a valid number (001)'],
  ['child', { age: [4, 7] }, {}, 'Child: looks 4 to 7 years old'],
  ['child', { age: [0.6, 1.2] }, {}, 'Child: looks 1 year old'],
  ['child', {}, {}, 'Child: looks younger than 13'],
  ['child-unseen', {}, {}, 'Child: looks like a child; no clear face'],
  ['face', { age: [12, 19] }, {}, 'Face: may be a teenager; looks 12 to 19 years old'],
  ['financial', { kind: 'invoice' }, {}, 'Financial document: reads like an invoice'],
  ['payment-card', { kind: 'payment-card-back' }, {}, 'Payment card: reads like the back of a payment card'],
  ['screenshot', { kind: 'banking' }, {}, 'Screenshot: looks like a banking app'],
  ['receipt', { total: '3.30', date: '03/02/2026' }, {}, 'Receipt: total 3.30, dated 03/02/2026'],
  ['receipt', { total: '3.30', date: '00. 0.00' }, {}, 'Receipt: total 3.30'],
  ['receipt', { date: '02/30/2026' }, {}, 'Receipt: reads like a receipt'],
  ['receipt', { date: '2026-02-03' }, {}, 'Receipt: dated 2026-02-03'],
  ['receipt', { date: '02/28/26' }, {}, 'Receipt: dated 02/28/26'],
  ['receipt', { date: '3 février 2026' }, {}, 'Receipt: dated 3 février 2026'],
  ['receipt', { date: '00 mai 26' }, {}, 'Receipt: reads like a receipt'],
  ['wifi-password', { format: 'QRCode' }, {}, 'Wi-Fi password: network name and password, in a QR code'],
  ['code', { format: 'EAN13', kind: 'product' }, {}, 'Code: a product number, in a barcode (EAN13)'],
  ['trailing-data', { bytes: 51_000 }, {}, 'Trailing data: 51 kB of hidden extra data of unknown kind'],
  ['hidden-media', { what: 'sound', bytes: 1_200_000 }, {}, 'Hidden media: a sound recording (1.2 MB)'],
  ['face', { age: '•••' }, {}, 'Face: clear enough to recognise'],
  ['location', { latitude: 45.8, longitude: -4.8 }, {}, 'Location: near 45.8, -4.8'],
  ['location', { latitude: 45.76404, longitude: -0.00001 }, {}, 'Location: near 45.8, 0.0'],
  ['location', { latitude: '•••' }, {}, 'Location: coordinates'],
  ['person-name', { role: 'owner', names: ['A•••'] }, {}, 'Name of a person: names the camera’s owner'],
  [
    'person-name',
    { role: 'shown', names: ['A•••', 'B•••'] },
    {},
    'Name of a person: names 2 people shown in the photo',
  ],
  ['person-name', { role: 'toString' }, {}, 'Name of a person: names someone named in the metadata'],
  [
    'device-identity',
    { make: 'Canon', model: 'Canon EOS R6', serialNumber: '•••' },
    {},
    'Device identity: camera serial number (Canon EOS R6)',
  ],
  [
    'device-identity',
    { make: 'Apple', model: 'iPhone 14', uniqueIds: '•••' },
    {},
    'Device identity: a unique ID of the camera or the photo (Apple iPhone 14)',
  ],
  ['other-text', { tag: 'UserComment' }, {}, 'Other text: comment (UserComment)'],
  ['other-text', { tag: 'xmpMM:History' }, {}, 'Other text: editing history (xmpMM:History)'],
  ['other-text', { tag: 'Artist' }, {}, 'Other text: text in the tag Artist'],
  [
    'sidecar-person-name',
    { role: 'shown', kind: 'xmp' },
    {},
    'Sidecar file: name of someone shown in the photo, in its XMP file',
  ],
  [
    'face',
    {},
    { source: { picture: 'thumbnail', atMs: null } },
    'Face: clear enough to recognise, only in the embedded thumbnail',
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
  expect(words).toEqual({ subject: 'Child', detail: 'looks 4 to 7 years old, 2.3 s into the video' });
});

test('a label without words is its own subject, with nothing to say of it', () => {
  expect(findingWords('toString', detection('toString'))).toEqual({ subject: 'toString', detail: '' });
  expect(sentence({ subject: 'Child', detail: '' })).toBe('Child');
});
