// `npm run readme`: writes the table of rules into README.md, between its markers. A test fails where it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULES } from '../src/rules/index.js';

const README = new URL('../README.md', import.meta.url);
const BLOCK = /(<!-- rules: made by npm run readme -->\n)[\s\S]*?(<!-- end of rules -->)/;

export function withRules(readme: string): string {
  if (!BLOCK.test(readme)) throw new Error('README.md has no markers for the table of rules');
  const rows = RULES.map(({ id, severity, meaning }) => `| \`${id}\` | ${severity} | ${meaning} |`);
  const table = ['| rule | severity | means |', '| --- | --- | --- |', ...rows].join('\n');
  return readme.replace(BLOCK, (_whole, start: string, end: string) => `${start}${table}\n${end}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, withRules(readFileSync(README, 'utf8')));
}
