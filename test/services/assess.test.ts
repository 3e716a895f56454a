import { describe, expect, test } from 'vitest';
import { assess } from '../../src/services/assess.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { ServiceProfile } from '../../src/services/profile.js';
import type { ServiceVerdict } from '../../src/types/report.js';

function verdict(takenAt: string | null, rules: readonly string[] = [], profile = META_CAMERA_ROLL): ServiceVerdict {
  return assess({ takenAt, rules: new Set(rules) }, profile, '2025-07-15');
}

describe('taken on 2025-07-15', () => {
  test.each([
    ['on the day itself', '2025-07-15T23:59:59', 'yes'],
    ['30 days before', '2025-06-15T00:00:00', 'yes'],
    ['31 days before', '2025-06-14T23:59:59', 'no'],
    ['by the clock of another zone, whose day counts', '2025-06-15T00:30:00+12:00', 'yes'],
    ['a date without a time', '2025-07-01', 'yes'],
    ['the day after, so not there yet', '2025-07-16T00:00:00', 'no'],
    ['years ago', '1999-12-31T10:00:00', 'no'],
    ['without a date', null, 'unknown'],
    ['on a day that no calendar has', '2025-06-31T10:00:00', 'unknown'],
    ['in something that is no date', 'July', 'unknown'],
  ])('%s', (_when, takenAt, taken) => {
    expect(verdict(takenAt).taken).toBe(taken);
  });
});

test('over the end of February', () => {
  const facts = { takenAt: '2024-02-29T12:00:00', rules: new Set<string>() };
  expect(assess(facts, META_CAMERA_ROLL, '2024-03-30').taken).toBe('yes');
  expect(assess(facts, META_CAMERA_ROLL, '2024-03-31').taken).toBe('no');
});

test('a place is a reason beside another one only', () => {
  expect(verdict('2025-07-14', ['metadata/location']).reasons).toEqual(['recent', 'place']);
  expect(verdict('2024-07-14', ['metadata/location']).reasons).toEqual([]);
  expect(verdict(null, ['metadata/location']).reasons).toEqual([]);
});

test('the name of a place is no position', () => {
  expect(verdict('2025-07-14', ['metadata/place-name'])).toMatchObject({
    reasons: ['recent'],
    learns: ['date', 'place'],
  });
});

test.each([
  [['person/face'], ['faces', 'people', 'date']],
  [['person/child'], ['faces', 'people', 'date']],
  [['metadata/location'], ['date', 'place']],
  [['document/passport'], ['date']],
])('from %j it learns %j', (rules, learns) => {
  expect(verdict('2020-01-01', rules).learns).toEqual(learns);
});

test('without a date it learns no date', () => {
  expect(verdict(null).learns).toEqual([]);
});

test('a service that neither selects by place nor looks at faces', () => {
  const profile: ServiceProfile = { ...META_CAMERA_ROLL, selects: ['recent'], learns: ['date'], windowDays: 400 };
  expect(verdict('2024-07-14', ['person/face', 'metadata/location'], profile)).toEqual({
    name: 'meta-camera-roll',
    taken: 'yes',
    reasons: ['recent'],
    learns: ['date'],
  });
});
