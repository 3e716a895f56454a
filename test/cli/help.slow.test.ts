// What --help prints, as last looked at. UPDATE_GOLDENS=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lenscap } from '../helpers/program.js';

const GOLDEN = new URL('help.golden', import.meta.url);
const HELPS = [
  ['--help'],
  ...['scan', 'check', 'report', 'accept', 'clean', 'services', 'cache', 'rules', 'doctor'].map((command) => [
    command,
    '--help',
  ]),
];

it('the help of each command is the one that was last looked at', async () => {
  const printed: string[] = [];
  for (const args of HELPS) {
    const { code, stdout } = await lenscap(args, { env: { COLUMNS: '100' } });
    expect(code).toBe(0);
    printed.push(`$ lenscap ${args.join(' ')}\n${stdout.trimEnd()}\n`);
  }
  const all = printed.join('\n');
  if (process.env.UPDATE_GOLDENS === '1') writeFileSync(GOLDEN, all);
  expect(all).toBe(readFileSync(GOLDEN, 'utf8'));
});
