import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EndFacts, endingOf, reaches } from '../../src/report/exit-code.js';
import type { FailOn, Severity } from '../../src/types/finding.js';
import type { Closing, Taken } from '../../src/types/report.js';

const NOTHING: EndFacts = {
  targets: 0,
  full: 0,
  flagged: 0,
  accepted: 0,
  safe: 0,
  undecided: 0,
  complete: true,
  reached: 0,
};
const UNREAD = { complete: false };
const NARROWED = { safe: null };

test.each<[string, Partial<EndFacts>, 0 | 1 | 3, Closing]>([
  ['nothing', {}, 0, 'no-target'],
  ['a folder that could not be read', UNREAD, 3, 'no-target'],
  ['safe photos', { targets: 2, full: 2, safe: 2 }, 0, 'all-safe'],
  [
    'safe photos, one with a low finding, and --fail-on low',
    { targets: 2, full: 2, safe: 2, reached: 1 },
    1,
    'all-safe',
  ],
  ['safe photos and a broken link', { targets: 2, full: 2, safe: 2, ...UNREAD }, 3, 'examined-safe'],
  ['flagged photos below --fail-on', { targets: 2, full: 2, flagged: 2 }, 0, 'all-flagged'],
  ['flagged photos', { targets: 2, full: 2, flagged: 2, reached: 1 }, 1, 'all-flagged'],
  ['flagged photos, one examined in part', { targets: 2, full: 1, flagged: 2, ...UNREAD }, 3, 'all-flagged'],
  ['a safe photo and a flagged one', { targets: 2, full: 2, flagged: 1, safe: 1, reached: 1 }, 1, 'mixed'],
  ['a safe photo and one in part', { targets: 2, full: 1, safe: 1, undecided: 1, ...UNREAD }, 3, 'mixed'],
  ['a safe photo and an accepted one', { targets: 2, full: 2, safe: 1, accepted: 1 }, 0, 'mixed'],
  ['accepted photos', { targets: 2, full: 2, accepted: 2 }, 0, 'mixed'],
  ['photos not examined in full', { targets: 2, undecided: 2, ...UNREAD }, 3, 'none-examined'],
  ['rules off', { targets: 2, full: 2, undecided: 2, ...NARROWED }, 0, 'rules-off'],
  [
    'rules off, and a flagged photo',
    { targets: 2, full: 2, flagged: 1, undecided: 1, reached: 1, ...NARROWED },
    1,
    'rules-off',
  ],
  ['rules off, and a photo in part', { targets: 2, full: 1, undecided: 2, ...UNREAD, ...NARROWED }, 3, 'rules-off'],
  [
    'rules off, and only flagged photos',
    { targets: 1, full: 1, flagged: 1, reached: 1, ...NARROWED },
    1,
    'all-flagged',
  ],
  ['rules off, and nothing examined', { targets: 1, undecided: 1, ...UNREAD, ...NARROWED }, 3, 'none-examined'],
  ['rules off, and no target', NARROWED, 0, 'no-target'],
])('%s, %j: exit code %i and the closing %s', (_what, facts, exitCode, closing) => {
  expect(endingOf({ ...NOTHING, ...facts })).toEqual({ exitCode, closing });
});

test('everything is called safe only if the run is complete and every rule was on', () => {
  const counts = fc.nat({ max: 3 });
  fc.assert(
    fc.property(counts, counts, counts, counts, fc.boolean(), fc.boolean(), (...[a, b, c, d, complete, isNarrowed]) => {
      const verdicts = { flagged: a, accepted: b, safe: isNarrowed ? null : c, undecided: isNarrowed ? c + d : d };
      const facts = { ...NOTHING, ...verdicts, targets: a + b + c + d, full: a + b + c, complete: complete && d === 0 };
      const { exitCode, closing } = endingOf(facts);
      if (closing === 'all-safe') expect([facts.safe, exitCode]).toEqual([facts.targets, 0]);
    }),
  );
});

describe('a photo reaches', () => {
  const LEVELS: readonly (Severity | null)[] = ['critical', 'high', 'medium', 'low', null];

  test.each<[FailOn, readonly (Severity | null)[]]>([
    ['critical', ['critical']],
    ['high', ['critical', 'high']],
    ['medium', ['critical', 'high', 'medium']],
    ['low', ['critical', 'high', 'medium', 'low']],
    ['never', []],
  ])('--fail-on %s with a worst finding of %j', (failOn, reaching) => {
    const fails = LEVELS.filter((severity) => reaches(photo(severity, 'no'), { failOn, isOnlyTaken: false }));
    expect(fails).toEqual(reaching);
  });

  test.each<[Taken, boolean]>([
    ['yes', true],
    ['unknown', true],
    ['no', false],
  ])('--only-taken with taken %s: %s', (taken, expected) => {
    expect(reaches(photo('critical', taken), { failOn: 'high', isOnlyTaken: true })).toBe(expected);
  });

  test('no --only-taken without a finding', () => {
    expect(reaches(photo(null, 'yes'), { failOn: 'low', isOnlyTaken: true })).toBe(false);
  });
});

test('with --only-taken a photo counts if any of several services would take it', () => {
  const {
    services: [one],
  } = photo('critical', 'no');
  const {
    services: [other],
  } = photo('critical', 'yes');
  if (one === undefined || other === undefined) throw new Error('each has a service');
  const { findings } = photo('critical', 'no');
  expect(reaches({ findings, services: [one, other] }, { failOn: 'high', isOnlyTaken: true })).toBe(true);
  expect(reaches({ findings, services: [one, one] }, { failOn: 'high', isOnlyTaken: true })).toBe(false);
});

test.each([
  [null, null, true],
  [null, false, true],
  [null, true, false],
  [{ on: '2025-07-15', until: null, reason: null }, null, false],
  [{ on: '2025-07-15', until: null, reason: null }, false, false],
])('a finding that is accepted %j and known %j reaches: %s', (accepted, known, expected) => {
  const { services } = photo(null, 'yes');
  const findings = [{ severity: 'critical' as const, accepted, known }];
  expect(reaches({ findings, services }, { failOn: 'low', isOnlyTaken: false })).toBe(expected);
});

function photo(severity: Severity | null, taken: Taken) {
  const findings = severity === null ? [] : [{ severity, accepted: null, known: null }];
  return { findings, services: [{ name: 'cloud', taken, reasons: [], learns: [] }] };
}
