// Results that are kept, through the real program: the same report from fewer examinations.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, put } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap, type Run } from '../helpers/program.js';
import { ROOT } from '../helpers/root.js';
import { until } from '../helpers/until.js';

const BIN = join(ROOT, 'bin', 'lenscap.js');
const isWindows = process.platform === 'win32';
const METADATA = ['--only', 'metadata'] as const;

interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Worker processes that were started since the last call. */
  workers(): number;
  run(...args: readonly string[]): Promise<Run>;
}

/** Photos with distinct content, half of them with a place. */
async function photos(count: number): Promise<Record<string, Buffer>> {
  const [plain, located] = [await plainJpeg(), await locatedJpeg()];
  const name = (index: number) => `DCIM/IMG_${String(index).padStart(4, '0')}.JPG`;
  return Object.fromEntries(
    [...Array(count).keys()].map((index) => [
      name(index),
      Buffer.concat([index % 2 === 0 ? plain : located, Buffer.from(`the end of photo ${index}`)]),
    ]),
  );
}

/** A folder with photos and a cache of its own. Each process notes which script it runs. */
function place(files: Readonly<Record<string, string | Uint8Array>>): Place {
  const cwd = folder(files);
  const outside = folder();
  const log = join(outside, 'processes');
  const preload = `import{appendFileSync}from"node:fs";appendFileSync(${JSON.stringify(log)},process.argv[1]+"\\n")`;
  const env = {
    LENSCAP_CACHE: join(outside, 'cache'),
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
  };
  writeFileSync(log, '');
  return {
    cwd,
    env,
    workers() {
      const started = readFileSync(log, 'utf8').split('\n');
      writeFileSync(log, '');
      return started.filter((script) => script.endsWith('worker-main.js')).length;
    },
    run: (...args) => lenscap(args, { cwd, env }),
  };
}

const json = (...more: readonly string[]) => ['DCIM', ...METADATA, '--format', 'json', ...more];

describe('a second scan', () => {
  it('gives the same bytes without a worker process', async () => {
    const { run, workers } = place(await photos(6));
    const first = await run('scan', ...json());
    expect(workers()).toBeGreaterThan(0);
    expect(await run('scan', ...json())).toEqual(first);
    expect(workers()).toBe(0);
    expect(await run('scan', ...json('--no-cache'))).toEqual(first);
    expect(await run('scan', ...json('--verify'))).toEqual(first);
  });

  it.each([
    ['fewer rules', ['--skip', 'metadata/location']],
    ['a threshold', ['--min-score', '0.99']],
    ['another day of the service', ['--as-of', '2025-06-20']],
    ['another severity that fails', ['--fail-on', 'low']],
  ])('with %s costs no examination either', async (_what, more) => {
    const { run, workers } = place(await photos(4));
    await run('scan', ...json());
    workers();
    const again = await run('scan', ...json(...more));
    expect(workers()).toBe(0);
    expect(await run('scan', ...json(...more, '--no-cache'))).toEqual(again);
  });

  it('examines a file of the same size and time whose content is another', async () => {
    const { cwd, run } = place(await photos(3));
    await run('scan', ...json());
    const path = join(cwd, 'DCIM/IMG_0000.JPG');
    const { atime, mtime, size } = statSync(path);
    const other = await locatedJpeg();
    writeFileSync(path, Buffer.concat([other, Buffer.alloc(Math.max(0, size - other.length))]).subarray(0, size));
    utimesSync(path, atime, mtime);
    const again = await run('scan', ...json());
    expect(again).toEqual(await run('scan', ...json('--no-cache')));
  });

  it('--no-cache and --show-values neither read nor write it', async () => {
    const { env, run, workers } = place(await photos(2));
    for (const flag of ['--no-cache', '--show-values']) await run('scan', ...json(flag));
    expect(existsSync(env.LENSCAP_CACHE as string)).toBe(false);
    await run('scan', ...json());
    workers();
    for (const flag of ['--no-cache', '--show-values']) {
      await run('scan', ...json(flag));
      expect(workers(), flag).toBeGreaterThan(0);
    }
  });

  it('check uses what a scan has kept, and reads the files for it', async () => {
    const { cwd, run } = place(await photos(2));
    await run('scan', ...json());
    const first = await run('check', 'DCIM', ...METADATA);
    expect(first.stdout.trim().split('\n')).toHaveLength(1);
    rmSync(join(cwd, 'DCIM/IMG_0001.JPG'));
    expect((await run('check', 'DCIM', ...METADATA)).stdout).toBe('');
  });
});

describe('lenscap report', () => {
  it('renders the last scan in any format, without a worker process', async () => {
    const { run, workers } = place(await photos(4));
    const scanned = await run('scan', ...json());
    workers();
    expect(await run('report', ...json())).toEqual(scanned);
    expect(await run('report', '--format', 'json')).toEqual(scanned);
    expect((await run('report', 'DCIM/IMG_0001.JPG', '--format', 'list')).stdout).toContain('metadata/location');
    const listed = await run(
      'report',
      'DCIM',
      '--only',
      'metadata/location',
      '--select',
      'flagged',
      '--format',
      'paths',
    );
    expect(listed.stdout).toBe('DCIM/IMG_0001.JPG\nDCIM/IMG_0003.JPG\n');
    expect((await run('report')).stdout).toContain('No photo was examined again.');
    expect(workers()).toBe(0);
  });

  it('reports what is new, changed or gone, and calls none of it safe', async () => {
    const { cwd, run } = place(await photos(4));
    await run('scan', ...json());
    put(cwd, { 'DCIM/IMG_0000.JPG': await locatedJpeg(), 'DCIM/new.jpg': await plainJpeg() });
    rmSync(join(cwd, 'DCIM/IMG_0002.JPG'));
    const { stdout, code } = await run('report', ...json());
    const { problems, summary } = JSON.parse(stdout);
    expect(problems.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['DCIM/IMG_0000.JPG', 'changed-since-scan'],
      ['DCIM/IMG_0002.JPG', 'gone-since-scan'],
      ['DCIM/new.jpg', 'not-scanned'],
    ]);
    expect(summary).toMatchObject({ targets: 4, full: 2, none: 2, complete: false });
    expect(code).toBe(1);
    await run('scan', ...json());
    expect(JSON.parse((await run('report', ...json())).stdout).problems).toEqual([]);
  });

  it('refuses what was never scanned, and what concerns the examination', async () => {
    const { cwd, run } = place({ ...(await photos(1)), 'other/a.jpg': await plainJpeg() });
    expect(await run('report')).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing was scanned yet') });
    await run('scan', ...json());
    put(cwd, { 'DCIM/new.jpg': await plainJpeg() });
    for (const path of ['other', 'missing', 'DCIM/new.jpg']) {
      const refused = await run('report', path);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(`"${path}" was never scanned; to scan it: `);
    }
    for (const flag of [
      '--show-values',
      '--fast',
      '--no-cache',
      '--jobs=2',
      '--engine=onnx',
      '--videos=skip',
      '--frames=2',
    ]) {
      expect(await run('report', 'DCIM', flag)).toMatchObject({ code: 2, stdout: '' });
    }
  });

  it('of a list has the rules and the speed of its scan, as a whole and for each file', async () => {
    const { cwd, env, run, workers } = place({ ...(await photos(2)), list: 'DCIM/IMG_0000.JPG\nDCIM/IMG_0001.JPG\n' });
    const scanned = await run('scan', '--files-from', 'list', ...METADATA, '--fast', '-f', 'json');
    workers();
    expect(await run('report', '-f', 'json')).toEqual(scanned);
    expect(await run('report', '--files-from', 'list', '-f', 'json')).toEqual(scanned);
    const one = JSON.parse((await run('report', 'DCIM/IMG_0001.JPG', '-f', 'json')).stdout);
    expect(one).toMatchObject({ fast: true, photos: [{ path: 'DCIM/IMG_0001.JPG' }], problems: [] });
    expect(workers()).toBe(0);
    // Of two lists on standard input, the last scan's is meant.
    const list = readFileSync(join(cwd, 'list'), 'utf8');
    await lenscap(['scan', '--files-from', '-', ...METADATA], { cwd, env, input: list });
    const piped = await lenscap(['report', '--files-from', '-', '-f', 'json'], { cwd, env, input: list });
    expect(JSON.parse(piped.stdout)).toMatchObject({ summary: { full: 2 }, problems: [] });
  });

  it('has no result for rules that no scan looked for', async () => {
    const { run } = place(await photos(1));
    await run('scan', ...json());
    const { stdout, code } = await run('report', 'DCIM', '--only', 'code', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'not-kept' }], summary: { none: 1, full: 0 } });
    expect(code).toBe(3);
  });
});

describe('lenscap cache', () => {
  it('states what is kept, removes what is gone, and removes all', async () => {
    const { cwd, run, workers } = place(await photos(3));
    expect((await run('cache', 'stats')).stdout).toContain('No results are kept yet');
    await run('scan', ...json());
    expect((await run('cache', 'stats')).stdout).toMatch(/^3 results of 3 files, \d+ kB of at most 1000\.0 MB, in /);
    rmSync(join(cwd, 'DCIM/IMG_0000.JPG'));
    expect((await run('cache', 'prune')).stdout).toBe(
      'Removed 0 results of other versions and 1 paths of files that are gone.\n',
    );
    expect((await run('cache', 'clear')).code).toBe(0);
    workers();
    await run('scan', ...json());
    expect(workers()).toBeGreaterThan(0);
    expect(await run('cache', 'prnue')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean prune'),
    });
  });
});

describe.skipIf(isWindows)('a scan that ends early', () => {
  const started = ({ cwd, env }: Place, ...args: readonly string[]) =>
    spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: { ...process.env, LENSCAP_FFMPEG: 'off', ...env },
    });

  it('by kill -9 at any moment: the next one goes on, and reports as if nothing had happened', async () => {
    const files = await photos(40);
    const undisturbed = await place(files).run('scan', ...json('--only', 'code'));
    const at = place(files);
    for (const moment of [3, 11, 23]) {
      const child = started(at, 'scan', 'DCIM', ...METADATA, '--only', 'code', '--format', 'ndjson', '--jobs', '1');
      let lines = 0;
      child.stdout.on('data', (chunk: Buffer) => (lines += chunk.toString().split('\n').length - 1));
      const ended = new Promise((resolve) => child.once('close', resolve));
      await until(() => lines >= moment || child.exitCode !== null);
      child.kill('SIGKILL');
      await ended;
      const kept = /^(\d+) results/.exec((await at.run('cache', 'stats')).stdout)?.[1];
      expect(Number(kept)).toBeGreaterThanOrEqual(moment);
    }
    expect(await at.run('scan', ...json('--only', 'code'))).toEqual(undisturbed);
  }, 300_000);

  it('by Ctrl-C: states how far it came, what was found, and that the same command goes on', async () => {
    const at = place(await photos(40));
    const child = started(at, 'scan', 'DCIM', ...METADATA, '--only', 'code', '--format', 'ndjson', '--jobs', '1');
    const written = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk));
    child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk));
    const ended = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
    await until(() => written.stdout.split('\n').length > 5);
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
    expect(written.stderr).toMatch(
      /stopped after \d+ of 40 photos; photos with findings: \d+ high.*\n.*their results are kept; to go on, run the same command again\n.*to see what was found in \d+ photos: .*report\n/,
    );
    const reported = await at.run('report', '--format', 'list');
    expect(reported.stdout).toContain('metadata/location');
    expect(reported.stderr).toContain('no scan has examined this file yet');
  });
});

it('a cache that cannot be written is named in no hint', async () => {
  const { cwd } = place(await photos(2));
  const run = await lenscap(['scan', 'DCIM', ...METADATA, '--min-score', '0.3'], {
    cwd,
    env: { LENSCAP_CACHE: join(cwd, 'DCIM/IMG_0000.JPG/cache') },
  });
  expect(run.stderr).toMatch(/the cache in .* cannot be used/);
  expect(run.stdout).toMatch(/ scan DCIM --only metadata --min-score 0\.3 --all$/m);
  expect(run.stdout).not.toContain(' report DCIM');
});

describe.skipIf(isWindows)('a full disk', () => {
  it('is one warning, and a scan without the cache', async () => {
    const at = place(await photos(30));
    const complete = await at.run('scan', ...json('--no-cache'));
    const script = 'trap "" XFSZ; ulimit -f 60; exec "$0" "$@"';
    const run = spawnSync('bash', ['-c', script, process.execPath, BIN, 'scan', ...json()], {
      cwd: at.cwd,
      env: { ...process.env, ...at.env, NODE_OPTIONS: '', TMPDIR: '/dev/shm' },
      encoding: 'utf8',
    });
    expect(run.stdout).toBe(complete.stdout);
    expect(run.stderr.match(/the cache in .* cannot be used/g)).toHaveLength(1);
  });
});
