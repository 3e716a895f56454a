// What a person at a terminal, or a hook, gets besides the report.
import { spawnSync } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { ROOT } from '../helpers/root.js';
import { reportIn } from '../helpers/valid-report.js';

const BIN = join(ROOT, 'bin', 'lenscap.js');
const isWindows = process.platform === 'win32';

describe('--output', () => {
  it('takes the format from the name, unless --format is given', async () => {
    const cwd = folder({ 'in/a.jpg': await plainJpeg() });
    const scan = (...more: string[]) => lenscap(['scan', 'in', '--only', 'metadata', ...more], { cwd });
    const written = async (name: string, ...more: string[]) => {
      await scan('-o', name, ...more);
      return readFileSync(join(cwd, name), 'utf8');
    };
    expect(() => reportIn('{}')).toThrow();
    expect(reportIn(await written('r.json'))).toMatchObject({ summary: { targets: 1 } });
    expect((await written('r.ndjson')).split('\n')).toHaveLength(4);
    expect(await written('r.txt')).toMatch(/^lenscap /);
    expect(await written('r.csv.bak')).toMatch(/^lenscap /);
    expect(await written('s.json', '-f', 'text')).toMatch(/^lenscap /);
  });

  it('- is standard output', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const { stdout, stderr } = await lenscap(['scan', '.', '-o', '-', '-f', 'json', '--only', 'metadata'], { cwd });
    expect(reportIn(stdout)).toMatchObject({ summary: { targets: 1 } });
    expect(stderr).toBe('');
  });

  it('leaves the closing line for the terminal, but not with -q', async () => {
    const cwd = folder({ 'in/a.jpg': await locatedJpeg() });
    const run = await lenscap(['scan', 'in', '-j', '1', '-o', 'r.txt'], { cwd });
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: 'lenscap: The one photo would give something away.\n' });
    const closing = readFileSync(join(cwd, 'r.txt'), 'utf8').trim().split('\n').at(-1);
    expect(run.stderr).toBe(`lenscap: ${closing}\n`);
    expect((await lenscap(['scan', 'in', '-o', 'r.txt', '-q'], { cwd })).stderr).toBe('');
  });
});

describe('JSON on standard output', () => {
  it.each([
    ['a path that is missing', ['nowhere'], {}],
    ['no room for temporary files', ['a.jpg'], { TMPDIR: '/nowhere/at/all', TEMP: '/nowhere', TMP: '/nowhere' }],
  ])('has not begun where the scan cannot: %s', async (_, paths, env) => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const { code, stdout } = await lenscap(['scan', ...paths, '-f', 'json', '--only', 'metadata'], { cwd, env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('check', () => {
  const metadata = ['--only', 'metadata'];

  it('counts on stderr what passes although it is flagged', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg(), 'b.jpg': await plainJpeg() });
    const passed = await lenscap(['check', '.', '--fail-on', 'critical', ...metadata], { cwd });
    expect(passed).toEqual({
      code: 0,
      stdout: '',
      stderr: 'lenscap: 1 file passed although flagged: what was found is below --fail-on critical\n',
    });
    expect((await lenscap(['check', '.', '--fail-on', 'critical', '-q', ...metadata], { cwd })).stderr).toBe('');
    expect((await lenscap(['check', '.', ...metadata], { cwd })).stderr).toBe('');
  });

  it('is silent where there is no photo', async () => {
    const cwd = folder({ 'in/a.txt': 'x' });
    expect(await lenscap(['check', 'in'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('lets an empty list not pass', async () => {
    const cwd = folder({ list: '\n\n', 'a.jpg': await plainJpeg() });
    expect(await lenscap(['check', '--files-from', 'list'], { cwd })).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/^list: this list of files is empty/),
    });
    const json = await lenscap(['check', '--files-from', 'list', '-f', 'json'], { cwd });
    expect(reportIn(json.stdout)).toMatchObject({
      problems: [{ path: 'list', code: 'list-empty' }],
      summary: { targets: 0, complete: false },
    });
    expect((await lenscap(['check', 'a.jpg', '--files-from', 'list', ...metadata], { cwd })).code).toBe(0);
    expect((await lenscap(['scan', '--files-from', 'list'], { cwd })).code).toBe(0);
  });
});

describe('--files-from', () => {
  it('takes lines that end as on Windows', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg(), list: 'a.jpg\r\n\r\na.jpg\r' });
    const { code, stdout } = await lenscap(['check', '--files-from', 'list', '--only', 'metadata'], { cwd });
    expect(code).toBe(1);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  it.skipIf(isWindows)('refuses a standard input that cannot be read', () => {
    const cwd = folder({ x: '' });
    const stderrOf = (stdin: string) => {
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', `exec "$0" "$1" check --files-from - ${stdin}`, process.execPath, BIN],
        {
          cwd,
          encoding: 'utf8',
        },
      );
      return `${status} ${stderr}`;
    };
    expect(stderrOf('< .')).toMatch(/^2 lenscap: --files-from -: standard input is a folder/);
    expect(stderrOf('<&-')).toMatch(/^2 lenscap: --files-from -: standard input is closed/);
    expect(stderrOf('0> x')).toMatch(/^2 lenscap: --files-from -: standard input cannot be read \(EBADF\)/);
    expect(stderrOf('< /dev/null')).toMatch(/^3 /);
    const file = openSync(join(cwd, 'x'), 'r');
    const { status } = spawnSync(process.execPath, [BIN, 'check', '--files-from', '-'], {
      cwd,
      stdio: [file, 'pipe', 'pipe'],
    });
    expect(status).toBe(3);
  });
});

describe('did you mean', () => {
  it.each([
    [['my photos', '-q'], /did you mean: node .*bin\/lenscap\.js scan 'my photos' -q\n$/],
    [['scna', 'x'], /^lenscap: unknown command "scna"; did you mean: node .* scan x\n$/],
    [['help', 'chek'], /^lenscap: unknown command "chek"; did you mean: node .* help check\n$/],
    [['scan', '--jbos'], /^lenscap: unknown option "--jbos"; did you mean --jobs\? for all options: .* scan --help\n$/],
    [['rules', 'persn/child'], /did you mean person\/child\? to list all: node .* rules\n$/],
    [['scan', '.', '--only', 'passport,pasport'], /--only "passport": .* did you mean document\/passport\?/],
    [['check', '.', '--skip', 'documnt'], /--skip "documnt": .* did you mean document\?/],
    [['scan', '.', '--config', 'config.json'], /unknown rule "face"; did you mean person\/face\?/],
  ])('%j', async (args, stderr) => {
    const cwd = folder({ 'my photos/a.txt': '', 'config.json': '{"rules": {"face": "off"}}' });
    const run = await lenscap(args, { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr.replaceAll('\\', '/')).toMatch(stderr);
  });
});

describe.skipIf(isWindows)('the hint of the text report', () => {
  it('can be run as it is printed', async () => {
    const photo = await locatedJpeg();
    const names = [...Array(4).keys()].map((index) => [`it's my $(id)/${index} "x".jpg`, photo] as const);
    const cwd = folder({ ...Object.fromEntries(names), '-b/5.jpg': photo });
    for (const roots of [["it's my $(id)"], ["it's my $(id)", "it's my $(id)"], ['--', '-b', "it's my $(id)"]]) {
      const { stdout } = await lenscap(['scan', '--only', 'metadata/location', ...roots], {
        cwd,
        env: { COLUMNS: '40' },
      });
      const [command] = stdout.match(/^ {2}node .*$/m) ?? [];
      const { stdout: listed } = spawnSync('bash', ['-c', command ?? 'false'], { cwd, encoding: 'utf8' });
      expect(listed).toContain(`it's my $(id)/3 "x".jpg\n`);
      expect(listed.trim().split('\n')).toHaveLength(roots.includes('-b') ? 5 : 4);
    }
  });
});

it('--show-values shows values in the text of scan and of check', async () => {
  const cwd = folder({ 'a.jpg': await locatedJpeg() });
  const run = async (command: string, ...more: string[]) =>
    (await lenscap([command, 'a.jpg', '--only', 'metadata', ...more], { cwd })).stdout;
  for (const command of ['scan', 'check']) {
    expect(await run(command)).not.toMatch(/latitude: /);
    expect(await run(command, '--show-values')).toMatch(/latitude: -?\d+\.\d{3,}, longitude: -?\d+\.\d{3,}/);
  }
});

describe('an older Node', () => {
  const old = (version: string) =>
    `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`;
  const run = (script: string, version: string) =>
    spawnSync(process.execPath, ['--import', old(version), join(ROOT, script), '--version'], { encoding: 'utf8' });

  it.each(['bin/lenscap.js', 'scripts/start.mjs'])('is refused by %s in one line', (script) => {
    for (const version of ['18.20.8', '20.18.3', '12.22.12']) {
      const { status, stdout, stderr } = run(script, version);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toBe(
        `lenscap: Node.js ${version} is too old; install 20.19 or newer (22 or newer is recommended)\n`,
      );
    }
    expect(run(script, '20.19.0').status).toBe(0);
  });

  it('can parse what refuses it', () => {
    for (const script of ['bin/lenscap.js', 'bin/node-version.js', 'scripts/start.mjs']) {
      const code = readFileSync(join(ROOT, script), 'utf8').replace(/\/\/.*$/gm, '');
      expect(code).not.toMatch(/\bawait\b|\?\.|\?\?|catch \{|'node:|#\w|\basync\b/);
    }
  });

  it('is older than what package.json asks for', async () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
    const { MINIMUM } = (await import(join(ROOT, 'bin/node-version.js'))) as { MINIMUM: readonly number[] };
    expect(engines.node).toBe(`>=${MINIMUM.join('.')}`);
  });
});

it('npm start ends with what to do next, and names itself in hints', () => {
  const cwd = folder();
  const env = { ...process.env, INIT_CWD: cwd, npm_lifecycle_event: 'start', npm_package_name: 'lenscap' };
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}npm start -- scan \S*fixtures\/gallery .*--only /m);
  expect(stdout).toMatch(/^ {2}npm start -- scan FOLDER .*\n {2}npm start -- check FILE .*\n {2}npm start -- rules /m);
});
