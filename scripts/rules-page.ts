// docs/rules.md: every rule in one table, then each in full.
import { RULES } from '../src/rules/index.js';
import type { Rule } from '../src/rules/rule.js';
import { wrap } from '../src/terminal/wrap.js';

const HEAD = `# Rules

<!-- made by npm run generate from src/rules -->

\`lenscap rules\` prints this list, \`lenscap rules RULE\` one rule in full. A rule's severity can be
changed, or the rule switched off, in the [configuration](cli.md#configuration). A photo with a
finding of severity medium or above is flagged.
`;

const ORDINAL = 'orders findings by confidence, and is no probability';
const PROBABILITY = 'a calibrated probability (see [accuracy](accuracy.md))';

export function rulesPage(): string {
  const rows = RULES.map((rule) => `| [\`${rule.id}\`](#${anchor(rule.id)}) | ${rule.severity} | ${rule.meaning} |`);
  const table = ['| rule | severity | what it means |', '| --- | --- | --- |', ...rows].join('\n');
  return `${[HEAD, `${table}\n`, ...RULES.map(inFull)].join('\n')}`;
}

function anchor(id: string): string {
  return id.replace('/', '');
}

function inFull(rule: Rule): string {
  const others = Object.entries(rule.severityByLabel ?? {}).map(([label, severity]) => `${severity} for ${label}`);
  const facts = [
    ['Severity', [rule.severity, ...others].join('; ')],
    ['Looks at', rule.looksAt],
    ['Proof', rule.proof],
    ['Cannot see', rule.cannotSee],
    ['Score', score(rule)],
  ];
  const lines = facts.map(([name, text]) => wrap(`- **${name}:** ${text}`, 100, 2));
  return `## ${rule.id}\n\n${wrap(rule.meaning, 100, 0)}\n\n${lines.join('\n')}\n`;
}

function score({ scoreKind, minScore }: Rule): string {
  const minimum = minScore > 0 ? `; reported from ${minScore}` : '';
  if (scoreKind !== 'proof') return `${scoreKind === 'ordinal' ? ORDINAL : PROBABILITY}${minimum}`;
  return minScore > 0 ? `1 where proved; elsewhere it ${ORDINAL}${minimum}` : '1';
}
