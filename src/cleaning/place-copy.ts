// Gives a copy its name, without ever replacing a file.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, link, lstat, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Cleaned } from './cleaned.js';
import { makeFolders, placeOf } from './destination.js';
import { reasonOf } from './make-copy.js';

export interface Placing {
  /** Real path of the output folder. */
  readonly output: string;
  /** Absolute path of the folder from which places count. */
  readonly base: string;
  readonly areNamesRandom: boolean;
  readonly areTimesKept: boolean;
  readonly isDryRun: boolean;
}

type Placed = Pick<Cleaned, 'outcome' | 'copy' | 'reasons'>;

/** Only its owner may read a copy, and no one who may not read the original. */
const MODE = 0o600;

/**
 * @param path of the original
 * @param part the copy, in a folder below the output folder
 * @param isJpeg it was encoded anew, which its name has to state
 */
export async function placeCopy(path: string, part: string, placing: Placing, isJpeg: boolean): Promise<Placed> {
  const { output, base, isDryRun, areNamesRandom, areTimesKept } = placing;
  const named = withExtension(placeOf(path, base), isJpeg);
  // Folders have names of people and places, too.
  const place = areNamesRandom ? `${randomBytes(8).toString('hex')}${extname(named).toLowerCase()}` : named;
  if (isDryRun) return { outcome: 'dry-run', copy: place, reasons: [] };
  try {
    const problem = await makeFolders(output, place);
    if (problem) return { outcome: 'refused', copy: null, reasons: [problem] };
    const source = await stat(path);
    await chmod(part, MODE & source.mode);
    if (areTimesKept) await utimes(part, source.atime, source.mtime);
    const to = join(output, place);
    if (await moved(part, to)) return { outcome: 'written', copy: place, reasons: [] };
    if (await isSameFile(part, to)) return { outcome: 'there', copy: place, reasons: [] };
    return { outcome: 'conflict', copy: null, reasons: ['exists'] };
  } catch (error) {
    return { outcome: 'refused', copy: null, reasons: [reasonOf(error)] };
  }
}

function withExtension(place: string, isJpeg: boolean): string {
  return isJpeg && !/\.jpe?g$/i.test(place) ? `${place}.jpg` : place;
}

/** Whether the file has its new name; false where there is one of that name. */
async function moved(part: string, to: string): Promise<boolean> {
  try {
    // Unlike a renamed file, a linked one never replaces another.
    await link(part, to);
    await rm(part);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // File systems of memory cards have no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error;
    if (await lstat(to).catch(() => null)) return false;
    await rename(part, to);
  }
  await syncFolder(dirname(to));
  return true;
}

/** So that the name outlives a power cut. Windows opens no folders. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = [await lstat(a), await lstat(b)];
  if (!second.isFile() || first.size !== second.size) return false;
  return (await digestOf(a)) === (await digestOf(b));
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
