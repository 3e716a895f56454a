// docs/rules.md: every rule in one table, then each in full.
import { scoreText, severityText } from '../src/rules/describe.js';
import { RULES } from '../src/rules/index.js';
import type { Rule } from '../src/rules/rule.js';
import { wrap } from '../src/terminal/wrap.js';

const HEAD = `# Rules

<!-- made by npm run generate from src/rules -->

\`lenscap rules\` prints this list, \`lenscap rules RULE\` one rule in full. A rule's severity can be
changed, or the rule switched off, in the [configuration](cli.md#configuration). A photo with a
finding of severity medium or above is flagged. How scores and thresholds were measured is in
[accuracy](accuracy.md).
`;

export function rulesPage(): string {
  const rows = RULES.map((rule) => `| [\`${rule.id}\`](#${anchor(rule.id)}) | ${rule.severity} | ${rule.meaning} |`);
  const table = ['| rule | severity | what it means |', '| --- | --- | --- |', ...rows].join('\n');
  return `${[HEAD, `${table}\n`, ...RULES.map(inFull)].join('\n')}`;
}

function anchor(id: string): string {
  return id.replace('/', '');
}

function inFull(rule: Rule): string {
  const facts = [
    ['Severity', severityText(rule)],
    ['Looks at', rule.looksAt],
    ['Proof', rule.proof],
    ['Cannot see', rule.cannotSee],
    ['Score', scoreText(rule)],
  ];
  const lines = facts.map(([name, text]) => wrap(`- **${name}:** ${text}`, 100, 2));
  return `## ${rule.id}\n\n${wrap(rule.meaning, 100, 0)}\n\n${lines.join('\n')}\n`;
}
