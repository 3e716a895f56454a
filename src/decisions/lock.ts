// A lock between processes, for a change that takes milliseconds: a file that only one of them can
// create. The packages for this have not been maintained for years.
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../errors.js';

/** A lock this old was left by a process that was killed. */
const STALE_MS = 10_000;
const WAIT_MS = 20;
const PATIENCE_MS = 30_000;

/** @throws UsageError if another process keeps the lock */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const own = `${process.pid} ${performance.now()} ${Math.random()}`;
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await create(file, own))) {
    if (Date.now() > deadline) {
      throw new UsageError(`${JSON.stringify(file)}: another lenscap is at work; remove this file if there is none`);
    }
    await removeStale(file);
    await setTimeout(WAIT_MS * (1 + Math.random()));
  }
  try {
    return await work();
  } finally {
    // Not another one's, which took it for a stale one.
    if ((await readFile(file, 'utf8').catch(() => '')) === own) await rm(file, { force: true });
  }
}

async function create(file: string, own: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(own);
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of two that remove it only one gets it, because it is renamed first. */
async function removeStale(file: string): Promise<void> {
  if (!(await isStale(file))) return;
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => {});
  // Between the two steps another one may have removed it, and a third created its own.
  if (!(await isStale(aside))) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

async function isStale(file: string): Promise<boolean> {
  const there = await stat(file).catch(() => null);
  return there !== null && Date.now() - there.mtimeMs >= STALE_MS;
}
