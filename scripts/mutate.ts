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
import { relatedTests, type Sources, usersOf } from './mutate/related.js';
import { describe, exitCodeOf, type Result, Results } from './mutate/results.js';
import { roomOf } from './mutate/rooms.js';

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

/** Max slow tests that a break runs against, nearest first, before those of the whole program. */
const MAX_SLOW = 6;
/** They run the built program from end to end, and may notice what no nearer test does. */
const WHOLE_PROGRAM = ['fixtures/gallery', 'cli/exit-codes'].map((name) => `test/${name}.slow.test.ts`);
/** Packs and installs the program, which takes longer than all other tests together. */
const NEVER = new Set(['test/cli/package.slow.test.ts']);

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
    if (!/^[1-9]\d{0,8}$/.test(values[name])) throw new Error(`--${name} wants a whole number from 1\n${USAGE}`);
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
  if (rooms.size === 0) throw new Error(`there is no room ${only}\n${USAGE}`);
  return [...rooms.values()].filter(({ breaks }) => breaks.length > 0);
}

/** Tries breaks in copies of the checkout. */
class Trial {
  readonly #users: ReadonlyMap<string, readonly string[]>;
  /** Whether a test file passes on unbroken code. */
  readonly #isSound = new Map<string, boolean>();

  constructor(
    readonly sources: Sources,
    readonly results: Results,
    readonly state: string,
    readonly isFastOnly: boolean,
  ) {
    this.#users = usersOf(sources);
  }

  /** Tries the first candidate of the slot that compiles; null if none does. */
  async slot(copy: Copy, { candidates }: Slot): Promise<Result | null> {
    for (const candidate of candidates) {
      const result = this.#known(candidate.id) ?? (await this.#break(copy, candidate));
      if (result.outcome !== 'not-compiling') return result;
    }
    return null;
  }

  /** What only fast tests have missed is not known yet, unless no others are asked. */
  #known(id: string): Result | undefined {
    const result = this.results.of(id);
    const isOpen = result?.outcome === 'unnoticed' && result.isFastOnly && !this.isFastOnly;
    return isOpen ? undefined : result;
  }

  async #break(copy: Copy, tried: Break): Promise<Result> {
    const started = performance.now();
    const { id, file, line, operator, before, after } = tried;
    const text = this.sources.get(file) ?? '';
    copy.put(file, text.slice(0, tried.start) + tried.replacement + text.slice(tried.end));
    const found = (await copy.compile())
      ? await this.#notice(copy, tried)
      : ({ outcome: 'not-compiling', by: null } as const);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const result: Result = {
      ...{ id, file, line, operator, before, after },
      ...found,
      state: this.state,
      isFastOnly: this.isFastOnly,
      seconds,
    };
    this.results.add(result);
    return result;
  }

  async #notice(copy: Copy, tried: Break): Promise<Pick<Result, 'outcome' | 'by'>> {
    for (;;) {
      const files = this.#testsOf(tried.file);
      if (files.length === 0) return { outcome: 'unnoticed', by: null };
      const { outcome, file, test } = await copy.test(files);
      if (outcome === 'passed') return { outcome: 'unnoticed', by: null };
      if (outcome === 'hung') return { outcome, by: null };
      if (file === null) return { outcome: 'noticed', by: null };
      if (await this.#passesUnbroken(copy, tried, file)) return { outcome: 'noticed', by: { file, test } };
    }
  }

  /** A test that fails anyway notices nothing, so it is skipped from then on. */
  async #passesUnbroken(copy: Copy, { file, start, end, replacement }: Break, test: string): Promise<boolean> {
    const known = this.#isSound.get(test);
    if (known !== undefined) return known;
    copy.restore();
    await copy.compile();
    const isSound = (await copy.test([test])).outcome === 'passed';
    this.#isSound.set(test, isSound);
    if (!isSound) {
      process.stderr.write(`${test} fails without any break; it is left out\n`);
      const text = this.sources.get(file) ?? '';
      copy.put(file, text.slice(0, start) + replacement + text.slice(end));
      await copy.compile();
    }
    return isSound;
  }

  /**
   * Fast tests before slow ones, nearest first. Tests that noticed a break of the same file come
   * before all others.
   */
  #testsOf(file: string): readonly string[] {
    const related = relatedTests(file, this.#users)
      .map((test) => test.file)
      .filter((test) => !NEVER.has(test) && this.#isSound.get(test) !== false);
    const known = this.results.noticedBy(file).filter((test) => related.includes(test));
    const slow = related.filter((test) => test.endsWith('.slow.test.ts'));
    const whole = WHOLE_PROGRAM.filter((test) => slow.includes(test));
    const fast = related.filter((test) => !slow.includes(test));
    if (this.isFastOnly) return [...new Set([...known.filter((test) => fast.includes(test)), ...fast])];
    return [...new Set([...known, ...fast, ...slow.slice(0, MAX_SLOW), ...whole])];
  }
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
    finished.push(...(await tryAll(slots, jobs, new Trial(sources, results, state, fast))));
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

await main();
