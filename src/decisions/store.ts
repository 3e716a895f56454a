// Reads and changes the file of decisions. A change appears whole or not at all, and of two changes
// at once none is lost.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../errors.js';
import type { Decision } from '../types/decision.js';
import type { Acceptance } from '../types/finding.js';
import { DecisionsError, decisionsIn, linesOf } from './lines.js';
import { withLock } from './lock.js';

/** By fingerprint. */
export type Decisions = ReadonlyMap<string, Decision>;

/**
 * None if there is no file.
 * @throws UsageError if it cannot be read, is damaged, or was written by a newer version
 */
export async function readDecisions(file: string): Promise<Decisions> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (file === '' || error.code === 'ENOENT') return null;
    throw refuse(file, `it cannot be read (${error.code}); make it readable, or move it away`);
  });
  if (text === null) return new Map();
  try {
    return decisionsIn(text);
  } catch (error) {
    if (!(error instanceof DecisionsError)) throw error;
    throw refuse(file, `${error.message}; restore it from a backup, or move it away and accept again`);
  }
}

/** Those that count on this day. @param today YYYY-MM-DD */
export function activeDecisions(decisions: Decisions, today: string): ReadonlyMap<string, Acceptance> {
  const active = [...decisions.values()].filter(({ until }) => until === null || until >= today);
  return new Map(active.map(({ fingerprint, on, until, reason }) => [fingerprint, { on, until, reason }]));
}

/**
 * @param change gets what the file holds now, and returns what it shall hold
 * @throws UsageError as readDecisions, and if the file cannot be written
 */
export async function changeDecisions(
  file: string,
  change: (decisions: Decisions) => Iterable<Decision>,
): Promise<void> {
  if (file === '') {
    throw new UsageError('there is no folder for decisions; set LENSCAP_DATA to the absolute path of one');
  }
  const cannot = (error: NodeJS.ErrnoException): never => {
    if (error instanceof UsageError) throw error;
    throw refuse(
      file,
      `it cannot be written (${error.code}); make its folder writable, or set LENSCAP_DATA to another`,
    );
  };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch(cannot);
  // Through a link, the file that it leads to is replaced.
  const real = await realpath(file).catch(() => file);
  await withLock(`${real}.lock`, async () => {
    await replace(real, linesOf(change(await readDecisions(real))));
  }).catch(cannot);
}

async function replace(file: string, text: string): Promise<void> {
  const written = `${file}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(written, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(written, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(written, { force: true });
    throw error;
  }
}

function refuse(file: string, what: string): UsageError {
  return new UsageError(`decisions ${JSON.stringify(file)}: ${what}`);
}
