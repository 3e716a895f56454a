// Refuses a rule that could not do what it says, by the rule's name.

import type { Declaration } from '../detectors/declaration.js';
import { UsageError } from '../errors.js';
import { SEVERITIES, type Severity } from '../types/finding.js';
import type { Rule } from './rule.js';

/** What a rule must know of a detector. */
export type LabelSource = Pick<Declaration, 'id' | 'labels'>;

const KEBAB = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const RULE_ID = new RegExp(`^${KEBAB}/${KEBAB}$`);

/**
 * With `detectors`, labels are held against what they declare. A contract test does that for the
 * rules of this version, so that a start does not pay for it. Without, only rules are checked.
 * @throws UsageError that names the first rule that is wrong and says why
 */
export function validateRules(rules: readonly Rule[], detectors?: readonly LabelSource[]): void {
  const seen = new Set<string>();
  for (const rule of rules) {
    const fault = seen.has(rule.id) ? 'its id is taken by another rule' : faultOf(rule, detectors);
    if (fault !== null) throw new UsageError(`rule ${rule.id}: ${fault}`);
    seen.add(rule.id);
  }
}

function faultOf(rule: Rule, detectors: readonly LabelSource[] | undefined): string | null {
  if (!RULE_ID.test(rule.id)) return 'an id is group/name in lower case with hyphens, like person/face';
  if (!isSeverity(rule.severity)) return `its severity must be one of ${SEVERITIES.join(', ')}`;
  if (!(rule.minScore >= 0 && rule.minScore <= 1)) return `its minScore ${rule.minScore} is not between 0 and 1`;
  if (rule.labels.length === 0) return 'it takes no label, so it has no effect';
  if (new Set(rule.labels).size < rule.labels.length) return 'it names a label twice';
  for (const field of ['title', 'meaning', 'looksAt', 'proof', 'cannotSee'] as const) {
    if (rule[field].trim() === '') return `its ${field} is empty`;
  }
  return faultOfLabels(rule, detectors) ?? faultOfDoubt(rule) ?? faultOfSecondSeverities(rule);
}

function faultOfLabels(rule: Rule, detectors: readonly LabelSource[] | undefined): string | null {
  if (detectors === undefined) return null;
  for (const { detector: id, labels } of rule.also ? [rule, rule.also] : [rule]) {
    const detector = detectors.find((each) => each.id === id);
    if (detector === undefined) return `there is no detector ${id}`;
    const unknown = labels.find((label) => !Object.hasOwn(detector.labels, label));
    if (unknown !== undefined) return `the detector ${id} has no label ${unknown}`;
  }
  return null;
}

function faultOfDoubt({ doubt, minScore }: Rule): string | null {
  if (doubt === undefined) return null;
  if (!(doubt.below > minScore && doubt.below <= 1)) return `its doubt ends at ${doubt.below}, not above its minScore`;
  return isSeverity(doubt.severity) ? null : `its severity in doubt must be one of ${SEVERITIES.join(', ')}`;
}

function faultOfSecondSeverities(rule: Rule): string | null {
  for (const [label, severity] of Object.entries(rule.severityByLabel ?? {})) {
    if (!rule.labels.includes(label)) return `it has a severity for the label ${label}, which it does not take`;
    if (!isSeverity(severity)) return `its severity for ${label} must be one of ${SEVERITIES.join(', ')}`;
  }
  return null;
}

function isSeverity(value: string): value is Severity {
  return (SEVERITIES as readonly string[]).includes(value);
}
