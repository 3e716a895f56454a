import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../src/findings/judge.js';
import { coverageOf } from '../../src/rules/coverage.js';
import { RULES } from '../../src/rules/index.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { Detection } from '../../src/types/detection.js';
import type { PhotoResult } from '../../src/types/photo.js';
import type { PhotoReport } from '../../src/types/report.js';
import { AS_OF, detection, photoResult, troubled } from '../helpers/sample-report.js';

const OPTIONS = { rules: RULES, coverage: coverageOf(RULES, RULES), services: [META_CAMERA_ROLL], asOf: AS_OF };

function judged(detections: readonly Detection[], more: Partial<PhotoResult> = {}): PhotoReport {
  return judge(photoResult('a.jpg', detections, more), OPTIONS) as PhotoReport;
}

function face(left: number, top: number, score = 0.9): Detection {
  return detection('face', {}, { score, region: { left, top, width: 10, height: 10 } });
}

test('a photo that was not examined at all has no report', () => {
  expect(judge(troubled('a.jpg', 'empty'), OPTIONS)).toBeNull();
});

test('a photo without detections has no severity and is safe', () => {
  expect(judged([])).toMatchObject({ severity: null, verdict: 'safe', findings: [], examination: 'full' });
});

test.each([
  ['capture-time', 'low', 'safe'],
  ['page', 'medium', 'flagged'],
  ['location', 'high', 'flagged'],
  ['child', 'critical', 'flagged'],
])('a photo with %s alone is of severity %s, and %s', (label, severity, verdict) => {
  expect(judged([detection(label)])).toMatchObject({ severity, verdict });
});

test('a photo without findings is undecided if a rule is off', () => {
  const rules = RULES.filter(({ id }) => id !== 'person/child');
  const photo = judge(photoResult('a.jpg'), { ...OPTIONS, rules, coverage: coverageOf(RULES, rules) });
  expect(photo).toMatchObject({ findings: [], verdict: 'undecided' });
});

test('the worst finding comes first, proved before likely, the higher score before the lower', () => {
  const findings = judged([
    detection('capture-time'),
    detection('passport', {}, { score: 0.99 }),
    detection('child', {}, { score: 0.7 }),
    detection('identity-card', {}, { score: 0.6, proved: true }),
    detection('location'),
  ]).findings;
  expect(findings.map(({ rule }) => rule)).toEqual([
    'document/identity-card',
    'document/passport',
    'person/child',
    'metadata/location',
    'metadata/capture-time',
  ]);
});

test('duplicates become one finding, the one of highest confidence', () => {
  const findings = judged([face(1, 1, 0.7), face(1, 1, 0.8), face(2, 1, 0.6)]).findings;
  expect(findings.map(({ score }) => score)).toEqual([0.8, 0.6]);
});

test('detections with different evidence are not duplicates', () => {
  const names = ['owner', 'artist'].map((role) => detection('person-name', { role, names: ['Anna'] }));
  expect(judged(names).findings).toHaveLength(2);
});

test('the order of the detections does not change the report', () => {
  const seen = [
    face(1, 1),
    face(9, 9),
    face(30, 2, 0.6),
    detection('location'),
    detection('child', { age: 5 }),
    detection('page'),
  ];
  const expected = JSON.stringify(judged(seen));
  fc.assert(
    fc.property(fc.shuffledSubarray(seen, { minLength: seen.length }), (shuffled) => {
      expect(JSON.stringify(judged(shuffled))).toBe(expected);
    }),
  );
});

test('a fingerprint is SHA-256 over file, rule, label and ordinal', () => {
  const [first] = judged([face(1, 1)], { sha256: 'ab' }).findings;
  expect(first?.fingerprint).toBe(createHash('sha256').update('ab\nperson/face\nface\n0').digest('hex'));
});

test('a finding in a sidecar has its content in the fingerprint, and an ordinal among its own', () => {
  const inTags = (picture: 'sidecar' | 'video', country: string, otherFile?: string) =>
    detection(
      'tag-iban',
      { country },
      {
        ...{ score: 1, region: null, source: { picture, atMs: null } },
        ...(otherFile !== undefined && { otherFile }),
      },
    );
  const seen = [inTags('sidecar', 'GB', 'ef'), inTags('video', 'DE')];
  const { findings } = judged(seen, { sha256: 'ab' });
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(findings.map(({ fingerprint }) => fingerprint)).toEqual([
    sha256('ab\ntext/iban\ntag-iban\nef\n0'),
    sha256('ab\ntext/iban\ntag-iban\n0'),
  ]);
});

test('fingerprints do not change with path, score, position or value', () => {
  const prints = (seen: readonly Detection[], path: string) =>
    judge(photoResult(path, seen, { sha256: 'ab' }), OPTIONS)
      ?.findings.map(({ fingerprint }) => fingerprint)
      .sort();
  const before = prints([face(1, 1, 0.9), face(9, 9, 0.8), detection('location', { latitude: 1 })], 'a.jpg');
  const after = prints([face(2, 2, 0.7), face(8, 8, 0.95), detection('location', { latitude: 9 })], 'b/c.jpg');
  expect(after).toEqual(before);
});

test('ordinals follow reading order, so scores cannot swap them', () => {
  const printsByTop = (scores: readonly [number, number]) =>
    Object.fromEntries(
      judged([face(5, 1, scores[0]), face(5, 50, scores[1])]).findings.map((each) => [
        each.region?.top,
        each.fingerprint,
      ]),
    );
  expect(printsByTop([0.9, 0.8])).toEqual(printsByTop([0.8, 0.9]));
});

test('fingerprints differ between files, rules and ordinals', () => {
  const prints = [
    ...judged([face(1, 1), face(9, 9), detection('child')]).findings,
    ...judged([face(1, 1)], { sha256: 'cd' }).findings,
  ];
  expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(4);
});

test('what a service learns does not depend on the rules that are on', () => {
  const photo = judge(photoResult('a.jpg', [face(1, 1), detection('location')]), { ...OPTIONS, rules: [] });
  expect(photo).toMatchObject({
    findings: [],
    services: [
      {
        name: 'meta-camera-roll',
        taken: 'yes',
        reasons: ['recent', 'place', 'person'],
        learns: ['faces', 'people', 'date', 'place'],
      },
    ],
  });
});

test('a report has only the fields of the contract', () => {
  const [finding] = judged([face(1, 1)]).findings;
  expect(Object.keys(finding ?? {}).sort()).toEqual([
    'accepted',
    'detail',
    'evidence',
    'fingerprint',
    'known',
    'proved',
    'region',
    'rule',
    'score',
    'severity',
    'source',
    'subject',
  ]);
});
