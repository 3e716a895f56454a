// What a program may give to scan(): checked before anything is opened.
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type ScanSettings, scan } from '../../src/index.js';
import { FLAGS } from '../../src/options/flags.js';
import { argsOf, checkPaths } from '../../src/options/library-settings.js';
import { refusalOf, resolve } from '../options/request.js';

const KNOWN = { rules: ['person/child', 'person/face', 'person'], services: ['meta-camera-roll', 'other-cloud'] };

/** The first event of a scan that is to be refused. */
const first = (paths: unknown, settings?: unknown) => scan(paths as string[], settings as ScanSettings).next();

describe('settings of the right types', () => {
  const settings: ScanSettings = {
    ...{ only: ['person/child', 'person'], skip: ['person/face'], minScore: 0.000_000_1, service: 'other-cloud' },
    ...{ asOf: '2024-02-29', onlyTaken: true, failOn: 'never', showValues: true, jobs: 2, fast: false },
    ...{ timeLimit: 2.5, engine: 'tfjs', videos: 'metadata', frames: 12, region: 'FR' },
  };

  it('become the options that the same flags make', async () => {
    const { signal: _signal, onProgress: _onProgress, ...flags } = settings;
    expect(await resolve(argsOf(flags, KNOWN))).toMatchObject({
      rules: [{ id: 'person/child', minScore: 0.5 }],
      ...{ asOf: '2024-02-29', isOnlyTaken: true, failOn: 'never', isValueShown: true, jobs: 2, isFast: false },
      ...{ timeLimitMs: 2500, engine: 'tfjs', videos: 'metadata', videoSettings: { frames: 12 } },
    });
  });

  it('keep numbers that JavaScript writes with an exponent', async () => {
    expect(Number(argsOf({ minScore: 1e-7 }, KNOWN).minScore)).toBe(1e-7);
    expect(Number(argsOf({ minScore: 0.1 }, KNOWN).minScore)).toBe(0.1);
  });

  it('may be undefined, which is as if they were not given', () => {
    expect(argsOf({ jobs: undefined, only: undefined }, KNOWN)).toEqual({});
  });

  it('are every flag that the table gives to the library', () => {
    const taken = Object.entries(FLAGS).filter(([, { takenBy }]) => (takenBy as readonly string[]).includes('library'));
    expect(taken.map(([key]) => key).sort()).toEqual([...Object.keys(settings), 'config'].sort());
  });
});

it('has types: numbers, booleans, lists and the choices of each flag', () => {
  expectTypeOf<ScanSettings['jobs']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<ScanSettings['frames']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<ScanSettings['fast']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<ScanSettings['only']>().toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf<ScanSettings['videos']>().toEqualTypeOf<'auto' | 'metadata' | 'skip' | undefined>();
  expectTypeOf<ScanSettings>().not.toHaveProperty('format');
  // @ts-expect-error a number is meant
  argsOf.bind(null, { jobs: '2' });
  // @ts-expect-error a list is meant
  scan.bind(null, 'DCIM');
});

describe('wrong settings are refused in one line that says what they may be', () => {
  it.each<[object, string]>([
    [{ jobs: '2' }, 'jobs: must be a whole number from 1 to 256, not "2"'],
    [{ jobs: 2.5 }, 'jobs: must be a whole number from 1 to 256, not 2.5'],
    [{ jobs: Number.NaN }, 'jobs: must be a whole number from 1 to 256, not NaN'],
    [{ minScore: 2 }, 'minScore: must be a number from 0 to 1, not 2'],
    [{ minScore: null }, 'minScore: must be a number from 0 to 1, not null'],
    [{ fast: 'yes' }, 'fast: must be true or false, not "yes"'],
    [{ only: 'person' }, 'only: must be a list of rules or groups, such as ["person/child"], not "person"'],
    [{ only: [] }, 'only: must be a list of rules or groups, such as ["person/child"], not an empty list'],
    [
      { skip: ['person/fase'] },
      'skip: unknown rule or group "person/fase"; did you mean person/face? to list all: lenscap rules',
    ],
    [{ only: [1] }, 'only: unknown rule or group 1; to list all: lenscap rules'],
    [{ asOf: new Date(0) }, 'asOf: must be a valid date, such as 2025-07-15, not an object'],
    [{ asOf: '2025-02-30' }, 'asOf "2025-02-30": must be a valid date, such as 2025-07-15'],
    [{ videos: 'none' }, 'videos "none": must be auto, metadata or skip'],
    [{ config: '' }, 'config "": must name a file'],
  ])('%o', (settings, message) => {
    expect(() => argsOf(settings as ScanSettings, KNOWN)).toThrow(message);
  });

  it('names the nearest setting for one that is none', async () => {
    expect(await refusalOf(first(['.'], { job: 2 }))).toMatch(
      /^no setting is called "job"; did you mean jobs\? known: .*signal, onProgress$/,
    );
    // Formats are the command's: a program has the events.
    expect(await refusalOf(first(['.'], { format: 'json' }))).toMatch(/^no setting is called "format"/);
  });

  it.each<[unknown, string]>([
    ['DCIM', 'paths: must be a list of folders and files, such as ["DCIM"], not "DCIM"'],
    [undefined, 'paths: must be a list of folders and files, such as ["DCIM"], not undefined'],
    [[], 'paths: must be a list of folders and files, such as ["DCIM"]; the list is empty'],
    [['a', 1], 'paths: must be a list of folders and files, such as ["DCIM"]; 1 is not a path'],
    [['a', ''], 'paths: must be a list of folders and files, such as ["DCIM"]; "" is not a path'],
  ])('paths %o', async (paths, message) => {
    expect(() => checkPaths(paths)).toThrow(message);
    expect(await refusalOf(first(paths))).toBe(message);
  });

  it.each<[unknown, RegExp]>([
    [[], /^settings: must be an object, such as {jobs: 2}, not an empty list$/],
    [null, /^settings: must be an object, such as {jobs: 2}, not null$/],
    [{ signal: {} }, /^signal: must be an AbortSignal$/],
    [{ onProgress: true }, /^onProgress: must be a function$/],
  ])('%o', async (settings, message) => {
    expect(await refusalOf(first(['.'], settings))).toMatch(message);
  });
});
