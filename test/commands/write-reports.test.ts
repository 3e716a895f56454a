import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openOutputs } from '../../src/commands/write-reports.js';
import { folder } from '../helpers/folder.js';

const isWindows = process.platform === 'win32';

const openAll = (...files: readonly string[]) =>
  openOutputs(
    files.map((file) => ({ file, format: 'json', isColored: false }) as const),
    process.stdout,
  );

it.each([
  ['the same file, which exists', ['old.json', 'x/../old.json']],
  ['the same file, which does not', ['new.json', './x/../new.json']],
  ['a link to it', ['old.json', 'link.json']],
  ['a link to its folder', ['x/new.json', 'y/new.json']],
] as const)('refuses %s under another name, and leaves nothing', async (what, names) => {
  const root = folder({ 'old.json': '{}', 'x/a': '' });
  if (what.startsWith('a link') && isWindows) return;
  if (!isWindows) {
    symlinkSync('old.json', join(root, 'link.json'));
    symlinkSync('x', join(root, 'y'));
  }
  const before = readdirSync(root, { recursive: true });
  // Not join(), which would take the two for one.
  await expect(openAll(...names.map((name) => `${root}/${name}`))).rejects.toThrow(/another --output leads to this/);
  expect(readdirSync(root, { recursive: true })).toEqual(before);
});

it('takes several files and a device given twice', async () => {
  const root = folder();
  const outputs = await openAll(
    join(root, 'a.json'),
    join(root, 'b.json'),
    ...(isWindows ? [] : ['/dev/null', '/dev/null']),
  );
  for (const output of outputs) await output.discard();
  expect(readdirSync(root)).toEqual([]);
});
