// Which rules are on, and their settings: the registry, changed by the configuration, then by the
// command line.

import { UsageError } from '../errors.js';
import type { Rule } from '../rules/rule.js';
import { SEVERITIES, type Severity } from '../types/finding.js';
import type { Config } from './config-schema.js';
import { didYouMean, refusal, toListRules } from './values.js';

export interface RuleChoice {
  /** Values of --only and --skip: ids and groups, with commas. */
  readonly only: string | undefined;
  readonly skip: string | undefined;
  readonly config: Config['rules'];
  /** 0..1; raises the minimum score of a rule, never lowers it. */
  readonly minScore: number;
  /** What starts this program, for a hint. */
  readonly program?: string;
}

/**
 * --only names exactly the rules that are on, also those that the configuration turns off. --skip
 * then removes rules.
 *
 * @throws UsageError for an unknown name, and where no rule is left
 */
export function chooseRules(
  rules: readonly Rule[],
  { only, skip, config = {}, minScore, program = 'lenscap' }: RuleChoice,
): readonly Rule[] {
  const isOn = only === undefined ? (rule: Rule) => config[rule.id] !== 'off' : naming('--only', only, rules, program);
  const isSkipped = skip === undefined ? () => false : naming('--skip', skip, rules, program);
  const chosen = rules.filter((rule) => isOn(rule) && !isSkipped(rule));
  if (chosen.length === 0) {
    const by = [only && '--only', skip && '--skip', 'the configuration'].find(Boolean);
    throw new UsageError(`no rule is on; remove ${by}, or let it keep at least one rule on`);
  }
  return chosen.map((rule) => withSeverity({ ...rule, minScore: Math.max(rule.minScore, minScore) }, config[rule.id]));
}

/** Whether a rule is one of those that a flag names. */
export function naming(flag: string, value: string, rules: readonly Rule[], program: string): (rule: Rule) => boolean {
  const groups = [...new Set(rules.map(groupOf))];
  const known = [...rules.map(({ id }) => id), ...groups];
  const names = new Set(value.split(',').map((name) => name.trim()));
  for (const name of names) {
    if (known.includes(name)) continue;
    const hint = `${didYouMean(name, known)}groups: ${groups.join(', ')}; ${toListRules(program)}`;
    throw refusal(flag, name, `unknown rule or group; ${hint}`);
  }
  return (rule) => names.has(rule.id) || names.has(groupOf(rule));
}

function groupOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'));
}

/**
 * A configured severity is the highest that the rule gives: a second severity of the rule stays
 * only if it is not higher.
 */
function withSeverity(rule: Rule, severity: Severity | 'off' | undefined): Rule {
  if (severity === undefined || severity === 'off') return rule;
  const { doubt } = rule;
  if (doubt !== undefined) {
    const capped = { ...doubt, severity: lesser(doubt.severity, severity) };
    return withLabels({ ...rule, severity, doubt: capped }, severity);
  }
  return withLabels({ ...rule, severity }, severity);
}

/** The severities of labels are no higher than the one that was chosen for the rule. */
function withLabels(rule: Rule, severity: Severity): Rule {
  if (rule.severityByLabel === undefined) return rule;
  const capped = Object.entries(rule.severityByLabel).map(([label, second]) => [label, lesser(second, severity)]);
  return { ...rule, severityByLabel: Object.fromEntries(capped) };
}

function lesser(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;
}
