import { describe, expect, test } from 'vitest';
import { SERVICES } from '../../src/services/index.js';

describe.each(SERVICES)('$name', (profile) => {
  const reports = profile.facts.flatMap(({ reported, disputed }) => [...reported, ...(disputed?.reported ?? [])]);

  test('has a name of its own, as a command line takes it', () => {
    expect(SERVICES.filter(({ name }) => name === profile.name)).toEqual([profile]);
    expect(profile.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
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

  test('it states what only the service knows', () => {
    expect(profile.unknowable.length).toBeGreaterThan(0);
  });
});
