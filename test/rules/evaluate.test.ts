import { expect, test } from 'vitest';
import { evaluate } from '../../src/rules/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { detection } from '../helpers/sample-report.js';

const FACE: Rule = { ...(RULES.find(({ id }) => id === 'person/face') as Rule), minScore: 0.6 };

test('a detection from the least score on is a finding', () => {
  const seen = [0.59, 0.6, 0.61].map((score) => detection('face', {}, { score }));
  expect(evaluate(seen, [FACE]).map(({ score }) => score)).toEqual([0.6, 0.61]);
});

test('a proved detection is a finding at any score', () => {
  expect(evaluate([detection('face', {}, { score: 0.1, proved: true })], [FACE])).toHaveLength(1);
});

test('a label may have a severity of its own', () => {
  const drafts = evaluate([detection('face'), detection('face-unclear')], [FACE]);
  expect(drafts.map(({ severity }) => severity)).toEqual(['medium', 'low']);
});

test('below the end of its doubt a finding has the second severity, unless it is proved', () => {
  const rule: Rule = { ...FACE, severity: 'critical', doubt: { below: 0.8, severity: 'high' } };
  const seen = [0.7, 0.8].map((score) => detection('face', {}, { score }));
  const drafts = evaluate([...seen, detection('face', {}, { score: 0.7, proved: true })], [rule]);
  expect(drafts.map(({ severity, isDoubted }) => [severity, isDoubted])).toEqual([
    ['high', true],
    ['critical', false],
    ['critical', false],
  ]);
});

test('a label of the same name from another detector is not taken', () => {
  expect(evaluate([detection('face', {}, { detector: 'statues' })], [FACE])).toEqual([]);
});

test('a rule that is off finds nothing', () => {
  expect(evaluate([detection('face')], [])).toEqual([]);
});

test('two rules may take the same detection', () => {
  const other: Rule = { ...FACE, id: 'person/portrait' };
  expect(evaluate([detection('face')], [FACE, other]).map(({ rule }) => rule)).toEqual([
    'person/face',
    'person/portrait',
  ]);
});

test('scores have three digits', () => {
  expect(evaluate([detection('face', {}, { score: 0.912345 })], [FACE])[0]?.score).toBe(0.912);
});

test('a draft keeps where it was seen and what was read', () => {
  const seen = detection('face', { age: 30 });
  expect(evaluate([seen], [FACE])[0]).toEqual({
    rule: 'person/face',
    label: 'face',
    severity: 'medium',
    isDoubted: false,
    score: 0.9,
    proved: false,
    source: seen.source,
    region: seen.region,
    evidence: { age: 30 },
  });
});
