import { describe, expect, test } from 'vitest';
import { assess, checkedFor } from '../../src/services/assess.js';
import { GOOGLE_PHOTOS } from '../../src/services/google-photos.js';
import { INSTAGRAM_CAMERA_ROLL } from '../../src/services/instagram-camera-roll.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { ServiceProfile } from '../../src/services/profile.js';
import { SNAPCHAT_CAMERA_ROLL } from '../../src/services/snapchat-camera-roll.js';
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

describe('reasons', () => {
  test('are people and objects beside the age', () => {
    expect(verdict('2025-07-14', ['person/face', 'theme/pet']).reasons).toEqual([
      'recent',
      'theme',
      'object',
      'person',
    ]);
    expect(verdict('2025-07-14', ['person/intimate']).reasons).toEqual(['recent', 'person']);
    expect(verdict('2024-07-14', ['person/face', 'object/chair'])).toMatchObject({ taken: 'no', reasons: [] });
  });

  test('a theme is enough for an older photo, whatever the theme', () => {
    expect(verdict('2024-07-14', ['theme/celebration', 'person/face', 'metadata/location'])).toMatchObject({
      taken: 'yes',
      reasons: ['theme', 'place', 'person'],
    });
  });

  test('a theme does not take what has no date, or what was not there yet', () => {
    expect(verdict(null, ['theme/pet'])).toMatchObject({ taken: 'unknown', reasons: [] });
    expect(verdict('2025-07-16', ['theme/pet'])).toMatchObject({ taken: 'no', reasons: [] });
  });

  test('are those by which the service chooses', () => {
    expect(verdict('2025-07-14', ['person/face', 'metadata/location'], SNAPCHAT_CAMERA_ROLL).reasons).toEqual([
      'everything',
      'place',
    ]);
  });
});

describe('a service that takes everything', () => {
  test.each([
    ['1999-12-31', 'yes'],
    [null, 'yes'],
    ['2025-07-16', 'no'],
  ])('of %s: %s', (takenAt, taken) => {
    expect(verdict(takenAt, [], GOOGLE_PHOTOS)).toMatchObject({
      taken,
      reasons: taken === 'yes' ? ['everything'] : [],
    });
  });
});

test('where no report states of which days, it is unknown', () => {
  expect(verdict('2025-07-14', ['person/face'], INSTAGRAM_CAMERA_ROLL)).toEqual({
    name: 'instagram-camera-roll',
    taken: 'unknown',
    reasons: [],
    learns: ['people', 'date'],
  });
  expect(verdict('2025-07-16', [], INSTAGRAM_CAMERA_ROLL).taken).toBe('no');
});

test('themes and objects count once there are rules for them', () => {
  const { criteria, lessons } = checkedFor(
    META_CAMERA_ROLL,
    ['person/face', 'theme/pet'],
    ['person/face', 'theme/pet'],
  );
  expect(criteria).toEqual({ checked: ['theme', 'object', 'person'], notChecked: [], undetectable: ['place'] });
  expect(lessons.checked).toEqual(['faces', 'people', 'objects', 'date']);
  expect(checkedFor(META_CAMERA_ROLL, [], ['theme/pet']).criteria).toEqual({
    checked: [],
    notChecked: ['theme', 'object'],
    undetectable: ['place', 'person'],
  });
});

test('a service that neither selects by place nor looks at faces', () => {
  const profile: ServiceProfile = {
    ...META_CAMERA_ROLL,
    selects: { value: ['time'], claims: [] },
    learns: { value: ['date'], claims: [] },
    window: { value: 400, claims: [] },
  };
  expect(verdict('2024-07-14', ['person/face', 'metadata/location'], profile)).toEqual({
    name: 'meta-camera-roll',
    taken: 'yes',
    reasons: ['recent'],
    learns: ['date'],
  });
});
