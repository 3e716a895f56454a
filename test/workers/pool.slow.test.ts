import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ScanTarget } from '../../src/types/target.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { createPool, limitOf, type PicturePool, type PoolOptions } from '../../src/workers/pool.js';
import type { FromWorker } from '../../src/workers/protocol.js';
import { startWorker } from '../../src/workers/start.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';
import { until } from '../helpers/until.js';

const SETTINGS = {
  engine: 'onnx',
  detectors: ['metadata', 'faces'],
  isFast: false,
  isValueShown: false,
  jobs: 1,
  timeLimitMs: 60_000,
  videoSettings: NO_VIDEOS,
} as const;

/**
 * The processes that the pool of this test has started, in order, and the messages they have sent.
 */
let workers: ChildProcess[];
let messages: FromWorker[];

function startFollowed(): ChildProcess {
  const child = startWorker();
  workers.push(child);
  child.on('message', (message: FromWorker) => messages.push(message));
  return child;
}

let pool: PicturePool;
function open(options: PoolOptions): PicturePool {
  [workers, messages] = [[], []];
  pool = createPool(options, undefined, startFollowed);
  return pool;
}

afterEach(() => {
  vi.useRealTimers();
  pool.close();
});

function isResult(sent: unknown): sent is FromWorker {
  return typeof sent === 'object' && sent !== null && 'memoryBytes' in sent;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Whether a process with this id runs. A zombie that waits for its parent counts as ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) Z /.test(readFileSync(status, 'utf8'));
}

async function photo(): Promise<ScanTarget> {
  const path = join(folder(), 'a.jpg');
  const bytes = await plainJpeg();
  writeFileSync(path, bytes);
  return { path, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' };
}

describe('the pool', () => {
  it('examines targets in worker processes', async () => {
    open(SETTINGS);
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

  it('gives a video extra time by its size, up to ten minutes', () => {
    const target = { path: 'a', mtimeMs: 0, mediaType: 'video/mp4' };
    expect(limitOf({ ...target, kind: 'video', bytes: 4_000_000_000 }, 60_000)).toBe(260_000);
    expect(limitOf({ ...target, kind: 'video', bytes: 2 ** 60 }, 60_000)).toBe(660_000);
    expect(limitOf({ ...target, kind: 'image', bytes: 4_000_000_000 }, 60_000)).toBe(60_000);
  });

  it('gives up a target at the time limit and continues with the next', async () => {
    open({ ...SETTINGS, timeLimitMs: 1 });
    const results = await Promise.all([pool.examine(await photo()), pool.examine(await photo())]);
    for (const result of results) {
      expect(result).toMatchObject({ examination: 'none', problems: [{ code: 'time-limit' }] });
    }
  });

  it('examines a target once more when its process dies', async () => {
    open(SETTINGS);
    const examined = pool.examine(await photo());
    workers[0]?.kill('SIGKILL');
    expect(await examined).toMatchObject({ examination: 'full' });
    expect(workers).toHaveLength(2);
  });

  it('reports a target whose process dies twice, and continues', async () => {
    open(SETTINGS);
    const examined = pool.examine(await photo());
    workers[0]?.kill('SIGKILL');
    (await until(() => workers[1])).kill('SIGKILL');
    expect(await examined).toMatchObject({ examination: 'none', problems: [{ code: 'crashed' }] });
    expect(await pool.examine(await photo())).toMatchObject({ examination: 'full' });
  });

  it('gives a picture up whose process dies twice, and continues', async () => {
    open({ ...SETTINGS, detectors: [] });
    const target = await photo();
    const sha256 = createHash('sha256').update(readFileSync(target.path)).digest('hex');
    const request = { target, sha256, size: null, covered: [], isBlurred: false };
    const made = pool.thumbnail(request);
    workers[0]?.kill('SIGKILL');
    (await until(() => workers[1])).kill('SIGKILL');
    expect(await made).toEqual({ why: 'undecodable' });
    expect(await pool.thumbnail(request)).toMatchObject({ width: expect.any(Number) });
  });

  it.each([
    ['replaces a process that has grown beyond its memory, and keeps its result', 1_500_000_001, 2],
    ['keeps a process up to its memory', 1_500_000_000, 1],
  ])('%s', async (_, memoryBytes, processes) => {
    open(SETTINGS);
    await pool.ready();
    const [first] = workers;
    // The process reports its own memory with each result.
    const emit: (event: string, ...sent: unknown[]) => boolean = first!.emit.bind(first);
    const larger = (sent: unknown) => (isResult(sent) ? { ...sent, memoryBytes } : sent);
    first!.emit = (event: string, ...sent: unknown[]) => emit(event, ...sent.map(larger));
    expect(await pool.examine(await photo())).toMatchObject({ examination: 'full' });
    expect(await pool.examine(await photo())).toMatchObject({ examination: 'full' });
    expect(workers).toHaveLength(processes);
    if (processes > 1) await until(() => hasEnded(first!));
  });

  /**
   * A video, and settings with a shell script in place of ffmpeg, so that its behaviour does not
   * depend on the machine.
   */
  async function videoed(script: string, frames: number) {
    const path = folder({ program: `#!/bin/sh\n${script}`, 'a.mov': 'a video', 'frame.tif': await tiff() });
    chmodSync(join(path, 'program'), 0o755);
    const video = { path: join(path, 'a.mov'), bytes: 6, mtimeMs: 0, kind: 'video', mediaType: 'video/mp4' } as const;
    const videoSettings = { ffmpeg: join(path, 'program'), frames, isLeftOut: false };
    return { path, video, settings: { ...SETTINGS, detectors: ['codes'], videoSettings } };
  }

  const tiff = () =>
    sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
      .tiff()
      .toBuffer();

  it.skipIf(process.platform === 'win32')('ends the program that a worker waits for, too', async () => {
    const { path, video, settings } = await videoed('echo $$ >"$(dirname "$0")/pid"; exec sleep 300', 1);
    open(settings);
    await pool.ready();
    // The time limit passes once the program runs, however long that takes to start.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const examined = pool.examine(video);
    const pid = await until(() => existsSync(join(path, 'pid')) && Number(readFileSync(join(path, 'pid'), 'utf8')));
    await until(() => messages.some((message) => message.type === 'program' && message.pid === pid));
    expect(isRunning(pid)).toBe(true);
    vi.advanceTimersByTime(SETTINGS.timeLimitMs);
    expect(await examined).toMatchObject({ problems: [{ code: 'time-limit' }] });
    await until(() => !isRunning(pid));
    await until(() => workers.every(hasEnded));
  });

  it.skipIf(process.platform === 'win32')('gives each frame of a video the time of a photo', async () => {
    const listing = "echo '  Duration: 00:00:09.00, start' >&2; echo '  Stream #0:0: Video: x' >&2";
    // Each frame appears once the test allows it by creating a file with the number of the frame.
    const frame = `cd "$(dirname "$0")"; n=$(ls | grep -c begun); : >"begun$n"
      until [ -e "go$n" ]; do sleep 0.02; done; cat frame.tif`;
    const { path, video, settings } = await videoed(`case "$*" in *image2pipe*) ${frame};; *) ${listing};; esac`, 4);
    open(settings);
    await pool.ready();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const examined = pool.examine(video);
    for (let n = 0; n < 4; n++) {
      await until(() => existsSync(join(path, `begun${n}`)));
      await until(() => messages.filter(({ type }) => type === 'inner-picture').length === n);
      vi.advanceTimersByTime(0.7 * SETTINGS.timeLimitMs);
      writeFileSync(join(path, `go${n}`), '');
    }
    expect(await examined).toMatchObject({ examination: 'full', width: 64, problems: [] });
    expect(readdirSync(path).filter((name) => name.startsWith('begun'))).toHaveLength(4);
  });

  it('leaves no process behind when it is closed', async () => {
    open(SETTINGS);
    await pool.ready();
    expect(workers.map(hasEnded)).toEqual([false]);
    pool.close();
    await until(() => workers.every(hasEnded));
  });
});

it('is ready also for a caller that asks after its first process was ready', async () => {
  open({ ...SETTINGS, detectors: ['metadata'] });
  await pool.ready();
  await until(() => messages.some(({ type }) => type === 'ready'));
  await pool.ready();
});
