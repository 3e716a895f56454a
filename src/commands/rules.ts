// What `lenscap rules` prints: every rule in a line, or one rule in full.

import { UsageError } from '../errors.js';
import { didYouMean, toListRules } from '../options/values.js';
import { scoreText, severityText } from '../rules/describe.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { wrap } from '../terminal/wrap.js';

/**
 * @param id of a rule or of a group such as `document`, or undefined for the list
 * @param program what starts this program, for hints
 * @param width columns of the terminal; infinite where there is none, so that each rule of the list
 *   is a line to search in
 * @throws UsageError for an unknown id
 */
export function describeRules(id: string | undefined, width: number, program = 'lenscap'): string {
  if (id === undefined) return list(RULES, width, program);
  const group = RULES.filter((candidate) => candidate.id.startsWith(`${id}/`));
  if (group.length > 0) return list(group, width, program);
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) {
    const ids = [...new Set(RULES.flatMap((each) => [each.id, each.id.split('/')[0] ?? '']))];
    const hint = `${didYouMean(id, ids)}${toListRules(program)}`;
    throw new UsageError(`unknown rule or group ${JSON.stringify(id)}; ${hint}`);
  }
  return inFull(rule, width);
}

/** Columns that a meaning needs next to the id; on a narrower terminal it goes on below it. */
const MEANING_COLUMNS = 30;

function list(rules: readonly Rule[], width: number, program: string): string {
  const idWidth = Math.max(...rules.map((rule) => rule.id.length));
  const lead = idWidth + 2 + 8 + 2;
  const indent = width - lead >= MEANING_COLUMNS ? lead : 4;
  const lines = rules.map((rule) =>
    wrap(`${rule.id.padEnd(idWidth)}  ${rule.severity.padEnd(8)}  ${rule.meaning}`, width, indent),
  );
  const hint = wrap('To see what proves a finding and what a rule cannot see:', width);
  // The command is on a line of its own, which is never folded, so that it can be copied.
  return `${lines.join('\n')}\n\n${hint}\n  ${program} rules RULE\n`;
}

function inFull(rule: Rule, width: number): string {
  const parts = [
    ['Severity', severityText(rule)],
    ['Means', rule.meaning],
    ['Looks at', rule.looksAt],
    ['Proof', rule.proof],
    ['Cannot see', rule.cannotSee],
    ['Score', scoreText(rule)],
  ] as const;
  const body = parts.map(([name, text]) => wrap(`${name.padEnd(12)}${text}`, Math.min(width, 100), 12)).join('\n');
  return `${rule.id}\n\n${body}\n`;
}
