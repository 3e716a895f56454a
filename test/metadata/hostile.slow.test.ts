// Runs in a child process, because only that can be killed where a reader would loop for ever.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('damaged and random files end quickly in metadata or in metadata-unreadable, and no error quotes them', async () => {
  const child = promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/metadata/hostile-child.ts'], {
    cwd: ROOT,
    timeout: 100_000,
    killSignal: 'SIGKILL',
  });
  await expect(child).resolves.toEqual({ stdout: '', stderr: '' });
});
