// Typical complete runs, from an empty folder to a phone full of photos.

import { problem } from '../../src/messages/problems.js';
import { RULES } from '../../src/rules/index.js';
import type { Detection } from '../../src/types/detection.js';
import type { PhotoResult } from '../../src/types/photo.js';
import type { ScanTarget } from '../../src/types/target.js';
import { detection, photoResult, type Run, troubled, video } from './sample-report.js';

const LYON = { latitude: 45.76404, longitude: 4.83566 };

const PASSPORT = detection(
  'passport',
  { documentNumber: 'L898902C3', name: 'ERIKSSON', birthDate: '1974-08-12', country: 'UTO' },
  { proved: true, score: 1 },
);

const FIVE: readonly PhotoResult[] = [
  photoResult('DCIM/IMG_1001.JPG', [PASSPORT, detection('location', LYON), detection('capture-time')]),
  photoResult('DCIM/IMG_1002.JPG', [
    detection('child', { age: [4, 7] }, { score: 0.973 }),
    detection('face', { age: [4, 7] }, { score: 0.991 }),
    detection('face', {}, { score: 0.9, region: { left: 900, top: 40, width: 200, height: 220 } }),
    detection('capture-time'),
  ]),
  photoResult('DCIM/IMG_1003.JPG', [detection('capture-time')], { takenAt: '2025-01-04T09:00:00' }),
  photoResult('DCIM/Screenshot_20250714.png', [detection('page', {}, { score: 0.7 })], {
    takenAt: '2025-07-14',
    takenAtSource: 'filename',
  }),
  troubled('DCIM/IMG_0007.JPG', 'truncated', { examination: 'none', takenAt: null, takenAtSource: 'none' }),
];

/** Rules of a narrowed run; none of them finds the child of FIVE. */
const NARROWED = ['document/passport', 'code/wifi-password', 'metadata/capture-time'];

const HASHED = 'backup/a9/a993e364706816aba3e25717850c26c9cd0d89d0';

function target(path: string): ScanTarget {
  return photoResult(path).target;
}

const HOSTILE_NAME = 'DCIM/nl\nESC\u001b[31m\u202eGPJ.exe\u0085.jpg';

/** Kinds of runs by name; every reporter has a golden for each. */
export const RUNS: Readonly<Record<string, Run>> = {
  empty: { results: [], elapsedMs: 12, ignored: ['pdf', 'json', 'pdf'] },
  five: { results: FIVE, elapsedMs: 2_140, ignored: ['json'], notOpened: ['pdf', 'zip', 'pdf'] },
  decided: {
    results: FIVE,
    elapsedMs: 2_140,
    // The worst finding of each photo is accepted, the second one is in the baseline.
    decided: ([worst = '', second = '']) => ({
      decisions: new Map([[worst, { on: '2025-07-14', until: '2026-07-14', reason: 'mine, \u202eposted' }]]),
      known: new Set([second]),
    }),
  },
  similar: {
    results: [
      photoResult('DCIM/IMG_1.JPG', [detection('child')], { hash: 'f0f0a5a53c3c9696' }),
      photoResult('DCIM/IMG_1 (1).JPG', [detection('child')], { hash: 'f0f0a5a53c3c9697' }),
      photoResult('DCIM/IMG_2.JPG', [], { hash: '0f0f5a5ac3c36969' }),
    ],
    elapsedMs: 2_140,
  },
  narrowed: { results: FIVE, elapsedMs: 2_140, rules: RULES.filter(({ id }) => NARROWED.includes(id)) },
  safe: {
    results: [1, 2, 3].map((n) => photoResult(`DCIM/IMG_000${n}.HEIC`, [], { takenAt: '2024-02-03T10:00:00' })),
    fast: true,
    elapsedMs: 900,
  },
  unreadable: {
    results: [troubled('a/IMG_1.JPG', 'empty'), troubled('a/IMG_2.JPG', 'corrupt'), video('a/VID_3.MP4', '2025-07-03')],
    met: [problem('a/private', 'folder-unreadable')],
    roots: ['a'],
    elapsedMs: 300,
  },
  backup: {
    results: [
      photoResult(HASHED, [PASSPORT], {
        target: { ...target(HASHED), originalPath: 'Media/DCIM/100APPLE/IMG_1001.JPG' },
      }),
      photoResult('backup/a9/notes.jpg'),
    ],
    met: [problem('old backup', 'backup-encrypted')],
    roots: ['backup', 'old backup'],
    elapsedMs: 300,
  },
  hostile: {
    results: [
      photoResult(
        HOSTILE_NAME,
        [
          detection('device-identity', { make: 'Evil\u001b]0;x\u0007', model: 'M\u202e1', serialNumber: '123456' }),
          detection('other-text', { tag: 'Com\u001b[2Jment\u2028', value: 'secret' }),
        ],
        { target: { ...target(HOSTILE_NAME), originalPath: `Media/\u001b]0;x\u0007${'long/'.repeat(40)}\u202e1.JPG` } },
      ),
      troubled(`DCIM/写真/${'とても長い名前'.repeat(12)}.heic`, 'corrupt'),
    ],
    roots: ['DCIM\u0007'],
    ignored: ['p\u001bdf'],
  },
  phone: { results: phone(3_120), ignored: ['json', 'pdf', 'json'], elapsedMs: 372_000 },
};

/**
 * The camera roll of a phone over some years; every number is a function of the index of the photo.
 */
function phone(photos: number): PhotoResult[] {
  const results = Array.from({ length: photos }, (_, n) => phonePhoto(n));
  for (let n = 0; n < 41; n++)
    results.push(video(`DCIM/Camera/VID_2025${pad(1 + (n % 7))}${pad(1 + (n % 28))}_${1000 + n}.mp4`));
  results.push(troubled('DCIM/Camera/IMG_0007.JPG', 'truncated', { examination: 'partial', sha256: 'ab'.repeat(32) }));
  results.push(troubled('DCIM/Camera/IMG_0008.JPG', 'empty'));
  return results;
}

function phonePhoto(n: number): PhotoResult {
  const day = new Date(Date.UTC(2019, 4, 1) + n * 63_000_000).toISOString().slice(0, 10);
  const found: Detection[] = [detection('capture-time')];
  const town = n % 13 === 0 ? n % 7 : 0;
  if (n % 4 !== 0) found.push(detection('location', { latitude: 45.76404 + town, longitude: 4.83566 - town }));
  if (n % 10 === 3) found.push(detection('face', { age: [25, 40] }, { score: 0.6 + (n % 40) / 100 }));
  if (n % 70 === 5) found.push(detection('face-unclear', {}, { score: 0.55 }));
  if (n % 97 === 3) found.push(detection('child', { age: [4, 7] }, { score: 0.81 + (n % 18) / 100 }));
  if (n === 1001) found.push(PASSPORT);
  if (n % 800 === 77)
    found.push(detection('payment-card-number', { value: '4111 1111 1111 1111' }, { proved: true, score: 1 }));
  if (n % 50 === 9) found.push(detection('page', {}, { score: 0.5 + (n % 45) / 100 }));
  if (n % 300 === 11)
    found.push(detection('device-identity', { make: 'Canon', model: 'Canon EOS R6', serialNumber: '0123456' }));
  if (n % 900 === 17) found.push(detection('person-name', { names: ['Anna Eriksson'], role: 'owner' }));
  const isDated = n % 60 !== 1;
  return photoResult(`DCIM/Camera/IMG_${day.replaceAll('-', '')}_${pad(n, 6)}.jpg`, isDated ? found : found.slice(1), {
    takenAt: isDated ? `${day}T12:00:00` : null,
    takenAtSource: isDated ? 'exif' : 'none',
  });
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}
