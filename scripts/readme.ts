// The table of rules in README.md, between its markers.
import { RULES } from '../src/rules/index.js';

const BLOCK = /(<!-- rules: made by npm run generate -->\n)[\s\S]*?(<!-- end of rules -->)/;

export function withRules(readme: string): string {
  if (!BLOCK.test(readme)) throw new Error('README.md has no markers for the table of rules');
  const rows = RULES.map(({ id, severity, meaning }) => `| \`${id}\` | ${severity} | ${meaning} |`);
  const table = ['| rule | severity | means |', '| --- | --- | --- |', ...rows].join('\n');
  return readme.replace(BLOCK, (_whole, start: string, end: string) => `${start}${table}\n${end}`);
}
