import { expect, test } from 'vitest';
import { coverageOf } from '../../src/rules/coverage.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { rule } from '../options/request.js';

const ALL: readonly Rule[] = [
  rule('a/low', { severity: 'low' }),
  rule('a/medium'),
  rule('a/high', { severity: 'high', minScore: 0.9 }),
  rule('a/mostly-low', { severity: 'low', labels: ['x', 'y'], severityByLabel: { y: 'medium' } }),
  rule('a/mostly-high', { severity: 'high', labels: ['x', 'y'], severityByLabel: { y: 'low' } }),
];
const FLAGGING = ['a/medium', 'a/high', 'a/mostly-low', 'a/mostly-high'];

/** The rules as they are, but for one; without it where there is no change. */
function changed(id: string, change: Partial<Rule> | null): readonly Rule[] {
  return ALL.flatMap((each) => (each.id !== id ? [each] : change === null ? [] : [{ ...each, ...change }]));
}

test.each<[string, readonly Rule[], readonly string[]]>([
  ['every rule as it is', ALL, []],
  ['no rule at all', [], FLAGGING],
  ['a low rule off', changed('a/low', null), []],
  ['a medium rule off', changed('a/medium', null), ['a/medium']],
  ['a rule off that flags for one label only', changed('a/mostly-low', null), ['a/mostly-low']],
  ['a higher threshold', changed('a/high', { minScore: 0.91 }), ['a/high']],
  ['a lower threshold', changed('a/high', { minScore: 0.1 }), []],
  ['a low rule with a higher threshold', changed('a/low', { minScore: 1 }), []],
  ['a severity lowered to one that flags', changed('a/high', { severity: 'medium' }), []],
  ['a severity lowered to one that does not', changed('a/high', { severity: 'low' }), ['a/high']],
  ['a severity raised', changed('a/low', { severity: 'critical' }), []],
  ['the label that flags, lowered', changed('a/mostly-low', { severityByLabel: { y: 'low' } }), ['a/mostly-low']],
  ['the label that does not flag, raised', changed('a/mostly-high', { severityByLabel: { y: 'high' } }), []],
])('%s', (_what, on, rulesOff) => {
  expect(coverageOf(ALL, on).rulesOff).toEqual(rulesOff);
});

test('what is off and what is narrowed are kept apart', () => {
  const { off, narrowed } = coverageOf(ALL, [...changed('a/medium', null)].slice(0, 1));
  expect([off.map(({ id }) => id), narrowed]).toEqual([FLAGGING, []]);
  expect(coverageOf(ALL, changed('a/high', { minScore: 1 })).narrowed.map(({ id }) => id)).toEqual(['a/high']);
});

test('of the rules of this version only the low ones may be off', () => {
  const harmless = RULES.map(({ id }) => id).filter(
    (id) =>
      coverageOf(
        RULES,
        RULES.filter((each) => each.id !== id),
      ).rulesOff.length === 0,
  );
  expect(harmless).toEqual([
    'document/handwriting',
    'metadata/capture-time',
    'metadata/other-text',
    'metadata/sidecar',
    'theme/pet',
    'theme/vehicle',
  ]);
});
