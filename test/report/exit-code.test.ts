import { describe, expect, test } from 'vitest';
import { exitCode, reaches } from '../../src/report/exit-code.js';
import type { FailOn, Severity } from '../../src/types/finding.js';
import type { Taken } from '../../src/types/report.js';

test.each([
  [0, true, 0],
  [1, true, 1],
  [1, false, 1],
  [0, false, 3],
])('%i photos reaching --fail-on, complete: %s, is exit code %i', (reached, isComplete, code) => {
  expect(exitCode(reached, isComplete)).toBe(code);
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
  ])('--only-taken where taken is %s: %s', (taken, expected) => {
    expect(reaches(photo('critical', taken), { failOn: 'high', isOnlyTaken: true })).toBe(expected);
  });

  test('no --only-taken without a finding', () => {
    expect(reaches(photo(null, 'yes'), { failOn: 'low', isOnlyTaken: true })).toBe(false);
  });
});

function photo(severity: Severity | null, taken: Taken) {
  return { severity, service: { taken, reasons: [], learns: [] } };
}
