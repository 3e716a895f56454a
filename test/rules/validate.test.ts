import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { validateRules } from '../../src/rules/validate.js';
import type { Severity } from '../../src/types/finding.js';

const DETECTORS = [{ id: 'faces', labels: { face: {}, child: {} } }];
const SOUND: Rule = {
  ...(RULES[0] as Rule),
  ...{ id: 'person/child', detector: 'faces', labels: ['child'], severityByLabel: {}, minScore: 0.2 },
};

test('the rules of this version are valid', () => {
  expect(() => validateRules(RULES)).not.toThrow();
});

test('a sound rule passes', () => {
  expect(() => validateRules([SOUND], DETECTORS)).not.toThrow();
});

test.each<[string, Partial<Rule>, RegExp]>([
  ['an id without a group', { id: 'child' }, /^rule child: an id is group\/name/],
  ['an id in upper case', { id: 'person/Child' }, /^rule person\/Child: an id is group\/name/],
  ['an id with an empty part', { id: 'person/a--b' }, /an id is group\/name/],
  [
    'a severity that is none',
    { severity: 'off' as Severity },
    /^rule person\/child: its severity must be one of critical/,
  ],
  ['a score above 1', { minScore: 1.01 }, /its minScore 1\.01 is not between 0 and 1/],
  ['a score below 0', { minScore: -0.1 }, /its minScore -0\.1 is not/],
  ['a score that is no number', { minScore: Number.NaN }, /its minScore NaN is not/],
  ['no label', { labels: [] }, /no effect/],
  [
    'a doubt that ends below its least score',
    { doubt: { below: 0.1, severity: 'high' } },
    /its doubt ends at 0.1, not above its minScore/,
  ],
  [
    'a severity in doubt that is none',
    { doubt: { below: 0.5, severity: 'off' as Severity } },
    /its severity in doubt must be one of critical/,
  ],
  ['a label twice', { labels: ['child', 'child'] }, /names a label twice/],
  ['an unknown detector', { detector: 'noses' }, /there is no detector noses/],
  ['a label of no detector', { labels: ['nose'] }, /the detector faces has no label nose/],
  ['a second severity for a foreign label', { severityByLabel: { face: 'low' } }, /severity for the label face, which/],
  [
    'a second severity that is none',
    { severityByLabel: { child: 'off' as Severity } },
    /its severity for child must be/,
  ],
  ['an empty text', { cannotSee: ' ' }, /its cannotSee is empty/],
])('a rule with %s is refused by name', (_what, change, message) => {
  const act = () => validateRules([{ ...SOUND, ...change }], DETECTORS);
  expect(act).toThrow(UsageError);
  expect(act).toThrow(message);
});

test('an id that two rules have is refused', () => {
  expect(() => validateRules([SOUND, SOUND], DETECTORS)).toThrow('rule person/child: its id is taken by another rule');
});

test('every text of a rule is full sentences', () => {
  for (const { id, meaning, looksAt, proof, cannotSee } of RULES) {
    for (const text of [meaning, looksAt, proof, cannotSee]) expect(text, id).toMatch(/^[A-Z].*\.$/);
  }
});
