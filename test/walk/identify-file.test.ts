import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { look } from '../../src/walk/identify-file.js';
import { folder } from '../helpers/folder.js';

it.skipIf(process.platform === 'win32')('a pipe or folder put in place of a file does not hold it up', async () => {
  const root = folder();
  execFileSync('mkfifo', [join(root, 'x.jpg')]);
  mkdirSync(join(root, 'y.jpg'));
  for (const name of ['x.jpg', 'y.jpg']) {
    const file = { type: 'file', path: join(root, name), rawPath: null, isNamed: false } as const;
    expect(await look(file, 'auto')).toEqual({ type: 'ignored', kind: 'jpg' });
    expect(await look({ ...file, isNamed: true }, 'auto')).toMatchObject({ problem: { code: 'not-a-target' } });
  }
});
