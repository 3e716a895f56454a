import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identifyFile } from '../../src/walk/identify-file.js';
import { folder } from '../helpers/folder.js';
import { eventsOf, inShort, JPEG } from './events.js';

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  it('is never opened', async () => {
    const root = folder({ 'z.jpg': JPEG });
    execFileSync('mkfifo', [join(root, 'pipe.jpg')]);
    symlinkSync('pipe.jpg', join(root, 'to-pipe.jpg'));
    expect(inShort(await eventsOf(root), root)).toEqual(['ignored other', 'z.jpg']);
    expect(inShort(await eventsOf(join(root, 'pipe.jpg')), root)).toEqual(['pipe.jpg: not-a-target']);
    const elsewhere = folder();
    symlinkSync(join(root, 'pipe.jpg'), join(elsewhere, 'to-pipe.jpg'));
    expect(inShort(await eventsOf(elsewhere), elsewhere)).toEqual(['ignored other']);
  });

  it('or a folder that replaces a file does not block the walk', async () => {
    const root = folder();
    execFileSync('mkfifo', [join(root, 'x.jpg')]);
    mkdirSync(join(root, 'y.jpg'));
    for (const name of ['x.jpg', 'y.jpg']) {
      const file = { type: 'file', path: join(root, name), rawPath: null, isNamed: false } as const;
      expect(await identifyFile(file, 'auto')).toEqual({ type: 'ignored', kind: 'jpg' });
      expect(await identifyFile({ ...file, isNamed: true }, 'auto')).toMatchObject({
        problem: { code: 'not-a-target' },
      });
    }
  });
});
