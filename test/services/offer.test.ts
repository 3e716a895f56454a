import { describe, expect, test } from 'vitest';
import { COUNTRIES, countryCode, EUROPEAN_UNION, regionOfLocale } from '../../src/services/countries.js';
import { firstDay, isOutdated } from '../../src/services/dates.js';
import { GOOGLE_PHOTOS } from '../../src/services/google-photos.js';
import { headOfService } from '../../src/services/head.js';
import { ICLOUD_PHOTOS } from '../../src/services/icloud-photos.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import { offerIn } from '../../src/services/offer.js';

test.each([
  ['FR', '2026-04-16', 'yes', '2026-04-16'],
  ['FR', '2026-04-15', 'no', '2026-04-16'],
  ['GB', '2026-06-25', 'yes', '2026-04-16'],
  ['US', '2025-05-31', 'no', '2025-06'],
  ['US', '2025-06-01', 'some', '2025-06'],
  ['CA', '2025-10-16', 'some', '2025-06'],
  ['CA', '2025-10-17', 'yes', '2025-10-17'],
  ['CH', '2026-06-25', 'no', null],
  [null, '2026-06-25', 'unknown', null],
])('Meta’s feature in %s on %s: %s, since %s', (region, asOf, offered, since) => {
  expect(offerIn(META_CAMERA_ROLL, region, asOf)).toMatchObject({ offered, since });
});

test('Illinois and Texas are left out of the US, and of no other country', () => {
  expect(offerIn(META_CAMERA_ROLL, 'US', '2026-06-25').except).toEqual(['Illinois', 'Texas']);
  expect(offerIn(META_CAMERA_ROLL, 'CA', '2026-06-25').except).toEqual([]);
});

test('where reports name no country, it is unknown, with the day', () => {
  expect(offerIn(ICLOUD_PHOTOS, 'FR', '2026-06-25')).toMatchObject({ offered: 'unknown', since: '2024-10-28' });
  expect(offerIn(GOOGLE_PHOTOS, 'FR', '2026-06-25')).toMatchObject({ offered: 'unknown', since: null });
});

test('a part of a service has regions of its own', () => {
  const gemini = (region: string, asOf: string) =>
    offerIn(GOOGLE_PHOTOS, region, asOf, 'Gemini’s Personal Intelligence');
  expect(gemini('US', '2026-06-25')).toMatchObject({ offered: 'some', limit: 'to those who pay' });
  expect(gemini('US', '2026-06-29')).toMatchObject({ offered: 'yes', limit: null });
  expect(gemini('JP', '2026-06-29')).toMatchObject({ offered: 'no', isExcluded: true });
});

describe('a profile is outdated', () => {
  test.each([
    ['2026-06-22', '2026-12-19', false],
    ['2026-06-22', '2026-12-20', true],
    ['2025-10', '2026-03-30', false],
    ['2025-10', '2026-03-31', true],
    ['2024', '2024-06-29', false],
    ['2024', '2024-06-30', true],
  ])('of %s on %s: %s', (profileDate, today, outdated) => {
    expect(isOutdated(profileDate, today)).toBe(outdated);
  });

  test('by the day of the run, whatever day is asked about', () => {
    const asked = { region: 'FR', regionFrom: '--region' } as const;
    const outdated = (today: string, asOf: string) =>
      headOfService(META_CAMERA_ROLL, { ...asked, today, asOf }).outdated;
    expect(outdated('2026-07-01', '2030-01-01')).toBe(false);
    expect(outdated('2027-07-01', '2026-06-25')).toBe(true);
  });
});

test('the first day of a month and of a year', () => {
  expect(['2026-04-16', '2025-06', '2024'].map(firstDay)).toEqual(['2026-04-16', '2025-06-01', '2024-01-01']);
});

describe('countries', () => {
  test('are the 249 that have a code; 27 of them are the EU', () => {
    expect(COUNTRIES.size).toBe(249);
    expect(EUROPEAN_UNION.length).toBe(27);
    expect(EUROPEAN_UNION.filter((code) => !COUNTRIES.has(code))).toEqual([]);
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    expect([...COUNTRIES].filter((code) => names.of(code) === undefined)).toEqual([]);
  });

  test.each([
    ['FR', 'FR'],
    ['fr', 'FR'],
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['EU', null],
    ['XX', null],
    ['FRA', null],
    ['', null],
    ['É', null],
  ])('%j is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });
});

describe('the country of a locale', () => {
  test.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'FR', 'LANG'],
    [{ LANG: 'fr_FR.UTF-8', LC_MESSAGES: 'en_GB' }, 'GB', 'LC_MESSAGES'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'en_GB', LC_ALL: 'de_AT@euro' }, 'AT', 'LC_ALL'],
    [{ LANG: 'zh_Hans_CN.UTF-8' }, 'CN', 'LANG'],
    [{ LANG: 'de-DE' }, 'DE', 'LANG'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, 'US', 'LANG'],
  ])('%j', (env, region, from) => {
    expect(regionOfLocale(env)).toEqual({ region, from });
  });

  test.each([
    {},
    { LANG: 'C' },
    { LANG: 'C.UTF-8' },
    { LANG: 'POSIX' },
    { LANG: 'fr' },
    { LANG: 'es_419' },
    { LANG: 'en_XX' },
    { LANG: 'en_USA' },
    // The first one that is set decides, as in POSIX.
    { LANG: 'fr_FR.UTF-8', LC_ALL: 'C' },
  ])('is none in %j', (env) => {
    expect(regionOfLocale(env)).toBeNull();
  });
});
