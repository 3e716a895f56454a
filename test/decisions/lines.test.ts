import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DecisionsError, decisionsIn, linesOf } from '../../src/decisions/lines.js';
import type { Decision } from '../../src/types/decision.js';
import { ACTS } from '../helpers/terminal-controls.js';

const day = fc.constantFrom('2025-07-14', '2026-12-31');
const decision: fc.Arbitrary<Decision> = fc.record({
  fingerprint: fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
    .map((digits) => digits.join('')),
  rule: fc.constantFrom('person/child', 'metadata/location'),
  on: day,
  until: fc.option(day),
  file: fc.string({ unit: 'binary' }),
  reason: fc.option(fc.string({ unit: 'binary' })),
});

const ONE: Decision = {
  fingerprint: `${'0'.repeat(63)}1`,
  rule: 'person/child',
  on: '2025-07-14',
  until: null,
  file: 'a.jpg',
  reason: null,
};
const TEXT = linesOf([ONE, { ...ONE, fingerprint: '0'.repeat(64) }]);

test('what is written is read, whatever names and reasons hold, and nothing of it acts on a terminal', () => {
  fc.assert(
    fc.property(fc.uniqueArray(decision, { selector: ({ fingerprint }) => fingerprint }), (decisions) => {
      const text = linesOf(decisions);
      expect(ACTS.test(text.replaceAll('\n', ''))).toBe(false);
      expect(text.split('\n')).toHaveLength(decisions.length + 2);
      expect([...decisionsIn(text).values()]).toEqual(
        [...decisions].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
      );
    }),
  );
});

test('the lines are plain and sorted, after one that names the version', () => {
  expect(TEXT.split('\n').map((line) => line.slice(0, 81))).toEqual([
    '{"lenscap":"decisions","version":1}',
    `{"fingerprint":"${'0'.repeat(64)}"`,
    `{"fingerprint":"${'0'.repeat(63)}1"`,
    '',
  ]);
});

describe('a file is refused', () => {
  const lines = TEXT.split('\n');
  test.each<[string, string, RegExp]>([
    ['that is empty', '', /its end is missing/],
    ['that is cut off', TEXT.slice(0, -1), /its end is missing/],
    ['that a newer version wrote', TEXT.replace('"version":1', '"version":2'), /a newer lenscap wrote it/],
    ['without its first line', lines.slice(1).join('\n'), /line 1 is not/],
    ['with a line cut in the middle', TEXT.replace('"rule":"person/child",', ''), /line 2 is damaged/],
    ['with a line that is no JSON', `${TEXT}fine\n`, /line 4 is damaged/],
    ['with an empty line', `${TEXT}\n`, /line 4 is damaged/],
    ['with an unknown key', TEXT.replace('"until"', '"more":1,"until"'), /line 2 is damaged/],
    ['with another fingerprint', TEXT.replace('"fingerprint":"00', '"fingerprint":"zz'), /line 2 is damaged/],
    ['with a day that is none', TEXT.replace('2025-07-14', 'always'), /line 2 is damaged/],
    ['with one finding twice', `${TEXT}${lines[1]}\n`, /line 4 repeats/],
    ['with a conflict of a merge', `${TEXT}<<<<<<< mine\n`, /line 4 is damaged/],
  ])('%s', (_what, text, why) => {
    expect(() => decisionsIn(text)).toThrow(DecisionsError);
    expect(() => decisionsIn(text)).toThrow(why);
  });
});

test('line ends of Windows are read', () => {
  expect(decisionsIn(TEXT.replaceAll('\n', '\r\n')).size).toBe(2);
});
