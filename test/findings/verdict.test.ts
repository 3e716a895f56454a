import { expect, test } from 'vitest';
import { type VerdictFacts, verdictOf } from '../../src/findings/verdict.js';
import type { Severity } from '../../src/types/finding.js';
import type { Verdict } from '../../src/types/report.js';

const open = (severity: Severity) => ({ severity, accepted: null });
const accepted = (severity: Severity) => ({ severity, accepted: { reason: 'a stock photo' } });

const FULL: VerdictFacts = { examination: 'full', findings: [], isEveryRuleOn: true };

test.each<[string, Partial<VerdictFacts>, Verdict]>([
  ['nothing found', {}, 'safe'],
  ['something low', { findings: [open('low')] }, 'safe'],
  ['something medium', { findings: [open('low'), open('medium')] }, 'flagged'],
  ['something high', { findings: [open('high')] }, 'flagged'],
  ['something critical', { findings: [open('critical')] }, 'flagged'],
  ['everything accepted', { findings: [accepted('high'), accepted('medium'), open('low')] }, 'accepted'],
  ['not everything accepted', { findings: [accepted('high'), open('medium')] }, 'flagged'],
  ['only something low accepted', { findings: [accepted('low')] }, 'safe'],
  ['in part, nothing found', { examination: 'partial' }, 'undecided'],
  ['in part, something low', { examination: 'partial', findings: [open('low')] }, 'undecided'],
  ['in part, something medium', { examination: 'partial', findings: [open('medium')] }, 'flagged'],
  ['in part, everything accepted', { examination: 'partial', findings: [accepted('high')] }, 'undecided'],
  ['not examined', { examination: 'none' }, 'undecided'],
  ['a rule off, nothing found', { isEveryRuleOn: false }, 'undecided'],
  ['a rule off, something low', { isEveryRuleOn: false, findings: [open('low')] }, 'undecided'],
  ['a rule off, something medium', { isEveryRuleOn: false, findings: [open('medium')] }, 'flagged'],
  ['a rule off, everything accepted', { isEveryRuleOn: false, findings: [accepted('high')] }, 'accepted'],
])('%s: %s', (_what, facts, verdict) => {
  expect(verdictOf({ ...FULL, ...facts })).toBe(verdict);
});
