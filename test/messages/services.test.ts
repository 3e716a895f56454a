import { describe, expect, test } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { serviceWords } from '../../src/messages/services.js';
import { RULES } from '../../src/rules/index.js';
import { GOOGLE_PHOTOS } from '../../src/services/google-photos.js';
import { ICLOUD_PHOTOS } from '../../src/services/icloud-photos.js';
import { INSTAGRAM_CAMERA_ROLL } from '../../src/services/instagram-camera-roll.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { ServiceProfile } from '../../src/services/profile.js';
import { SNAPCHAT_CAMERA_ROLL } from '../../src/services/snapchat-camera-roll.js';
import type { Detection } from '../../src/types/detection.js';
import { detection, photoResult, type Run, reportOf, video } from '../helpers/sample-report.js';

function said(run: Run): readonly string[] {
  const { head, events } = reportOf(run);
  const last = events.at(-1);
  if (last?.type !== 'summary') throw new Error('the summary comes last');
  const [asked] = head.services;
  const [counted] = last.overview.services;
  if (asked === undefined || counted === undefined) throw new Error('one service is asked about');
  const [profile = META_CAMERA_ROLL] = run.services ?? [];
  return serviceWords(profile, asked, counted, last.overview, last.summary).sentences;
}

/** Without where it is offered, and what it is reported to do with any gallery. */
function counted(run: Run): readonly string[] {
  return said(run).slice(2);
}

const only = (...ids: readonly string[]) => RULES.filter(({ id }) => ids.includes(id));

const now = (path: string, detections: readonly Detection[] = []) => photoResult(path, detections);
const old = (path: string) => photoResult(path, [], { takenAt: '2019-01-01T00:00:00' });
const LOCATION = detection('location', { latitude: 45.76, longitude: 4.83 });
const LAST =
  'Only Meta knows which photos it really selects, whether screenshots and documents are uploaded before they are sorted out, what it keeps and what it does with them.';
/** There are rules for a few themes and objects only. */
const ONLY_SOME = 'Of themes and objects, this version detects only pets and vehicles: others are not counted.';

test('what it would take, with whom, and what it would learn', () => {
  const results = [
    now('a', [detection('child'), LOCATION]),
    now('b', [detection('identity-card')]),
    now('c', [LOCATION]),
    old('d'),
  ];
  expect(counted({ results })).toEqual([
    'It would take 3 of the 4 photos: those from the last 30 days, 2 with a location and 1 with people.',
    'Among these: 1 with a child and 1 with an identity card.',
    'It could learn about faces from 1 photo, about dates from 3 and about 1 place from 2.',
    ONLY_SOME,
    LAST,
  ]);
});

test('for a criterion with rules, why it would take them', () => {
  const pair = [now('a', [detection('child'), LOCATION]), now('b', [detection('face'), LOCATION])];
  expect(counted({ results: pair })[0]).toBe(
    'It would take all 2 photos: they are from the last 30 days, all with a location and all with people.',
  );
});

test('what it would learn from those that it might take', () => {
  const undated = photoResult('a', [detection('child'), LOCATION], { takenAt: null, takenAtSource: 'none' });
  expect(counted({ results: [undated, old('b')] }).slice(0, 4)).toEqual([
    'The only one with a date is not from the last 30 days.',
    '1 has no date and might be taken.',
    'It shows a child.',
    'It could learn about faces and 1 place.',
  ]);
});

test('all of them', () => {
  expect(counted({ results: [now('a'), now('b')] })[0]).toBe(
    'It would take all 2 photos: they are from the last 30 days.',
  );
});

test('the only one', () => {
  expect(counted({ results: [now('a', [LOCATION])] })[0]).toBe(
    'It would take this photo: it is from the last 30 days and has a location.',
  );
});

test('none of them', () => {
  expect(counted({ results: [old('a')] })).toEqual(['This photo is not from the last 30 days.', ONLY_SOME, LAST]);
});

test('videos, where there is no photo', () => {
  const seen = (takenAt: string) => ({ ...video('v.mp4', takenAt), examination: 'partial' }) as const;
  expect(counted({ results: [seen('2019-01-01T00:00:00')] })[0]).toMatch(/^This video is not from/);
  expect(counted({ results: [seen('2019-01-01T00:00:00'), old('a')] })[0]).toMatch(
    /^None of the 2 photos and videos is/,
  );
});

test('what has no date and what was not examined is said', () => {
  const undated = ['b', 'c'].map((path) => photoResult(path, [], { takenAt: null, takenAtSource: 'none' }));
  const met = [problem('b.jpg', 'link-broken')];
  expect(counted({ results: [now('a'), ...undated, video('v.mp4')], met })).toEqual([
    'It would take 1 of the 3 examined photos and videos: the one from the last 30 days.',
    '2 have no date and might be taken.',
    'It could learn about the date from 1 photo.',
    ONLY_SOME,
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
  expect(counted({ results })).toEqual([...sentences, ONLY_SOME, LAST]);
});

test('an old photo of a pet is taken for its theme, and objects could be learned from it', () => {
  const results = [photoResult('a', [detection('pet', { objects: ['dog'] })], { takenAt: '2019-01-01T00:00:00' })];
  expect(counted({ results }).join(' ')).toMatch(/It would take this photo: .*theme.*objects/);
  expect(counted({ results, rules: only('theme/pet') })).toContain(ONLY_SOME);
  expect(counted({ results, rules: only('person/face') })).not.toContain(ONLY_SOME);
});

describe('what no rule checked', () => {
  const results = [now('a', [detection('child'), detection('location', { latitude: 45.76, longitude: 4.83 })])];

  test('is not stated, and that it is unknown is', () => {
    expect(counted({ results, rules: only('code/wifi-password') })).toEqual([
      'It would take this photo: it is from the last 30 days.',
      'It could learn about the date.',
      'What it could learn about faces, people, objects and places is unknown, because the rules for that were off.',
      'What it would take for a theme is unknown, because the rules for that were off.',
      LAST,
    ]);
  });

  test('one rule of several is enough to know of faces', () => {
    expect(counted({ results, rules: only('person/child', 'metadata/place-name') })).toEqual([
      'It would take this photo: it is from the last 30 days and shows people.',
      'It shows a child.',
      'It could learn about faces, the date and places.',
      'What it could learn about objects is unknown, because the rules for that were off.',
      'What it would take for a theme is unknown, because the rules for that were off.',
      LAST,
    ]);
  });
});

describe('where it is offered', () => {
  const where = (run: Partial<Run>) => said({ results: [now('a')], ...run });
  const OPT_IN = ', and asks first (some found it on).';

  test.each([
    ['FR', '2026-06-25', `In France it has been offered since 16 April 2026${OPT_IN}`],
    ['FR', '2025-07-15', 'In France it was not offered on that day: it has been since 16 April 2026.'],
    ['GB', '2026-06-25', `In the United Kingdom it has been offered since 16 April 2026${OPT_IN}`],
    [
      'US',
      '2026-06-25',
      `In the United States it has been offered since 17 October 2025, but not in Illinois and Texas${OPT_IN}`,
    ],
    ['CA', '2025-07-15', `In Canada it has been offered since June 2025 (as a test)${OPT_IN}`],
    ['CH', '2026-06-25', 'No report says that it is offered in Switzerland.'],
    [
      null,
      '2026-06-25',
      'Whether it is offered where you are is unknown: --region names your country. It asks first (some found it on).',
    ],
  ])('%s on %s', (region, asOf, sentence) => {
    expect(where({ region, asOf })[0]).toBe(sentence);
  });

  test('what the country was taken from is said, unless it was named', () => {
    expect(where({ region: 'FR', regionFrom: 'LC_ALL' })[1]).toBe(
      'The country, France, is taken from your locale (LC_ALL); --region names another.',
    );
    expect(where({ region: 'FR', regionFrom: 'configuration' })[1]).toMatch(/from your configuration;/);
    expect(where({ region: 'FR' })[1]).toMatch(/^It is reported to choose/);
  });

  test('a service whose reports name no country', () => {
    expect(where({ services: [SNAPCHAT_CAMERA_ROLL] })[0]).toBe(
      'In which countries it is offered is not reported; it asks first.',
    );
    expect(where({ services: [ICLOUD_PHOTOS] })[0]).toBe(
      'It has been offered since 28 October 2024, and is on by default; in which countries is not reported.',
    );
  });

  test('a part of a service', () => {
    const gemini = (region: string, asOf: string) => where({ services: [GOOGLE_PHOTOS], region, asOf })[1];
    const what = 'Gemini’s Personal Intelligence, which draws on it,';
    expect(gemini('DE', '2026-07-01')).toBe(`${what} is off in Germany.`);
    expect(gemini('US', '2026-07-01')).toBe(`${what} has been offered in the United States since 29 June 2026.`);
    expect(gemini('US', '2026-05-01')).toBe(
      `${what} has been offered in the United States since 16 April 2026 (to those who pay).`,
    );
    expect(gemini('BR', '2026-07-01')).toMatch(/^It is reported to go through/);
  });
});

test('what it is reported to do, by its profile', () => {
  const does = (profile: ServiceProfile) => said({ results: [now('a')], services: [profile] })[1];
  expect(does(META_CAMERA_ROLL)).toBe(
    'It is reported to choose photos by date (the last 30 days), place, theme, objects and people, and to learn about faces, people, objects, dates and places.',
  );
  expect(does(SNAPCHAT_CAMERA_ROLL)).toBe(
    'It is reported to go through every photo that it can reach, and to group photos by date and place, and to learn about objects, dates and places.',
  );
  expect(does(ICLOUD_PHOTOS)).toBe(
    'It is reported to go through every photo that it can reach. It is not reported to learn anything that lenscap detects.',
  );
});

test('a service that takes everything, and one of which no report states of which days', () => {
  const results = [old('a'), now('b', [LOCATION])];
  const takes = (profile: ServiceProfile, photos = results) =>
    said({ results: photos, services: [profile] }).find((sentence) =>
      /would take|might take|of a later/.test(sentence),
    );
  expect(takes(GOOGLE_PHOTOS)).toBe('It would take all 2 photos.');
  expect(takes(SNAPCHAT_CAMERA_ROLL)).toBe('It would take all 2 photos: 1 with a location.');
  expect(takes(INSTAGRAM_CAMERA_ROLL)).toBe('It might take any of the 2 photos: of which days is not reported.');
  const later = photoResult('c', [], { takenAt: '2030-01-01' });
  expect(takes(GOOGLE_PHOTOS, [...results, later])).toBe('It would take 2 of the 3 photos.');
  expect(takes(INSTAGRAM_CAMERA_ROLL, [...results, later])).toMatch(/^It might take any of 2 of the 3 photos:/);
  expect(takes(GOOGLE_PHOTOS, [later])).toBe('This photo is of a later day.');
  expect(takes(INSTAGRAM_CAMERA_ROLL, [later, later])).toBe('All of the 2 photos are of a later day.');
});

test.each([
  ['2026-12-19', '(as reported up to June 2026)'],
  ['2026-12-20', '(as reported up to June 2026, more than 180 days ago; much may have changed)'],
])('run on %s, the heading says %s, whatever day is asked about', (today, source) => {
  const { head, events } = reportOf({ results: [now('a')], today, asOf: '2026-06-25' });
  const last = events.at(-1);
  const [asked] = head.services;
  if (last?.type !== 'summary' || asked === undefined) throw new Error('the summary comes last');
  const [counts] = last.overview.services;
  if (counts === undefined) throw new Error('one service is asked about');
  expect(serviceWords(META_CAMERA_ROLL, asked, counts, last.overview, last.summary)).toMatchObject({
    heading: 'If Meta’s camera roll feature were enabled on 25 June 2026',
    source,
  });
});
