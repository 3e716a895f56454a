// `lenscap clean` from end to end: real files, the real program.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { passport } from '../../fixtures/draw/documents.js';
import { jpegVideo } from '../../fixtures/encode/mjpeg-video.js';
import { folder } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { ROOT } from '../helpers/root.js';
import { until } from '../helpers/until.js';

let located: Buffer;
let plain: Buffer;
beforeAll(async () => {
  located = await locatedJpeg();
  plain = await plainJpeg();
});

const at = (root: string, ...names: string[]) => join(root, ...names);

interface JsonReport {
  readonly files: readonly { path: string; outcome: string; copy: string | null; reasons: string[]; removed: object }[];
  readonly summary: object;
}

async function clean(cwd: string, ...args: string[]): Promise<{ code: number | null; report: JsonReport }> {
  const { code, stdout } = await lenscap(['clean', ...args, '--format', 'json'], { cwd });
  return { code, report: JSON.parse(stdout) as JsonReport };
}

/** Whether copies wait there for their proof. */
function hasParts(output: string): boolean {
  const folders = existsSync(output) ? readdirSync(output) : [];
  return folders.some((name) => name.startsWith('.lenscap-') && readdirSync(at(output, name)).length > 0);
}

/** Ends the program by a signal as soon as a condition holds. */
async function stopped(args: readonly string[], cwd: string, isTime: () => boolean, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'lenscap.js'), ...args], { cwd });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<string | number | null>((resolve) => {
    child.on('close', (code, by) => resolve(by ?? code));
  });
  await until(isTime);
  child.kill(signal);
  return { code: await ended, stderr };
}

describe('lenscap clean', () => {
  it('writes copies without metadata, in the same folders, and says what each has lost', async () => {
    const root = folder({ 'DCIM/100/a.jpg': located, 'DCIM/b.jpg': plain });
    utimesSync(at(root, 'DCIM/100/a.jpg'), 1_700_000_000, 1_700_000_000);
    const { code, report } = await clean(root, 'DCIM', '--into', 'clean');
    expect(code).toBe(0);
    expect(report.summary).toEqual({ files: 2, written: 2, there: 0, missing: 0 });
    expect(report.files[0]?.removed).toEqual({ 'metadata/location': 1, 'metadata/capture-time': 1 });
    const copy = at(root, 'clean/DCIM/100/a.jpg');
    const exif: object | undefined = await exifr.parse(copy, { translateKeys: true });
    const layout = ['Orientation', 'XResolution', 'YResolution', 'ResolutionUnit', 'ColorSpace'];
    expect(Object.keys(exif ?? {}).filter((name) => !layout.includes(name))).toEqual([]);
    expect(statSync(copy).mtimeMs).toBe(1_700_000_000_000);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(readdirSync(at(root, 'clean'))).toEqual(['DCIM']);
    expect(readFileSync(at(root, 'DCIM/100/a.jpg'))).toEqual(located);
  });

  it('skips what is there and the same, and never replaces another file', async () => {
    const root = folder({ 'in/a.jpg': located, 'in/b.jpg': plain });
    await clean(root, 'in', '--into', 'out');
    writeFileSync(at(root, 'out/in/b.jpg'), 'another file');
    const { code, report } = await clean(root, 'in', '--into', 'out');
    expect(code).toBe(3);
    expect(report.files.map(({ outcome }) => outcome)).toEqual(['there', 'conflict']);
    expect(readFileSync(at(root, 'out/in/b.jpg'), 'utf8')).toBe('another file');
  });

  it('refuses what it cannot clean, keeps nothing of it, and says why', async () => {
    const root = folder({ 'in/cut.jpg': located.subarray(0, 500), 'in/empty.jpg': '', 'in/fine.jpg': plain });
    const { code, stdout } = await lenscap(['clean', 'in', '--into', 'out'], { cwd: root });
    expect(code).toBe(3);
    expect(stdout).toMatch(/WITHOUT A COPY[\s\S]*in\/cut\.jpg\n.*damaged/);
    expect(readdirSync(at(root, 'out/in'))).toEqual(['fine.jpg']);
  });

  it('keeps what is asked for', async () => {
    const root = folder({ 'in/a.jpg': located });
    await clean(root, 'in', '--into', 'out', '--keep', 'metadata/capture-time');
    const exif = (await sharp(at(root, 'out/in/a.jpg')).metadata()).exif?.toString('latin1');
    expect(exif).toContain('2025:06:14');
  });

  it('writes nothing in a dry run', async () => {
    const root = folder({ 'in/a.jpg': located });
    const { code, report } = await clean(root, 'in', '--into', 'out', '--dry-run');
    expect({ code, outcomes: report.files.map(({ outcome }) => outcome) }).toEqual({ code: 0, outcomes: ['dry-run'] });
    expect(readdirSync(root)).toEqual(['in']);
  });

  it('gives random names if that is asked for', async () => {
    const root = folder({ 'in/wedding of Anna/anna.jpg': plain });
    const { report } = await clean(root, 'in', '--into', 'out', '--names', 'random', '--times', 'none');
    expect(report.files[0]?.copy).toMatch(/^[0-9a-f]{16}\.jpg$/);
  });

  it('covers what is asked for, so that a scan of the copy does not find it', async () => {
    const page = await sharp(Buffer.from(passport().svg)).jpeg({ quality: 92 }).toBuffer();
    const root = folder({ 'in/pass.jpg': page });
    const { code } = await clean(root, 'in', '--into', 'out', '--cover', 'document,text');
    expect(code).toBe(0);
    const { stdout } = await lenscap(['scan', at(root, 'out'), '--format', 'json', '--fail-on', 'never']);
    const rules = (JSON.parse(stdout) as { photos: { findings: { rule: string }[] }[] }).photos.flatMap(
      ({ findings }) => findings.map(({ rule }) => rule),
    );
    expect(rules.filter((rule) => /^(?:document|text)/.test(rule))).toEqual([]);
  });

  it('takes the narrower rights of the original', async () => {
    const root = folder({ 'in/a.jpg': plain });
    chmodSync(at(root, 'in/a.jpg'), 0o400);
    await clean(root, 'in', '--into', 'out');
    expect(statSync(at(root, 'out/in/a.jpg')).mode & 0o777).toBe(0o400);
  });

  it('states what it cannot open, and takes nothing from the configuration', async () => {
    const video = jpegVideo([{ jpeg: plain, ms: 1000 }], { width: 320, height: 240 });
    const root = folder({
      'in/a.mp4': video,
      'in/b.zip': 'PK\x03\x04',
      'config/lenscap/config.json': '{"videos":"skip"}',
    });
    const env = { XDG_CONFIG_HOME: at(root, 'config') };
    const { stdout } = await lenscap(['clean', 'in', '--into', 'out', '--format', 'json'], { cwd: root, env });
    const report = JSON.parse(stdout) as JsonReport & { notOpened: unknown };
    expect(report.files.map(({ path }) => path)).toEqual(['in/a.mp4']);
    expect(report.notOpened).toEqual([{ folder: 'in', kinds: { zip: 1 } }]);
  });

  it('refuses what a list names in the output folder', async () => {
    const root = folder({ 'sub/1.jpg': plain });
    const settings = { cwd: root, input: 'sub/1.jpg\n' };
    const { code, stdout } = await lenscap(['clean', '--files-from', '-', '--into', 'sub'], settings);
    expect({ code, stdout }).toEqual({ code: 3, stdout: expect.stringContaining('in the folder for the copies') });
    expect(readdirSync(at(root, 'sub'))).toEqual(['1.jpg']);
  });

  it('leaves nothing that is not proved when it is stopped, nor what a killed run left', async () => {
    const root = folder(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`in/${index}.jpg`, located])));
    const { code, stderr } = await stopped(
      ['clean', 'in', '--into', 'out'],
      root,
      () => hasParts(at(root, 'out')),
      'SIGINT',
    );
    expect({ code, stderr }).toEqual({ code: 'SIGINT', stderr: expect.stringContaining('lenscap: stopped; ') });
    expect(existsSync(at(root, 'out'))).toBe(false);
    await stopped(['clean', 'in', '--into', 'out'], root, () => hasParts(at(root, 'out')), 'SIGKILL');
    expect(readdirSync(at(root, 'out'))).toHaveLength(1);
    await clean(root, 'in/0.jpg', '--into', 'out');
    expect(readdirSync(at(root, 'out'))).toEqual(['0.jpg']);
  });

  it.each([
    [['clean', '--into', 'out'], 'nothing to clean'],
    [['clean', 'in'], '--into is missing'],
    [['clean', 'in', '--into', 'in/out'], 'lies inside'],
    [['clean', 'in', '--into', 'out', '--keep', 'metadata/hidden-media'], 'must be one of'],
    [['clean', 'in', '--into', 'out', '--cover', 'metadata'], 'metadata always goes'],
    [['clean', 'in', '--into', 'out', '--keep', 'metadata', '--remove', 'metadata'], 'exclude each other'],
    [['clean', 'missing', '--into', 'out'], 'no such file'],
  ])('refuses %j', async (args, words) => {
    const root = folder({ 'in/a.jpg': plain });
    const { code, stderr } = await lenscap(args, { cwd: root });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
    expect(existsSync(at(root, 'in/out'))).toBe(false);
  });
});

it('leaves nothing outside of the output folder', async () => {
  const root = folder({ 'in/a.jpg': plain });
  mkdirSync(at(root, 'out'));
  await clean(root, 'in', '--into', 'out');
  expect(readdirSync(root).sort()).toEqual(['in', 'out']);
  expect(readdirSync(at(root, 'out'))).toEqual(['in']);
});
