import { describe, expect, test } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { sayService } from '../../src/messages/services.js';
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
  return sayService(META_CAMERA_ROLL, asked, counted, last.overview, last.summary).sentences;
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
    'it would take 3 of 4 photos now: from the last 30 days, 2 with their place',
    'among them 1 with a child and 1 with an identity card',
    'it could learn about faces from 1 photo, dates from 3 and 1 place from 2',
    LAST,
  ]);
});

test('all of them', () => {
  expect(said({ results: [now('a'), now('b')] })[0]).toBe('it would take all 2 photos now: from the last 30 days');
});

test('the only one', () => {
  expect(said({ results: [now('a', [LOCATION])] })[0]).toBe(
    'it would take 1 of 1 photo now: from the last 30 days, 1 with its place',
  );
});

test('none of them', () => {
  expect(said({ results: [old('a')] })).toEqual(['none of 1 photo is from the last 30 days', LAST]);
});

test('videos, where there is no photo', () => {
  const seen = (takenAt: string) => ({ ...video('v.mp4', takenAt), examination: 'partial' }) as const;
  expect(said({ results: [seen('2019-01-01T00:00:00')] })[0]).toMatch(/^none of 1 video is/);
  expect(said({ results: [seen('2019-01-01T00:00:00'), old('a')] })[0]).toMatch(/^none of 2 photos is/);
});

test('what has no date and what was not examined is said', () => {
  const undated = ['b', 'c'].map((path) => photoResult(path, [], { takenAt: null, takenAtSource: 'none' }));
  const met = [problem('b.jpg', 'link-broken')];
  expect(said({ results: [now('a'), ...undated, video('v.mp4')], met })).toEqual([
    'it would take 1 of 3 photos now: from the last 30 days; 2 have no date and might be taken',
    'it could learn about the date from 1 photo',
    '2 files not examined at all are not counted here',
    LAST,
  ]);
});

describe('what no rule checked', () => {
  const results = [now('a', [detection('child'), detection('location', { latitude: 45.76, longitude: 4.83 })])];

  test('is not stated, and that it is unknown is', () => {
    expect(said({ results, rules: only('code/wifi-password') })).toEqual([
      'it would take 1 of 1 photo now: from the last 30 days',
      'it could learn about the date from 1 photo',
      'what it could learn about faces, people and places is unknown: their rules were off',
      LAST,
    ]);
  });

  test('one rule of several is enough to know of faces', () => {
    expect(said({ results, rules: only('person/child', 'metadata/place-name') })).toEqual([
      'it would take 1 of 1 photo now: from the last 30 days',
      'among them 1 with a child',
      'it could learn about faces from 1 photo, the date from 1 and places from 1',
      LAST,
    ]);
  });
});
