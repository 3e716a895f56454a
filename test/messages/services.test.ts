import { describe, expect, test } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { serviceWords } from '../../src/messages/services.js';
import { RULES } from '../../src/rules/index.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { Detection } from '../../src/types/detection.js';
import { detection, photoResult, type Run, reportOf, video } from '../helpers/sample-report.js';

function said(run: Run): readonly string[] {
  const { head, events } = reportOf(run);
  const last = events.at(-1);
  if (last?.type !== 'summary') throw new Error('the summary comes last');
  const [asked] = head.services;
  const [counted] = last.overview.services;
  if (asked === undefined || counted === undefined) throw new Error('one service is asked about');
  return serviceWords(META_CAMERA_ROLL, asked, counted, last.overview, last.summary).sentences;
}

const only = (...ids: readonly string[]) => RULES.filter(({ id }) => ids.includes(id));

const now = (path: string, detections: readonly Detection[] = []) => photoResult(path, detections);
const old = (path: string) => photoResult(path, [], { takenAt: '2019-01-01T00:00:00' });
const LOCATION = detection('location', { latitude: 45.76, longitude: 4.83 });
const LAST = 'Only Meta knows which photos it really selects, what it keeps and what it does with them.';

test('what it would take, with whom, and what it would learn', () => {
  const results = [
    now('a', [detection('child'), LOCATION]),
    now('b', [detection('identity-card')]),
    now('c', [LOCATION]),
    old('d'),
  ];
  expect(said({ results })).toEqual([
    'It would take 3 of the 4 photos: those from the last 30 days, 2 with a location.',
    'Among these: 1 with a child and 1 with an identity card.',
    'It could learn about faces from 1 photo, about dates from 3 and about 1 place from 2.',
    LAST,
  ]);
});

test('all of them', () => {
  expect(said({ results: [now('a'), now('b')] })[0]).toBe(
    'It would take all 2 photos: they are from the last 30 days.',
  );
});

test('the only one', () => {
  expect(said({ results: [now('a', [LOCATION])] })[0]).toBe(
    'It would take this photo: it is from the last 30 days and has a location.',
  );
});

test('none of them', () => {
  expect(said({ results: [old('a')] })).toEqual(['This photo is not from the last 30 days.', LAST]);
});

test('videos, where there is no photo', () => {
  const seen = (takenAt: string) => ({ ...video('v.mp4', takenAt), examination: 'partial' }) as const;
  expect(said({ results: [seen('2019-01-01T00:00:00')] })[0]).toMatch(/^This video is not from/);
  expect(said({ results: [seen('2019-01-01T00:00:00'), old('a')] })[0]).toMatch(/^None of the 2 photos and videos is/);
});

test('what has no date and what was not examined is said', () => {
  const undated = ['b', 'c'].map((path) => photoResult(path, [], { takenAt: null, takenAtSource: 'none' }));
  const met = [problem('b.jpg', 'link-broken')];
  expect(said({ results: [now('a'), ...undated, video('v.mp4')], met })).toEqual([
    'It would take 1 of the 3 examined photos and videos: the one from the last 30 days.',
    '2 have no date and might be taken.',
    'It could learn about the date.',
    '2 files were not examined at all and are not counted here.',
    LAST,
  ]);
});

test.each([
  [2, 0, ['None of the 2 photos has a date, so all of them might be taken.']],
  [1, 1, ['The only one with a date is not from the last 30 days.', '1 has no date and might be taken.']],
  [2, 3, ['None of the 3 photos with a date is from the last 30 days.', '2 have no date and might be taken.']],
])('%i without a date and %i old ones', (undated, dated, sentences) => {
  const results = [
    ...Array.from({ length: undated }, (_, at) => photoResult(`u${at}`, [], { takenAt: null, takenAtSource: 'none' })),
    ...Array.from({ length: dated }, (_, at) => old(`o${at}`)),
  ];
  expect(said({ results })).toEqual([...sentences, LAST]);
});

describe('what no rule checked', () => {
  const results = [now('a', [detection('child'), detection('location', { latitude: 45.76, longitude: 4.83 })])];

  test('is not stated, and that it is unknown is', () => {
    expect(said({ results, rules: only('code/wifi-password') })).toEqual([
      'It would take this photo: it is from the last 30 days.',
      'It could learn about the date.',
      'What it could learn about faces, people and places is unknown, because the rules for that were off.',
      LAST,
    ]);
  });

  test('one rule of several is enough to know of faces', () => {
    expect(said({ results, rules: only('person/child', 'metadata/place-name') })).toEqual([
      'It would take this photo: it is from the last 30 days.',
      'It shows a child.',
      'It could learn about faces, the date and places.',
      LAST,
    ]);
  });
});
