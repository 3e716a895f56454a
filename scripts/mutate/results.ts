// The outcome of each break, stored from run to run, and the table of them.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Break } from './operators.js';
import { isGuarded, roomOf } from './rooms.js';

export interface Result extends Pick<Break, 'id' | 'file' | 'line' | 'operator' | 'before' | 'after'> {
  /** Hash of src and test at the time. */
  readonly state: string;
  /** A hung run has noticed the break, too. */
  readonly outcome: 'noticed' | 'hung' | 'unnoticed' | 'not-compiling';
  /** The test that noticed it; null if the run ended before a test failed. */
  readonly by: { readonly file: string; readonly test: string | null } | null;
  /** Slow tests were not asked. */
  readonly isFastOnly: boolean;
  readonly seconds: number;
}

/** Min share of breaks that must be noticed. */
const MIN_NOTICED = 0.85;

/**
 * Appends a line of JSON for each result as it comes: runs may be interrupted, and several may
 * write at once.
 */
export class Results {
  readonly #path: string;
  readonly #state: string;
  readonly #known: Map<string, Result>;

  constructor(path: string, state: string) {
    this.#path = path;
    this.#state = state;
    mkdirSync(dirname(path), { recursive: true });
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    // A partial last line of a killed run must not swallow the next line.
    if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
    const all = text.split('\n').flatMap(toResult);
    this.#known = new Map(all.map((result) => [result.id, result]));
  }

  /** The result of a break for the current code. */
  of(id: string): Result | undefined {
    const result = this.#known.get(id);
    return result?.state === this.#state ? result : undefined;
  }

  /** All results for the current code. */
  current(): readonly Result[] {
    return [...this.#known.values()].filter(({ state }) => state === this.#state);
  }

  /** Ids of the breaks that no test noticed in the last run, whatever the code was then. */
  unnoticed(): ReadonlySet<string> {
    return new Set([...this.#known.values()].filter(({ outcome }) => outcome === 'unnoticed').map(({ id }) => id));
  }

  /** Test files that noticed a break of this file before, latest first. */
  noticedBy(file: string): readonly string[] {
    const files = [...this.#known.values()].flatMap((result) =>
      result.file === file && result.by ? [result.by.file] : [],
    );
    return [...new Set(files.reverse())];
  }

  add(result: Result): void {
    this.#known.set(result.id, result);
    appendFileSync(this.#path, `${JSON.stringify(result)}\n`);
  }
}

function toResult(line: string): readonly Result[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Result];
  } catch (error) {
    // A partial line of a killed run: that break is tried again.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

interface Count {
  tried: number;
  noticed: number;
}

function percent({ tried, noticed }: Count): string {
  return tried === 0 ? '' : `${Math.floor((100 * noticed) / tried)} %`;
}

/** The printed result: the table by room, and each break that no test noticed. */
export function describe(results: readonly Result[]): string {
  const tried = results.filter(({ outcome }) => outcome !== 'not-compiling');
  const rooms = new Map<string, Count>();
  const all: Count = { tried: 0, noticed: 0 };
  for (const { file, outcome } of tried) {
    const room = rooms.get(roomOf(file)) ?? { tried: 0, noticed: 0 };
    rooms.set(roomOf(file), room);
    for (const count of [room, all]) {
      count.tried++;
      if (outcome !== 'unnoticed') count.noticed++;
    }
  }
  const byName = [...rooms].sort(([a], [b]) => Number(isGuarded(b)) - Number(isGuarded(a)) || (a < b ? -1 : 1));
  const rows = [['room', 'breaks', 'noticed', 'share']];
  for (const [name, count] of [...byName, ['all', all] as const]) {
    rows.push([isGuarded(name) ? `${name} *` : name, `${count.tried}`, `${count.noticed}`, percent(count)]);
  }
  const unnoticed = tried.filter(({ outcome }) => outcome === 'unnoticed');
  return [
    ...rows.map(([name = '', ...figures]) => name.padEnd(16) + figures.map((figure) => figure.padStart(9)).join('')),
    '* none may go unnoticed here',
    ...(unnoticed.length > 0 ? ['', 'Noticed by no test:'] : []),
    ...unnoticed.flatMap(({ id, file, line, operator, before, after }) => [
      `${file}:${line}  ${operator}  (${id})`,
      `  - ${before}`,
      `  + ${after}`,
    ]),
  ].join('\n');
}

/** 1 if the share of noticed breaks is too low, or if a break of a guarded kind was not noticed. */
export function exitCodeOf(results: readonly Result[]): 0 | 1 {
  const tried = results.filter(({ outcome }) => outcome !== 'not-compiling');
  const unnoticed = tried.filter(({ outcome }) => outcome === 'unnoticed');
  if (unnoticed.some(({ file }) => isGuarded(roomOf(file)))) return 1;
  return tried.length === 0 || unnoticed.length > (1 - MIN_NOTICED) * tried.length ? 1 : 0;
}
