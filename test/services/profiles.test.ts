import { describe, expect, test } from 'vitest';
import { SERVICES, serviceByName } from '../../src/services/index.js';

describe.each(Object.entries(SERVICES))('%s', (name, profile) => {
  const reports = profile.facts.flatMap(({ reported, disputed }) => [...reported, ...(disputed?.reported ?? [])]);

  test('is found by its name', () => {
    expect(serviceByName(name)).toBe(profile);
    expect(profile.name).toBe(name);
  });

  test('every fact says who reported it and when', () => {
    expect(
      profile.facts.every(({ reported, disputed }) => reported.length > 0 && disputed?.reported.length !== 0),
    ).toBe(true);
    for (const { by, on } of reports) {
      expect(by.trim()).not.toBe('');
      expect(on).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
    }
  });

  test('its date is that of its newest report', () => {
    const days = reports.map(({ on }) => on).filter((on) => on.length === 10);
    expect(days.sort().at(-1)).toBe(profile.profileDate);
  });

  test('it says what nobody outside can know', () => {
    expect(profile.unknowable.length).toBeGreaterThan(0);
  });
});

test('a name that no profile has', () => {
  expect(serviceByName('toString')).toBeUndefined();
});
