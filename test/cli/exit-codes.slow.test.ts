import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folder } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { ROOT } from '../helpers/root.js';

describe('exit code 0', () => {
  it('when every photo was examined in full and nothing was found', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    expect(await lenscap(['scan', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('when what was found is below --fail-on', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg() });
    expect((await lenscap(['scan', '.', '--fail-on', 'critical'], { cwd })).code).toBe(0);
  });

  it('when there is no photo at all, with a message', async () => {
    const { code, stderr } = await lenscap(['scan', '.'], { cwd: folder({ 'notes.txt': 'x' }) });
    expect(code).toBe(0);
    expect(stderr).toMatch(/no photo/i);
  });
});

describe('exit code 1', () => {
  it('when something reaches --fail-on', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg() });
    expect((await lenscap(['scan', '.'], { cwd })).code).toBe(1);
  });

  it('wins over a photo that could not be examined', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg(), 'b.jpg': '' });
    expect((await lenscap(['scan', '.'], { cwd })).code).toBe(1);
  });

  it('is limited by --only-taken to photos that the service would take', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg('2025:06:14 09:15:02') });
    const scan = (asOf: string) => lenscap(['scan', '.', '--only-taken', '--as-of', asOf], { cwd });
    expect((await scan('2025-06-20')).code).toBe(1);
    expect((await scan('2025-12-20')).code).toBe(0);
  });
});

describe('exit code 2', () => {
  it.each([
    [['scan', '--no-such-flag', '.'], /no-such-flag/],
    [['scan'], /nothing to scan; name a folder/],
    [['scan', 'nowhere'], /nowhere/],
    [['scan', '.', '--jobs', 'many'], /--jobs/],
    [['scan', '.', '--min-score', '2'], /--min-score/],
    [['scan', '.', '--format', 'xml'], /--format/],
    [['scan', '.', '--only', 'person/dog'], /person\/dog/],
    [['scan', '.', '--as-of', '2025-02-30'], /--as-of/],
    [['scan', '.', '--format', 'paths', '--select', 'safe', '--only', 'person'], /--select safe/],
    [['scan', '.', '--config', 'missing.json'], /missing\.json/],
    [['scan', '.', '--output', 'no/such/folder/report'], /no\/such\/folder/],
    [['frobnicate'], /frobnicate/],
    [['rules', 'person/dog'], /person\/dog/],
  ])('for %j, in a line that names it', async (args, named) => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const { code, stdout, stderr } = await lenscap(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(named);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('for a model that is missing or altered, before the walk begins, with the command that fixes it', async () => {
    const copy = folder();
    for (const part of ['bin', 'dist', 'models', 'package.json', 'schema'])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    const { symlinkSync } = await import('node:fs');
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    writeFileSync(join(copy, 'a.jpg'), await plainJpeg());
    const model = join(copy, 'models', 'face-ssd.onnx');
    const run = async (...args: readonly string[]) => {
      const child = spawn(process.execPath, [join(copy, 'bin', 'lenscap.js'), ...args], { cwd: copy });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
      const [code] = await once(child, 'close');
      return { code, output };
    };
    const refusal = { code: 2, output: expect.stringMatching(/face-ssd.*npm run models/s) };
    writeFileSync(model, 'altered');
    expect(await run('scan', 'a.jpg')).toMatchObject(refusal);
    expect(await run('doctor')).toMatchObject(refusal);
    rmSync(model);
    expect(await run('scan', 'a.jpg')).toMatchObject(refusal);
  });
});

describe('exit code 3', () => {
  it.each([
    ['empty', async () => Buffer.alloc(0), /empty/],
    ['broken', async () => Buffer.from('not a picture at all'), /not\s+one\s+that\s+lenscap\s+knows/],
    ['truncated', async () => (await plainJpeg(1200, 900)).subarray(0, 3000), /damaged/],
    ['cut off in its header', async () => (await plainJpeg()).subarray(0, 40), /damaged/],
  ])('for a photo that is %s, with what to do', async (_what, make, says) => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'b.jpg': await make() });
    const { code, stdout } = await lenscap(['scan', '.'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/b\.jpg/);
    expect(stdout).toMatch(says);
  });

  it('for a picture of 20,000 x 20,000 pixels', async () => {
    const huge = blankPng(20_000);
    const { code, stdout } = await lenscap(['scan', '.'], { cwd: folder({ 'huge.png': huge }) });
    expect(code).toBe(3);
    expect(stdout).toMatch(/400 megapixels/);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('for a folder without permission', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    mkdirSync(join(cwd, 'closed'));
    chmodSync(join(cwd, 'closed'), 0);
    const { code, stdout } = await lenscap(['scan', '.'], { cwd });
    chmodSync(join(cwd, 'closed'), 0o700);
    expect(code).toBe(3);
    expect(stdout).toMatch(/closed/);
  });

  it('for a named file that is not a photo', async () => {
    const { code, stderr } = await lenscap(['check', 'notes.txt'], { cwd: folder({ 'notes.txt': 'x' }) });
    expect(code).toBe(3);
    expect(stderr).toBe('');
  });

  it('if a rule that is on cannot run on the requested engine', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const { code, stdout } = await lenscap(['scan', '.', '--engine', 'tfjs'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/needs the onnx engine/);
  });

  it('never for a rule that is off', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    expect((await lenscap(['scan', '.', '--engine', 'tfjs', '--skip', 'document,text,person'], { cwd })).code).toBe(0);
  });

  it('if children were checked without the model of whole scenes', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const { code, stdout } = await lenscap(['scan', '.', '--engine', 'tfjs', '--only', 'person'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/ran\s+without\s+an\s+optional\s+model/);
  });
});

describe('check', () => {
  it('prints nothing when all pass, and a line for each file held back', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'b.jpg': await locatedJpeg(), 'c.jpg': '' });
    expect(await lenscap(['check', 'a.jpg'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    const { code, stdout } = await lenscap(['check', 'a.jpg', 'b.jpg', 'c.jpg'], { cwd });
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^b\.jpg: high: /),
      expect.stringMatching(/^c\.jpg: not examined/),
    ]);
  });
});

describe('the hook that is shipped', () => {
  const HOOK = join(ROOT, 'examples', 'pre-upload-hook.sh');
  const hook = async (cwd: string, ...files: string[]) => {
    const env = { ...process.env, LENSCAP: `${process.execPath} ${join(ROOT, 'bin', 'lenscap.js')}` };
    const child = spawn('sh', [HOOK, ...files], { cwd, env });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const [code] = await once(child, 'close');
    return { code, output };
  };

  it.skipIf(process.platform === 'win32')('lets a harmless photo pass and refuses the others', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'b.jpg': await locatedJpeg(), 'c.jpg': '' });
    expect((await hook(cwd, 'a.jpg')).code).toBe(0);
    expect((await hook(cwd, 'b.jpg')).code).not.toBe(0);
    expect((await hook(cwd, 'c.jpg')).code).not.toBe(0);
    expect((await hook(cwd, 'missing.jpg')).code).not.toBe(0);
  });
});

/** A square PNG with one bit per pixel. Its pixels are never held in memory as bytes. */
function blankPng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
