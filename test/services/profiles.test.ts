// A walk of every claim of every profile: its sentence, its sources and their dates.
import { describe, expect, test } from 'vitest';
import { TOPICS } from '../../src/messages/service-topics.js';
import { COUNTRIES } from '../../src/services/countries.js';
import { firstDay } from '../../src/services/dates.js';
import { SERVICES } from '../../src/services/index.js';
import type { ClaimSource, Statement } from '../../src/services/profile.js';
import { SHARING_WAYS } from '../../src/services/recipients.js';

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Own pages that carry no date. */
const UNDATED = ['values.snap.com, privacy by product, Memories'];

describe.each(SERVICES)('$name', (profile) => {
  const claims = TOPICS.flatMap((topic) => topic.claims(profile));
  const statements: readonly Statement[] = claims.flatMap((claim) => [claim, ...(claim.against ?? [])]);
  const sources: readonly ClaimSource[] = statements.flatMap(({ reported }) => reported);

  test('has a name of its own, as a command line takes it', () => {
    expect(SERVICES.filter(({ name }) => name === profile.name)).toEqual([profile]);
    expect(profile.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('every claim, and what speaks against it, is a sentence that someone reported', () => {
    expect(claims.length).toBeGreaterThan(3);
    for (const { text, reported } of statements) {
      expect(text).toMatch(/[.”]$/);
      expect(reported, text).not.toEqual([]);
    }
  });

  test('every source has a name and a date; only known pages of a service have none', () => {
    for (const { by, on, ownPage } of sources) {
      expect(by.trim()).not.toBe('');
      if (on !== null) expect(on, by).toMatch(DATE);
      else expect([UNDATED.includes(by), ownPage], by).toEqual([true, true]);
    }
  });

  test('every value rests on a claim', () => {
    const { default: byDefault, access, window, selects, learns, forAds, trains, keeps } = profile;
    for (const { value, claims: own } of [byDefault, access, window, selects, learns, forAds, trains, keeps]) {
      const isValue = Array.isArray(value) ? value.length > 0 : value !== null;
      if (isValue) expect(own).not.toEqual([]);
    }
  });

  test('its date is no earlier than that of any report, in words that may be less precise', () => {
    expect(profile.profileDate).toMatch(DATE);
    for (const { by, on } of sources) {
      if (on !== null) expect(firstDay(on) <= firstDay(profile.profileDate), by).toBe(true);
    }
  });

  test('its countries exist, and each offer has a day', () => {
    const { offers, exclusions } = profile.regions;
    for (const { countries } of [...offers, ...exclusions]) {
      expect((countries ?? []).filter((code) => !COUNTRIES.has(code))).toEqual([]);
    }
    for (const { since } of offers) expect(since).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
  });

  test('what its recipients get is in the table of ways to share', () => {
    const ids = SHARING_WAYS.map(({ id }) => id);
    expect(profile.recipient.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('it states what only the service knows', () => {
    expect(profile.unknowable.length).toBeGreaterThan(0);
  });
});

test('a way to share names its source, or is one of those of which only the fact was noted', () => {
  const unsourced = SHARING_WAYS.filter(({ reported }) => reported.length === 0).map(({ id }) => id);
  expect(unsourced).toEqual(['document-or-file', 'google-photos-link', 'icloud-shared-album']);
});
