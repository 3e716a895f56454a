// Where the copy of a file goes: below the output folder, and nowhere else.
import { lstat, mkdir, realpath, rmdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.js';

/** Only its owner may read the folders of the copies. */
const FOLDER_MODE = 0o700;

/** Why no file can be written in a place. */
export type PlaceProblem = 'link' | 'not-a-folder';

/**
 * The part of a path that a copy keeps: relative to the folder that holds all roots; for a path
 * outside of it, without its root and without steps upwards.
 * @param base absolute path, from baseOf()
 */
export function placeOf(path: string, base: string): string {
  const inside = relative(base, resolve(path));
  const isBelow = inside !== '' && !isAbsolute(inside) && inside !== '..' && !inside.startsWith(`..${sep}`);
  if (isBelow) return inside;
  const whole = resolve(path);
  return whole.slice(parse(whole).root.length);
}

/** The folder that holds all roots; the current one without roots. Absolute. */
export function baseOf(roots: readonly string[]): string {
  const [first = '', ...others] = roots.map((root) => dirname(resolve(root)));
  if (first === '') return resolve('.');
  return others.reduce(common, first);
}

function common(a: string, b: string): string {
  let folder = a;
  while (folder !== parse(folder).root && b !== folder && !b.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    folder = dirname(folder);
  }
  return folder;
}

export interface OutputFolder {
  /** Real path. */
  readonly path: string;
  /** The first folder on the way that was made for it; null where it was there. */
  readonly made: string | null;
}

/**
 * @throws UsageError if it is a link or no folder, or lies inside of what is to be cleaned, or the
 *   other way around
 */
export async function checkOutputFolder(folder: string, roots: readonly string[]): Promise<void> {
  const there = await lstat(folder).catch(absent);
  if (there?.isSymbolicLink()) throw refuse(folder, 'this is a link; name the folder that it leads to');
  if (there && !there.isDirectory()) throw refuse(folder, 'this is not a folder; name another one');
  await refuseOverlap(folder, roots);
}

/** Makes it, if need be. It may hold earlier copies. @throws UsageError as checkOutputFolder() */
export async function openOutputFolder(folder: string, roots: readonly string[]): Promise<OutputFolder> {
  await checkOutputFolder(folder, roots);
  const made = await mkdir(folder, { recursive: true, mode: FOLDER_MODE }).catch((error: NodeJS.ErrnoException) => {
    throw refuse(folder, `cannot be made (${error.code}); name a folder where you may write`);
  });
  return { path: await realpath(folder), made: made === undefined ? null : await realpath(made) };
}

/** Removes what was made for copies if there are none. */
export async function removeIfEmpty({ path, made }: OutputFolder): Promise<void> {
  if (made === null) return;
  for (let folder = path; isInside(folder, made); folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      // Something is in it.
      return;
    }
  }
}

async function refuseOverlap(folder: string, roots: readonly string[]): Promise<void> {
  const output = await realOrNearest(folder);
  for (const root of roots) {
    const source = await realpath(root).catch(() => resolve(root));
    if (isInside(output, source)) throw refuse(folder, `lies inside ${JSON.stringify(root)}; name a folder elsewhere`);
    if (isInside(source, output)) throw refuse(folder, `holds ${JSON.stringify(root)}; name a folder elsewhere`);
  }
}

/** Both absolute, without links. */
export const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Its real path, or that of the nearest folder above it that exists, with the rest. */
async function realOrNearest(path: string): Promise<string> {
  const whole = resolve(path);
  const real = await realpath(whole).catch(() => null);
  if (real !== null || dirname(whole) === whole) return real ?? whole;
  return join(await realOrNearest(dirname(whole)), basename(whole));
}

/**
 * Makes the folders between the output folder and the copy. A link among them could lead anywhere.
 * @param place of the copy, from placeOf()
 */
export async function makeFolders(output: string, place: string): Promise<PlaceProblem | null> {
  let folder = output;
  for (const name of dirname(place)
    .split(sep)
    .filter((part) => part !== '' && part !== '.')) {
    folder = join(folder, name);
    const there = await lstat(folder).catch(absent);
    if (there?.isSymbolicLink()) return 'link';
    if (there && !there.isDirectory()) return 'not-a-folder';
    if (!there) await mkdir(folder, { mode: FOLDER_MODE });
  }
  return null;
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function refuse(folder: string, what: string): UsageError {
  return new UsageError(`--into ${JSON.stringify(folder)}: ${what}`);
}
