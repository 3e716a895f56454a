import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalReport } from '../../eval/report.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo');

let dir: string;
let report: EvalReport;

function evaluate(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'eval/run.ts', ...args], { cwd: ROOT });
}

async function evaluateToJson(name: string, ...args: string[]): Promise<EvalReport> {
  const json = join(dir, name);
  await evaluate(join(dir, 'labelled'), '--json', json, ...args);
  return JSON.parse(await readFile(json, 'utf8')) as EvalReport;
}

/** Labels a file that `make` has written to the path; if it writes none, the file is missing. */
async function label(file: string, of: object, make: (path: string) => Promise<unknown>): Promise<string> {
  const path = join(dir, 'labelled', file);
  await mkdir(dirname(path), { recursive: true });
  await make(path);
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return JSON.stringify({ file, sha256: createHash('sha256').update(bytes).digest('hex'), label: of });
}

const plain = () => sharp({ create: { width: 640, height: 480, channels: 3, background: '#6a8' } });
const located = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '19/1 0/1 0/1' },
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lenscap-eval-'));
  const lines = [
    await label('faces/three.jpg', { faces: 3, child: false }, (path) => copyFile(join(SAMPLES, 'sample3.jpg'), path)),
    await label('faces/missing.jpg', { faces: 1 }, async () => {}),
    await label('negatives/plain.jpg', { faces: 0, people: false, child: false }, (path) =>
      plain().jpeg().toFile(path),
    ),
    await label('negatives/broken.jpg', { faces: 0, people: false, child: false }, (path) =>
      writeFile(path, '\xff\xd8\xff', 'latin1'),
    ),
    await label('metadata/located.jpg', { has_gps: true, reference: { gps: { lat: 47.5, lon: 19 } } }, (path) =>
      plain().withExif(located).jpeg().toFile(path),
    ),
    await label('hostile/noise.png', { kind: 'made' }, (path) => writeFile(path, '\x89PNG\r\n\x1a\nnoise', 'latin1')),
    await label('hostile/no-target.svgz', { kind: 'made' }, (path) => writeFile(path, 'noise')),
  ];
  await writeFile(join(dir, 'labelled', 'labels.ndjson'), `${lines.join('\n')}\n`);
  report = await evaluateToJson('first.json', '--results', join(dir, 'results.ndjson'), '--jobs', '1');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const category = (id: string) => report.categories.find((one) => one.id === id);

describe('the evaluation of a small folder', () => {
  it('finds the faces and misses the missing file', () => {
    expect(category('faces')?.allPositives).toMatchObject({ share: { count: 1, total: 2 }, notExamined: 1 });
    expect(category('faces')?.tallies[0]?.share).toMatchObject({ count: 3, total: 4 });
  });
  it('counts the plain picture as a true negative and does not count the damaged one', () => {
    expect(category('negatives')?.allNegatives).toMatchObject({ share: { count: 0, total: 1 }, notExamined: 1 });
  });
  it('finds the place', () => {
    expect(category('location')?.allPositives.share).toMatchObject({ count: 1, total: 1 });
    expect(category('location')?.checks[0]?.share).toMatchObject({ count: 1, total: 1 });
  });
  it('gets a result for every hostile file', () => {
    expect(report.health.hostile?.map(({ isGoalMet }) => isGoalMet)).toEqual([true, true, true, true]);
    const ledger = report.health.folders.map(
      ({ files, full, partial, none, withoutResult }) => files - full - partial - none - withoutResult,
    );
    expect(new Set(ledger)).toEqual(new Set([0]));
  });
  it('computes the same figures from the stored results', async () => {
    expect(await evaluateToJson('second.json', '--from', join(dir, 'results.ndjson'))).toEqual(report);
  });
  it('stores no unmasked value', async () => {
    expect(await readFile(join(dir, 'results.ndjson'), 'utf8')).toMatch(/"latitude":47\.5\b/);
  });
  it('refuses a folder without labels with exit code 2', async () => {
    await expect(evaluate(dir)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('labels.ndjson') });
  });
});
