import { expect, test } from 'vitest';
import { sayService } from '../../src/messages/services.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { Detection } from '../../src/types/detection.js';
import { detection, photoResult, type Run, reportOf, video } from '../helpers/sample-report.js';

function said(run: Run): readonly string[] {
  const { head, events } = reportOf(run);
  const last = events.at(-1);
  if (last?.type !== 'summary') throw new Error('the summary comes last');
  return sayService(META_CAMERA_ROLL, head.service, last.overview, last.summary).sentences;
}

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
    'would take 3 of 4 photos now: dated within the last 30 days, 2 with their place',
    'among them 1 with a child and 1 with an identity card',
    'it would learn faces and people from 1, dates from 3 and 1 place from 2',
    LAST,
  ]);
});

test('all of them', () => {
  expect(said({ results: [now('a'), now('b')] })[0]).toBe('would take all 2 photos now: dated within the last 30 days');
});

test('the only one', () => {
  expect(said({ results: [now('a', [LOCATION])] })[0]).toBe(
    'would take 1 of 1 photo now: dated within the last 30 days, 1 with its place',
  );
});

test('none of them', () => {
  expect(said({ results: [old('a')] })).toEqual([
    'would take none of 1 photo now: none is dated within the last 30 days',
    LAST,
  ]);
});

test('videos, where there is no photo', () => {
  const seen = (takenAt: string) => ({ ...video('v.mp4', takenAt), examination: 'partial' }) as const;
  expect(said({ results: [seen('2019-01-01T00:00:00')] })[0]).toMatch(/^would take none of 1 video now/);
  expect(said({ results: [seen('2019-01-01T00:00:00'), old('a')] })[0]).toMatch(/^would take none of 2 photos now/);
});

test('what has no date and what was not examined is said', () => {
  const undated = ['b', 'c'].map((path) => photoResult(path, [], { takenAt: null, takenAtSource: 'none' }));
  expect(said({ results: [now('a'), ...undated, video('v.mp4')] }).slice(2, 4)).toEqual([
    '2 more have no date: it may take them as well',
    '1 file not examined is not counted here',
  ]);
});
