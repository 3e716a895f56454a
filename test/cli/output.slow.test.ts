import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folder } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { ROOT } from '../helpers/root.js';
import { until } from '../helpers/until.js';
import { linesIn, reportIn } from '../helpers/valid-report.js';

describe('JSON', () => {
  it('is valid under the schema, and its ledger adds up', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'b.jpg': await locatedJpeg(), 'c.jpg': '', 'd.txt': 'x' });
    const { stdout, stderr } = await lenscap(['scan', '.', '--format', 'json'], { cwd });
    // biome-ignore lint/suspicious/noExplicitAny: reportIn checks it against the schema
    const report = reportIn<any>(stdout);
    const { targets, full, partial, none, ignored } = report.summary;
    expect({ targets, full, partial, none, ignored }).toEqual({
      targets: 3,
      full: 2,
      partial: 0,
      none: 1,
      ignored: { txt: 1 },
    });
    expect(report.photos.map(({ path }: { path: string }) => path)).toEqual(['a.jpg', 'b.jpg']);
    expect(stderr).toMatch(/c\.jpg/);
  });

  it('is the same, byte for byte, for any number of workers', async () => {
    const photos = Object.fromEntries(
      await Promise.all(
        [...Array(12).keys()].map(
          async (index) => [`${index}.jpg`, index % 3 ? await plainJpeg() : await locatedJpeg()] as const,
        ),
      ),
    );
    const cwd = folder({ ...photos, 'bad.jpg': 'x', 'worse.png': '' });
    const runs = await Promise.all(
      ['1', '3'].map((jobs) =>
        lenscap(['scan', '.', '--format', 'json', '--jobs', jobs, '--as-of', '2025-07-01'], { cwd }),
      ),
    );
    expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
    const lines = await Promise.all(
      ['1', '3'].map((jobs) =>
        lenscap(['scan', '.', '--format', 'ndjson', '--jobs', jobs, '--as-of', '2025-07-01'], { cwd }),
      ),
    );
    expect(lines[0]?.stdout.split('\n').sort()).toEqual(lines[1]?.stdout.split('\n').sort());
    expect(linesIn(lines[0]?.stdout ?? '').filter((line) => (line as { type: string }).type !== 'group')).toHaveLength(
      12 + 2 + 2,
    );
  });

  it('of more than 1 MiB passes a slow pipe completely', async () => {
    const name = 'long-name-'.repeat(20);
    const photo = await locatedJpeg();
    const cwd = folder(
      Object.fromEntries([...Array(1000).keys()].map((index) => [`${name}/${name}${index}.jpg`, photo])),
    );
    const child = spawn(
      process.execPath,
      [join(ROOT, 'bin', 'lenscap.js'), 'scan', '.', '--format', 'json', '--only', 'metadata', '--fail-on', 'never'],
      { cwd },
    );
    child.stderr.resume();
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) {
      chunks.push(chunk as Buffer);
      // A slow reader, so that the pipe is full most of the time.
      await setTimeout(5);
    }
    if (child.exitCode === null) await once(child, 'close');
    const text = Buffer.concat(chunks).toString();
    expect(reportIn<{ photos: unknown[] }>(text).photos).toHaveLength(1000);
    expect(text.length).toBeGreaterThan(2 ** 20);
  });

  it('is written to a file that only its owner can read, completely or not at all', async () => {
    const cwd = folder({ 'in/a.jpg': await locatedJpeg() });
    const { code, stdout } = await lenscap(['scan', 'in', '--format', 'json', '--output', 'report.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(() => reportIn(readFileSync(join(cwd, 'report.json'), 'utf8'))).not.toThrow();
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'report.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(cwd).sort()).toEqual(['in', 'report.json']);
  });
});

/** Root could replace that of the machine, and so uses a null device of its own if possible. */
function nullDevice(): string {
  const own = join(folder(), 'null');
  const isMade = process.getuid?.() === 0 && spawnSync('mknod', [own, 'c', '1', '3']).status === 0;
  return isMade ? own : '/dev/null';
}

describe('--output', () => {
  it.skipIf(process.platform === 'win32')('writes to a device without replacing it', async () => {
    const [cwd, device] = [folder({ 'a.jpg': await plainJpeg() }), nullDevice()];
    const args = ['scan', 'a.jpg', '--only', 'metadata', '--output', device, '--quiet'];
    const { code, stderr } = await lenscap(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(statSync(device).isCharacterDevice()).toBe(true);
  });

  it('refuses a folder before anything is examined', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'out/x': '' });
    const { code, stderr } = await lenscap(['scan', 'a.jpg', '--output', 'out'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/--output "out": this is a folder/);
  });

  it('never destroys a photo', async () => {
    const photo = await plainJpeg();
    const cwd = folder({ 'a.jpg': photo, 'b.txt': photo });
    // On Linux the last one leads to the same folder.
    const names = ['a.jpg', 'b.txt', ...(existsSync('/proc/self/cwd') ? ['/proc/self/cwd/a.jpg'] : [])];
    for (const name of names) {
      const { code, stderr } = await lenscap(['check', 'a.jpg', '--output', name], { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(/this photo or video would be overwritten/);
      expect(readFileSync(join(cwd, basename(name))).equals(photo)).toBe(true);
    }
  });

  it('gives no report the name of a photo', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const { code, stderr } = await lenscap(['check', 'a.jpg', '--output', 'new.heic'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/this is the name of a photo or video/);
    expect(existsSync(join(cwd, 'new.heic'))).toBe(false);
  });

  it('does not scan its own output', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'old.txt': '', 'report.json': '{}' });
    const args = ['scan', '.', '--only', 'metadata', '--format', 'json', '--output', 'report.json'];
    expect((await lenscap(args, { cwd })).code).toBe(0);
    const { summary } = reportIn<{ summary: object }>(readFileSync(join(cwd, 'report.json'), 'utf8'));
    expect(summary).toMatchObject({ ignored: { txt: 1 } });
  });

  it.skipIf(process.platform === 'win32')(
    'through a link replaces the target of the link, readable by its owner only',
    async () => {
      const cwd = folder({ 'a.jpg': await plainJpeg(), 'out/report.txt': 'old' });
      chmodSync(join(cwd, 'out', 'report.txt'), 0o644);
      symlinkSync(join('out', 'report.txt'), join(cwd, 'link'));
      expect((await lenscap(['scan', 'a.jpg', '--only', 'metadata', '--output', 'link'], { cwd })).code).toBe(0);
      expect(lstatSync(join(cwd, 'link')).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(cwd, 'link'), 'utf8')).toMatch(/nothing of medium severity or above/);
      expect(statSync(join(cwd, 'link')).mode & 0o777).toBe(0o600);
      expect(readdirSync(join(cwd, 'out'))).toEqual(['report.txt']);
    },
  );

  it.skipIf(process.platform === 'win32')('refuses a link that points to nothing', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    symlinkSync('nowhere', join(cwd, 'link'));
    const { code, stderr } = await lenscap(['scan', 'a.jpg', '--output', 'link'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/points to nothing/) });
  });

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing behind at %s, by which the program ends',
    async (signal) => {
      const photo = await plainJpeg();
      const cwd = folder(Object.fromEntries([...Array(300).keys()].map((index) => [`in/${index}.jpg`, photo])));
      const args = ['scan', 'in', '--format', 'ndjson', '--output', 'report.json', '--jobs', '1'];
      const child = spawn(process.execPath, [join(ROOT, 'bin', 'lenscap.js'), ...args], { cwd });
      const ended = once(child, 'close');
      await until(() => readdirSync(cwd).some((name) => name.endsWith('.part')));
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(readdirSync(cwd)).toEqual(['in']);
    },
  );
});

describe('several outputs of one scan', () => {
  it('hold the same findings, each in the format of its name, and the closing line is on stderr', async () => {
    const cwd = folder({ 'in/a.jpg': await locatedJpeg(), 'in/b.jpg': await plainJpeg(), 'in/c.jpg': '' });
    const files = ['r.json', 'r.ndjson', 'r.csv', 'r.sarif', 'r.txt', 'r.list', 'r.paths', '-'];
    const args = ['scan', 'in', '--select', 'safe', ...files.flatMap((file) => ['-o', file])];
    const { code, stdout, stderr } = await lenscap(args, { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^HIGH {3}1 photo$/m);
    expect(stderr).toMatch(/^lenscap: 1 of 3 would give something away/m);
    const text = (name: string) => readFileSync(join(cwd, name), 'utf8');
    expect(reportIn<{ photos: unknown[] }>(text('r.json')).photos).toHaveLength(2);
    expect(linesIn(text('r.ndjson')).filter((line) => (line as { type: string }).type !== 'group')).toHaveLength(5);
    expect(text('r.csv')).toMatch(/^in\/a\.jpg,.*metadata\/location/m);
    expect(JSON.parse(text('r.sarif')).runs[0].results.length).toBeGreaterThan(0);
    expect(text('r.list')).toMatch(/^in\/c\.jpg: not examined: /m);
    expect(text('r.paths')).toBe('in/b.jpg\n');
    expect(text('r.txt')).toMatch(/^HIGH {3}1 photo$/m);
    for (const name of files.slice(0, -1)) expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o600);
  });

  it('are all absent where one of them cannot be written', async () => {
    const cwd = folder({ 'in/a.jpg': await plainJpeg() });
    const { code, stderr } = await lenscap(['scan', 'in', '-o', 'r.json', '-o', 'no/such.csv'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^lenscap: --output "no\/such\.csv"/) });
    expect(readdirSync(cwd)).toEqual(['in']);
  });
});

describe('paths', () => {
  it('are printed without decoration, so that other programs can read them', async () => {
    const cwd = folder({
      'in/a.jpg': await plainJpeg(),
      'in/b\nc.jpg': await plainJpeg(),
      'in/d.jpg': await locatedJpeg(),
      'in/e.jpg': '',
    });
    const { stdout } = await lenscap(['scan', 'in', '--format', 'paths', '--select', 'safe', '-0'], { cwd });
    expect(stdout.split('\0')).toEqual([join('in', 'a.jpg'), join('in', 'b\nc.jpg'), '']);
    const flagged = await lenscap(['scan', 'in', '--format', 'paths', '--select', 'flagged'], { cwd });
    expect(flagged.stdout).toBe(`${join('in', 'd.jpg')}\n`);
  });

  it('never contain a line forged by a name, and the skipped name is reported', async () => {
    const cwd = folder({ 'in/a.jpg': await plainJpeg(), 'in/b\n/etc/c.jpg': await plainJpeg() });
    const { code, stdout, stderr } = await lenscap(['scan', 'in', '--format', 'paths', '--select', 'safe'], { cwd });
    expect(stdout).toBe(`${join('in', 'a.jpg')}\n`);
    expect(stderr).toMatch(/b\\n\/etc.*add -0 to list it/);
    expect(code).toBe(3);
  });

  it('are taken from a list on standard input', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg(), 'b.jpg': await plainJpeg() });
    const { code, stdout } = await lenscap(['check', '--files-from', '-', '-0'], { cwd, input: 'a.jpg\0b.jpg\0' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.jpg: /);
  });
});

describe('a terminal', () => {
  it('never gets control characters of a file name', async () => {
    const cwd = folder({ 'in\u009b31m/\u001b[31mred\u009b\u0007.jpg': '' });
    const { stdout, stderr } = await lenscap(['scan', 'in\u009b31m'], { cwd });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not occur
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(stdout).toMatch(/red/);
  });

  it.each([
    ['--output', ['scan', '.', '--output', '\u001b[31mno\u009b/x']],
    ['an unknown option', ['scan', '.', '--no\u001b[31m\u009b']],
    ['an unknown command', ['\u001b[31m\u009b']],
    ['a missing path', ['scan', '\u001b[31m\u009b']],
  ])('never gets control characters of an argument: %s', async (_, args) => {
    const { code, stdout, stderr } = await lenscap(args, { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not occur
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('gets colours only on request', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg() });
    const csi = String.fromCharCode(27);
    expect((await lenscap(['scan', '.'], { cwd })).stdout).not.toContain(csi);
    expect((await lenscap(['scan', '.', '--color', 'always'], { cwd })).stdout).toContain(csi);
    expect((await lenscap(['scan', '.'], { cwd, env: { FORCE_COLOR: '1' } })).stdout).toContain(csi);
  });
});

describe('a pipe that is closed', () => {
  it('ends the program quietly', async () => {
    const photo = await locatedJpeg();
    const cwd = folder(Object.fromEntries([...Array(30).keys()].map((index) => [`${index}.jpg`, photo])));
    const child = spawn(
      process.execPath,
      [join(ROOT, 'bin', 'lenscap.js'), 'scan', '.', '--format', 'ndjson', '--only', 'metadata'],
      { cwd },
    );
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    expect(stderr).toBe('');
  });

  it.skipIf(process.platform !== 'linux')('for warnings does not end the run when it is full', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'b.jpg': '' });
    const command = `exec "${process.execPath}" "${join(ROOT, 'bin', 'lenscap.js')}" scan . --format json --only metadata 2>/dev/full`;
    const child = spawn('sh', ['-c', command], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    expect(await once(child, 'close')).toEqual([3, null]);
    expect(reportIn(stdout)).toMatchObject({ summary: { targets: 2 } });
  });

  it('for warnings does not end the run when its reader closes it', async () => {
    const files = [...Array(200).keys()].map((index) => [`${index}.jpg`, ''] as const);
    const cwd = folder(Object.fromEntries(files));
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'lenscap.js'), 'scan', '.', '--format', 'json'], { cwd });
    child.stderr.destroy();
    child.stdout.resume();
    expect(await once(child, 'close')).toEqual([3, null]);
  });
});

describe('help', () => {
  it.each([['--help'], ['scan', '--help'], ['check', '--help']])('of %s names the exit codes', async (...args) => {
    const { code, stdout } = await lenscap(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Exit codes:/);
  });

  it('is printed for `help` and options, whatever files are called', async () => {
    const cwd = folder({ help: '', '--version': '' });
    expect(await lenscap(['help'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage/) });
    expect(await lenscap(['--version'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\./) });
  });

  it('lists every rule, and describes one in full', async () => {
    expect((await lenscap(['rules'])).stdout).toMatch(/^person\/child +critical/m);
    expect((await lenscap(['rules', 'document/passport'])).stdout).toMatch(/Cannot see/);
  });

  it('of the doctor: everything works', async () => {
    const { code, stdout } = await lenscap(['doctor']);
    expect(stdout).toMatch(/face-ssd\.onnx.*ok/);
    expect(stdout).toMatch(/Everything works/);
    expect(code).toBe(0);
  });

  it('of the doctor: languages and models of the text engine', async () => {
    const { stdout } = await lenscap(['doctor']);
    expect(stdout).toMatch(/^models for text +text-detection\.onnx, text-recognition\.onnx$/m);
    expect(stdout).toMatch(/^documents in +English, French, German, Spanish, Italian, Portuguese, Dutch$/m);
    expect(stdout).toMatch(/^model text-recognition\.onnx .* ok$/m);
  });
});
