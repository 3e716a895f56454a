import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileOutput } from '../../src/commands/output.js';
import { UsageError } from '../../src/errors.js';
import { folder } from '../helpers/folder.js';

it('writes every part in its order, however many come at once', async () => {
  const path = join(folder(), 'report.txt');
  const parts = Array.from({ length: 5000 }, (_, at) => `${at} ${'é'.repeat(at % 50)}\n`);
  const output = await fileOutput(path);
  for (const part of parts) await output.write(part);
  expect(existsSync(path)).toBe(false);
  await output.finish();
  expect(readFileSync(path, 'utf8')).toBe(parts.join(''));
});

it.skipIf(!existsSync('/dev/full'))('fails at the end at the latest where the disk is full', async () => {
  const output = await fileOutput('/dev/full');
  await expect(output.write('a few words').then(() => output.finish())).rejects.toThrow(UsageError);
  await output.discard();
});
