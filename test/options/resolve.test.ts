import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { currentEnvironment } from '../../src/options/environment.js';
import { findProgram } from '../../src/options/find-program.js';
import type { CliArgs } from '../../src/options/flags.js';
import { configFile, ENVIRONMENT, RULES, refusalOf, resolve, resolveIn, SERVICES } from './request.js';

it('has a default for everything', async () => {
  expect(await resolve()).toEqual({
    command: 'scan',
    roots: ['DCIM'],
    filesFrom: null,
    isNullSeparated: false,
    reports: [{ format: 'text', file: null, isColored: false }],
    isEverythingListed: false,
    thumbnails: 'plain',
    select: null,
    failOn: 'high',
    only: null,
    skip: null,
    rules: RULES,
    coverage: { rulesOff: [], off: [], narrowed: [] },
    decided: { decisions: new Map(), known: null },
    jobs: 4,
    services: [SERVICES[0]],
    region: null,
    regionFrom: null,
    today: '2025-07-15',
    asOf: '2025-07-15',
    isOnlyTaken: false,
    engine: 'onnx',
    isFast: false,
    videos: 'auto',
    videoSettings: { ffmpeg: null, frames: 8, isLeftOut: false },
    isValueShown: false,
    isVerified: false,
    cacheFolder: null,
    isQuiet: false,
    isProgressShown: false,
    program: 'lenscap',
    repeated: { scan: [], report: [], accept: [] },
    shell: 'posix',
    timeLimitMs: 60_000,
  });
});

it('takes what is given', async () => {
  const args: CliArgs = {
    format: 'paths',
    select: 'flagged',
    null: true,
    output: 'report',
    failOn: 'never',
    jobs: '256',
    filesFrom: '-',
    service: 'other-cloud',
    asOf: '2024-02-29',
    onlyTaken: true,
    engine: 'tfjs',
    fast: true,
    videos: 'skip',
    timeLimit: '2.5',
    cache: false,
    showValues: true,
    quiet: true,
  };
  expect(await resolve(args, { command: 'check', roots: [] })).toMatchObject({
    command: 'check',
    roots: [],
    filesFrom: '-',
    isNullSeparated: true,
    reports: [{ format: 'paths', file: 'report', isColored: false }],
    select: 'flagged',
    failOn: 'never',
    jobs: 256,
    services: [{ name: 'other-cloud' }],
    asOf: '2024-02-29',
    isOnlyTaken: true,
    engine: 'tfjs',
    isFast: true,
    videos: 'skip',
    isValueShown: true,
    isQuiet: true,
    timeLimitMs: 2500,
  });
});

it('is frozen, and leaves what it was made from alone', async () => {
  const options = await resolve({ minScore: '0.7' });
  expect(
    [options, options.roots, options.rules, options.coverage, options.services, ...options.rules].every(
      Object.isFrozen,
    ),
  ).toBe(true);
  expect(RULES[0]?.minScore).toBe(0.5);
  expect(RULES.some(Object.isFrozen)).toBe(false);
});

describe('refused in one line', () => {
  it.each<[CliArgs, string]>([
    [{ format: 'xml' }, '--format "xml": must be text, json, ndjson, paths, list, csv, sarif or html'],
    [{ format: 'constructor' }, '--format "constructor": must be text, json, ndjson, paths, list, csv, sarif or html'],
    [{ format: 'paths', select: 'all' }, '--select "all": must be flagged or safe'],
    [{ failOn: 'medum' }, '--fail-on "medum": must be critical, high, medium, low or never'],
    [{ engine: 'cuda' }, '--engine "cuda": must be onnx or tfjs'],
    [{ frames: '0' }, '--frames "0": must be a whole number from 1 to 1000'],
    [{ videos: 'no' }, '--videos "no": must be auto, metadata or skip'],
    [{ color: 'yes' }, '--color "yes": must be auto, always or never'],
    [{ service: 'icloud' }, '--service "icloud": must be meta-camera-roll or other-cloud'],
    [{ jobs: '0' }, '--jobs "0": must be a whole number from 1 to 256'],
    [{ jobs: '257' }, '--jobs "257": must be a whole number from 1 to 256'],
    [{ jobs: '1.5' }, '--jobs "1.5": must be a whole number from 1 to 256'],
    [{ jobs: '0x10' }, '--jobs "0x10": must be a whole number from 1 to 256'],
    [{ jobs: '' }, '--jobs "": must be a whole number from 1 to 256'],
    [{ jobs: '2\n3' }, '--jobs "2\\n3": must be a whole number from 1 to 256'],
    [{ minScore: '1.01' }, '--min-score "1.01": must be a number from 0 to 1'],
    [{ minScore: '-0.1' }, '--min-score "-0.1": must be a number from 0 to 1'],
    [{ minScore: 'NaN' }, '--min-score "NaN": must be a number from 0 to 1'],
    [{ timeLimit: '0' }, '--time-limit "0": must be a number from 0.1 to 86400'],
    [{ timeLimit: 'Infinity' }, '--time-limit "Infinity": must be a number from 0.1 to 86400'],
    [{ asOf: '2025-02-30' }, '--as-of "2025-02-30": must be a valid date, such as 2025-07-15'],
    [{ asOf: '2025-7-1' }, '--as-of "2025-7-1": must be a valid date, such as 2025-07-15'],
    [{ asOf: '0000-01-01' }, '--as-of "0000-01-01": must be 1970-01-01 or later'],
    [{ asOf: 'today' }, '--as-of "today": must be a valid date, such as 2025-07-15'],
    [{ output: '' }, '--output "": must name a file'],
    [{ filesFrom: '' }, '--files-from "": must name a file'],
    [{ config: '' }, '--config "": must name a file'],
  ])('%j', async (args, message) => {
    expect(await refusalOf(resolve(args))).toBe(message);
  });

  it.each<[CliArgs, RegExp]>([
    [{ showValues: true, output: 'r.html' }, /^--show-values and --format html exclude each other;/],
    [{ select: 'flagged' }, /^--select works only with --format paths;/],
    [{ format: 'paths' }, /^--format paths needs --select/],
    [{ output: 'r.paths' }, /^--output "r\.paths": this name asks for bare paths, which need --select flagged or/],
    [{ null: true }, /^-0 works only with --format paths or --files-from;/],
  ])('flags that contradict each other: %j', async (args, message) => {
    expect(await refusalOf(resolve(args))).toMatch(message);
  });

  it('nothing to scan', async () => {
    expect(await refusalOf(resolve({}, { roots: [] }))).toMatch(/^nothing to scan; name a folder or a file/);
    expect((await resolve({ filesFrom: 'list', null: true }, { roots: [] })).isNullSeparated).toBe(true);
  });

  describe('--select safe where a rule that could flag a photo is', () => {
    const safe = (args: CliArgs) => resolve({ format: 'paths', select: 'safe', ...args });

    it.each<[string, CliArgs, string, string]>([
      ['not among --only', { only: 'person' }, 'document/passport, document/page', '--only'],
      ['skipped', { skip: 'person/face' }, 'person/face', '--skip'],
      [
        'held to a higher score',
        { minScore: '0.8', skip: 'person/face' },
        'person/child, person/face, document/page',
        '--skip and --min-score',
      ],
    ])('%s', async (_how, args, named, fix) => {
      const message = await refusalOf(safe(args));
      expect(message).toContain(`no photo can be called safe while rules are off or set to report less (${named})`);
      expect(message).toMatch(new RegExp(`; remove ${fix}$`));
    });

    it.each<[string, unknown, string]>([
      ['off', { rules: { 'person/face': 'off' } }, '(person/face)'],
      ['lowered until it flags nothing', { rules: { 'person/face': 'low' } }, '(person/face)'],
      ['held to a higher score', { minScore: 0.95 }, '(person/child, person/face, document/passport and 1 more)'],
    ])('%s by the configuration', async (_how, content, named) => {
      expect(await refusalOf(safe({ config: configFile(content) }))).toContain(named);
    });

    it('nowhere, it is let through', async () => {
      const config = configFile({ rules: { 'person/face': 'critical' }, minScore: 0.5 });
      expect((await safe({ config, minScore: '0.3' })).select).toBe('safe');
    });
  });

  it('--select flagged may be narrowed', async () => {
    expect((await resolve({ format: 'paths', select: 'flagged', only: 'person' })).rules).toHaveLength(2);
  });
});

describe('jobs', () => {
  it.each([
    [1, 1],
    [0, 1],
    [8, 8],
    [64, 8],
  ])('with %i processors: %i', async (cpuCount, jobs) => {
    expect((await resolveIn({ cpuCount })).jobs).toBe(jobs);
  });
});

describe('colour', () => {
  const tty = { isStdoutTty: true };
  const forced = { isColorForced: true };
  const refused = { isColorRefused: true };
  it.each([
    [{}, {}, false],
    [tty, {}, true],
    [tty, { output: 'report.txt' }, false],
    [forced, {}, true],
    [{ ...tty, ...refused }, {}, false],
    [{ ...forced, ...refused }, {}, false],
    [{ ...tty, ...refused }, { color: 'always' }, true],
    [{ ...tty, ...forced }, { color: 'never' }, false],
    [tty, { color: 'auto' }, true],
  ])('%j with %j: %s', async (environment, args, isColored) => {
    expect((await resolveIn(environment, args)).reports[0]?.isColored).toBe(isColored);
  });
});

it('progress shows on a terminal only, and not where it is unwanted', async () => {
  const isShown = async (args: CliArgs, isStderrTty = true) => (await resolveIn({ isStderrTty }, args)).isProgressShown;
  expect(await isShown({})).toBe(true);
  expect(await isShown({}, false)).toBe(false);
  expect(await isShown({ quiet: true })).toBe(false);
  expect(await isShown({ progress: false })).toBe(false);
});

it('progress never shows for check', async () => {
  const environment = { ...ENVIRONMENT, isStderrTty: true };
  expect((await resolve({}, { command: 'check', environment })).isProgressShown).toBe(false);
});

it('a switch that a program sets to false is off', async () => {
  expect(await resolve({ fast: false, quiet: false })).toMatchObject({ isFast: false, isQuiet: false });
});

describe('the environment', () => {
  const from = (env: NodeJS.ProcessEnv) => currentEnvironment({ env, stdout: process.stdout, stderr: process.stderr });

  it('an empty NO_COLOR refuses nothing', () => {
    expect(from({}).isColorRefused).toBe(false);
    expect(from({ NO_COLOR: '' }).isColorRefused).toBe(false);
    expect(from({ NO_COLOR: '0' }).isColorRefused).toBe(true);
  });

  it('FORCE_COLOR may say no', () => {
    expect(['', '0', 'false', '1', 'true', '3'].map((value) => from({ FORCE_COLOR: value }).isColorForced)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('knows the width of a terminal only', () => {
    const columns = (width: number | undefined) => {
      const stdout = Object.assign(Object.create(process.stdout), { columns: width });
      return currentEnvironment({ env: {}, stdout, stderr: process.stderr }).columns;
    };
    expect([columns(72), columns(undefined)]).toEqual([72, null]);
  });

  it('says the day and where the configuration is', () => {
    expect(from({}).today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(from({}).configFile).toMatch(/lenscap(?:[\\/]\w+)?[\\/]config\.json$/);
    expect(from({}).cpuCount).toBeGreaterThan(0);
  });
});

describe('ffmpeg', () => {
  const ffmpeg = '/opt/ffmpeg';

  it('is used with as many frames as were asked for', async () => {
    const { videoSettings } = await resolveIn({ ffmpeg }, { frames: '3' });
    expect(videoSettings).toEqual({ ffmpeg, frames: 3, isLeftOut: false });
  });

  it('is not where the person wants metadata only, and that is known', async () => {
    const { videoSettings } = await resolveIn({ ffmpeg }, { videos: 'metadata' });
    expect(videoSettings).toMatchObject({ ffmpeg: null, isLeftOut: true });
  });
});

describe('a program in PATH', () => {
  function programIn(name: string, mode = 0o755): string {
    const folder = mkdtempSync(join(tmpdir(), 'lenscap-path-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, name), '', { mode });
    return folder;
  }

  it('is found in the first folder that has it and may be run', () => {
    const [first, second] = [programIn('tool', 0o644), programIn('tool')];
    expect(findProgram('tool', ['/nowhere', first, second].join(delimiter))).toBe(join(second, 'tool'));
    expect(findProgram('other', second)).toBeNull();
    expect(findProgram('tool')).toBeNull();
  });

  it('is never taken from a folder that depends on where one stands', () => {
    const folder = relative(process.cwd(), programIn('tool'));
    expect(findProgram('tool', `${folder}${delimiter}.`)).toBeNull();
  });

  it('can be named, or refused, by LENSCAP_FFMPEG', () => {
    const named = join(programIn('mine'), 'mine');
    const from = (env: NodeJS.ProcessEnv) =>
      currentEnvironment({ env, stdout: process.stdout, stderr: process.stderr }).ffmpeg;
    expect(from({ LENSCAP_FFMPEG: named })).toBe(named);
    expect(from({ PATH: programIn('ffmpeg'), LENSCAP_FFMPEG: 'off' })).toBeNull();
    expect(from({ PATH: programIn('ffmpeg') })).toMatch(/ffmpeg$/);
  });
});

describe('the name of --output', () => {
  it.each([
    ['report.json', 'json'],
    ['out.d/REPORT.NDJSON', 'ndjson'],
    ['report.txt', 'text'],
    ['report.json.bak', 'text'],
    ['json', 'text'],
    ['a.json/report', 'text'],
  ])('%s gives the format %s', async (output, format) => {
    expect(await resolve({ output })).toMatchObject({ reports: [{ file: output, format }] });
  });

  it('gives way to --format', async () => {
    expect(await resolve({ output: 'report.json', format: 'text' })).toMatchObject({ reports: [{ format: 'text' }] });
  });

  it('is standard output where it is -', async () => {
    expect(await resolve({ output: '-' })).toMatchObject({ reports: [{ file: null, format: 'text' }] });
  });

  const given = (...files: string[]) => files.join('\0');

  it('decides for each of several files; --format is for the others', async () => {
    const { reports } = await resolve({ output: given('a.json', '-', 'b.csv', 'c'), format: 'list' });
    expect(reports.map(({ file, format }) => [file, format])).toEqual([
      ['a.json', 'json'],
      [null, 'list'],
      ['b.csv', 'csv'],
      ['c', 'list'],
    ]);
  });

  it('may be given once for each place only', async () => {
    expect(await refusalOf(resolve({ output: given('-', 'a', '-') }))).toBe(
      '--output "-": given twice; name another file for each report',
    );
    expect(await refusalOf(resolve({ output: given('a', '') }))).toBe('--output "": must name a file');
  });

  it('asks for bare paths in one of several files only with --select', async () => {
    expect(await refusalOf(resolve({ output: given('a.json', 'b.paths') }))).toMatch(/^--output "b\.paths": this name/);
    const { reports, select } = await resolve({ output: given('a.json', 'b.paths'), select: 'safe' });
    expect([reports.length, select]).toEqual([2, 'safe']);
  });
});

describe('TERM=dumb', () => {
  const terminal = { isStdoutTty: true, isStderrTty: true };

  it('has neither colours nor a progress bar', async () => {
    expect(await resolveIn(terminal)).toMatchObject({ reports: [{ isColored: true }], isProgressShown: true });
    expect(await resolveIn({ ...terminal, isDumb: true })).toMatchObject({
      reports: [{ isColored: false }],
      isProgressShown: false,
    });
  });

  it('gives way to --color and FORCE_COLOR', async () => {
    expect(await resolveIn({ isDumb: true }, { color: 'always' })).toMatchObject({ reports: [{ isColored: true }] });
    expect(await resolveIn({ isDumb: true, isColorForced: true })).toMatchObject({ reports: [{ isColored: true }] });
  });

  it('is read from the environment', () => {
    const from = (env: NodeJS.ProcessEnv) =>
      currentEnvironment({ env, stdout: process.stdout, stderr: process.stderr });
    expect([from({ TERM: 'dumb' }).isDumb, from({ TERM: 'xterm' }).isDumb, from({}).isDumb]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('results are kept', () => {
  const kept = async (args: CliArgs) => (await resolveIn({ cacheFolder: '/cache' }, args)).cacheFolder;

  it.each([
    [{}, '/cache'],
    [{ verify: true }, '/cache'],
    [{ cache: false }, null],
    // Values that are shown must not stay anywhere.
    [{ showValues: true }, null],
  ])('with %j: %s', async (args, folder) => expect(await kept(args)).toBe(folder));
});
