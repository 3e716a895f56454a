// The folder in which copies wait for their names. What is in it is not proved: it never outlives
// its run for longer than to the next one.
import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = '.lenscap-';

/** The computer, because a number of a process means nothing on another one. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const NAME = new RegExp(`^\\.lenscap-${HOST}-(\\d+)-[0-9a-f]{12}$`);

/** In the output folder, so that a copy gets its name without being copied. @returns its path */
export async function openPartFolder(output: string): Promise<string> {
  await removeStale(output);
  const folder = join(output, `${PREFIX}${HOST}-${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** For copies that are never kept. @returns its path */
export function openDryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'lenscap-clean-'));
}

/** A copy that is being written may appear while the folder is being removed. */
export function removePartFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Folders of runs that were killed. */
async function removeStale(output: string): Promise<void> {
  for (const name of await readdir(output)) {
    const id = Number(NAME.exec(name)?.[1] ?? 0);
    if (id === 0 || isRunning(id)) continue;
    const folder = join(output, name);
    if ((await lstat(folder)).isDirectory()) await removePartFolder(folder);
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // A process of another person exists, too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
