// `npm run mutate`: makes small breaks in src, one at a time, and reports which breaks no test
// notices. See CONTRIBUTING.md.
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.js';
import { chooseSlots, type Room, type Slot } from './mutate/choose.js';
import { Copy, listFiles } from './mutate/copy.js';
import { isEquivalent } from './mutate/equivalent.js';
import { type Break, breaksOf } from './mutate/operators.js';
import type { Sources } from './mutate/related.js';
import { describe, exitCodeOf, type Result, Results } from './mutate/results.js';
import { roomOf } from './mutate/rooms.js';
import { Trial } from './mutate/trial.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(ROOT, '.mutate', 'results.ndjson');

const USAGE = `npm run mutate -- [options]
  --seed N      which breaks are chosen (1)
  --count N     how many (100)
  --only ROOM   a folder of src, or exit-codes, masks, verdicts, examinations
  --jobs N      copies of the checkout that run tests side by side (one for each processor, at most 4)
  --fast        against fast tests only: minutes; what they miss is tried again by a run without it
  --again       instead of choosing: the breaks that no test noticed so far
  --table       tries nothing: the table of all that is known of the code as it is`;

/** The names of the copies' folders begin with this; the process id follows. */
const COPIES = 'lenscap-mutate-';

class UsageError extends Error {}

/** What parseArgs throws for an option that does not exist. */
function isOptionError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '100' },
      only: { type: 'string' },
      jobs: { type: 'string', default: `${Math.min(4, cpus().length)}` },
      fast: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
    },
  });
  const whole = (name: 'seed' | 'count' | 'jobs') => {
    if (!/^[1-9]\d{0,8}$/.test(values[name])) throw new UsageError(`--${name} wants a whole number from 1`);
    return Number(values[name]);
  };
  const only = values.only?.replace('exit-codes', 'exit codes');
  return { ...values, only, seed: whole('seed'), count: whole('count'), jobs: whole('jobs') };
}

function readSources(): Sources {
  const code = listFiles(ROOT).filter((path) => /^(src|test|eval|fixtures|models|scripts)\/.*\.ts$/.test(path));
  return new Map(code.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

function readRooms(sources: Sources, only: string | undefined): readonly Room[] {
  const rooms = new Map<string, { name: string; lines: number; breaks: Break[] }>();
  for (const [file, text] of sources) {
    const name = file.startsWith('src/') ? roomOf(file) : null;
    if (name === null || (only !== undefined && name !== only)) continue;
    const room = rooms.get(name) ?? { name, lines: 0, breaks: [] };
    room.lines += text.split('\n').length;
    room.breaks.push(...breaksOf(file, text).filter((one) => !isEquivalent(one)));
    rooms.set(name, room);
  }
  if (rooms.size === 0) throw new UsageError(`src has no room ${only}`);
  return [...rooms.values()].filter(({ breaks }) => breaks.length > 0);
}

function lineOf(result: Result | null, room: string, done: number, all: number): string {
  const count = `${done}/${all}`.padStart(9);
  if (result === null) return `${count}  ${room}: nothing that compiles is left\n`;
  const { outcome, file, line, operator, seconds, by } = result;
  return `${count}  ${outcome}  ${file}:${line}  ${operator}  ${seconds} s${by ? `  ${by.file}` : ''}\n`;
}

async function main(): Promise<void> {
  const { seed, count, only, jobs, fast, again, table } = readOptions();
  process.chdir(ROOT);
  await build();
  const sources = readSources();
  const hash = createHash('sha256');
  for (const [file, text] of sources) if (/^(src|test)\//.test(file)) hash.update(`${file}\0${text}\0`);
  const state = hash.digest('hex').slice(0, 16);
  const results = new Results(KEPT, state);
  const rooms = readRooms(sources, only);
  const finished: Result[] = [];
  if (table) finished.push(...results.current());
  else {
    const slots = again ? slotsOf(rooms, results.unnoticed()) : chooseSlots(rooms, count, seed);
    finished.push(...(await tryAll(slots, jobs, new Trial({ sources, results, state, isFastOnly: fast }))));
  }
  process.stdout.write(`${describe(finished)}\n`);
  process.exitCode = exitCodeOf(finished);
}

function slotsOf(rooms: readonly Room[], ids: ReadonlySet<string>): readonly Slot[] {
  return rooms.flatMap(({ name, breaks }) =>
    breaks.filter(({ id }) => ids.has(id)).map((one) => ({ room: name, candidates: [one] })),
  );
}

/**
 * Two files, a fast one and a slow one, that must pass before any break. Otherwise every break
 * would seem to be noticed.
 */
const SOUND = ['test/findings/redact.test.ts', 'test/cli/leaves-nothing.slow.test.ts'];

async function prepare(folder: string): Promise<Copy> {
  const copy = new Copy(ROOT, folder);
  if (!(await copy.compile())) throw new Error('the program does not compile, even without a break');
  const { outcome, file } = await copy.test(SOUND);
  if (outcome !== 'passed')
    throw new Error(`without a break ${file ?? 'the test run'} ${outcome} in a copy of the checkout`);
  return copy;
}

/** Folders of runs that were killed before they could remove them. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(COPIES) ? Number.parseInt(name.slice(COPIES.length), 10) : Number.NaN;
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user cannot be signalled, but it runs.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

async function tryAll(slots: readonly Slot[], jobs: number, trial: Trial): Promise<readonly Result[]> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${COPIES}${process.pid}-`));
  // Tests that give up the rights of root still have to reach their files.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  // Exits, so that running tests end too: each process group is ended when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const finished: Result[] = [];
  const waiting = [...slots];
  let done = 0;
  const work = async (job: number) => {
    const copy = await prepare(join(folder, `${job}`));
    for (let slot = waiting.shift(); slot; slot = waiting.shift()) {
      const result = await trial.slot(copy, slot);
      if (result) finished.push(result);
      process.stderr.write(lineOf(result, slot.room, ++done, slots.length));
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, slots.length) }, (_, job) => work(job)));
  return finished;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError) && !isOptionError(error)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
