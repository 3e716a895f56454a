import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { ScanTarget } from '../../src/types/target.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { createPool, limitOf, type Pool } from '../../src/workers/pool.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';

const SETTINGS = {
  engine: 'onnx',
  detectors: ['metadata', 'faces'],
  isFast: false,
  isValueShown: false,
  jobs: 1,
  timeLimitMs: 60_000,
  videoSettings: NO_VIDEOS,
} as const;

let pool: Pool;
afterEach(() => pool.close());

async function photo(): Promise<ScanTarget> {
  const path = join(folder(), 'a.jpg');
  const bytes = await plainJpeg();
  writeFileSync(path, bytes);
  return { path, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' };
}

/** Kills every worker of this process that is running now. */
function killWorkers(): void {
  const children = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'workers/process'], { encoding: 'utf8' });
  for (const pid of children.trim().split('\n')) process.kill(Number(pid), 'SIGKILL');
}

describe('the pool', () => {
  it('examines targets in worker processes', async () => {
    pool = createPool(SETTINGS);
    await pool.ready();
    const target = await photo();
    expect(await pool.examine(target)).toMatchObject({
      target,
      examination: 'full',
      width: 320,
      height: 240,
      problems: [],
    });
  });

  it('gives a video the time that its size takes on a slow disk, up to ten minutes more', () => {
    const target = { path: 'a', mtimeMs: 0, mediaType: 'video/mp4' };
    expect(limitOf({ ...target, kind: 'video', bytes: 4_000_000_000 }, 60_000)).toBe(260_000);
    expect(limitOf({ ...target, kind: 'video', bytes: 2 ** 60 }, 60_000)).toBe(660_000);
    expect(limitOf({ ...target, kind: 'image', bytes: 4_000_000_000 }, 60_000)).toBe(60_000);
  });

  it('gives up a target at the time limit, and goes on with the next', async () => {
    pool = createPool({ ...SETTINGS, timeLimitMs: 1 });
    const results = await Promise.all([pool.examine(await photo()), pool.examine(await photo())]);
    for (const result of results) {
      expect(result).toMatchObject({ examination: 'none', problems: [{ code: 'time-limit' }] });
    }
  });

  it.skipIf(process.platform === 'win32')('examines a target once more when its process dies', async () => {
    pool = createPool(SETTINGS);
    const examined = pool.examine(await photo());
    killWorkers();
    expect(await examined).toMatchObject({ examination: 'full' });
  });

  it.skipIf(process.platform === 'win32')('names a target whose process dies twice, and goes on', async () => {
    pool = createPool(SETTINGS);
    const examined = pool.examine(await photo());
    killWorkers();
    await new Promise((resolve) => setTimeout(resolve, 30));
    killWorkers();
    expect(await examined).toMatchObject({ examination: 'none', problems: [{ code: 'crashed' }] });
    expect(await pool.examine(await photo())).toMatchObject({ examination: 'full' });
  });

  /** A video, and settings under which a script of a shell stands for ffmpeg: how it behaves must not depend on the machine. */
  async function videoed(script: string, frames: number) {
    const path = folder({ program: `#!/bin/sh\n${script}`, 'a.mov': 'a video', 'frame.tif': await tiff() });
    chmodSync(join(path, 'program'), 0o755);
    const video = { path: join(path, 'a.mov'), bytes: 6, mtimeMs: 0, kind: 'video', mediaType: 'video/mp4' } as const;
    const videoSettings = { ffmpeg: join(path, 'program'), frames, isLeftOut: false };
    return { video, settings: { ...SETTINGS, detectors: ['codes'], videoSettings } };
  }

  const tiff = () =>
    sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
      .tiff()
      .toBuffer();

  it.skipIf(process.platform === 'win32')('ends the program that a worker waits for, too', async () => {
    const { video, settings } = await videoed('exec sleep 98765', 1);
    pool = createPool({ ...settings, timeLimitMs: 3000 });
    await pool.ready();
    expect(await pool.examine(video)).toMatchObject({ problems: [{ code: 'time-limit' }] });
    expect(() => execFileSync('pgrep', ['-f', 'sleep 98765'])).toThrow();
  });

  it.skipIf(process.platform === 'win32')(
    'gives each frame of a video the time of a photo',
    async () => {
      const listing = "echo '  Duration: 00:00:09.00, start' >&2; echo '  Stream #0:0: Video: x' >&2";
      const frame = `case "$*" in *image2pipe*) sleep 10; cat "$(dirname "$0")/frame.tif";; *) ${listing};; esac`;
      const { video, settings } = await videoed(frame, 4);
      // Together they take longer than the limit; each may take 20 seconds on top of its wait: machines may be slow.
      pool = createPool({ ...settings, timeLimitMs: 30_000 });
      await pool.ready();
      expect(await pool.examine(video)).toMatchObject({ examination: 'full', width: 64, problems: [] });
    },
    240_000,
  );

  it('leaves no process behind when it is closed', async () => {
    pool = createPool(SETTINGS);
    await pool.ready();
    pool.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(() => killWorkers()).toThrow();
  });
});
