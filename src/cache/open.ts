// Opens the store of the cache: a folder of its own, a damaged database set aside, an older one
// replaced.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Libsql from 'libsql';
import { printable } from '../terminal/escape.js';
import { DamagedStore } from './pack.js';
import { createTables, type Database, STORE_VERSION, Store, versionOf } from './store.js';

const NAME = 'results.db';
/** Where a damaged database is kept, once; the next one replaces it. */
const ASIDE = 'damaged.db';
/** What SQLite writes next to a database. */
const PARTS = ['', '-wal', '-shm'] as const;

/** Milliseconds to wait for another scan that is writing. */
const BUSY_MS = 5000;

/** The files of the cache, whether they exist or not. */
export function storeFiles(folder: string): readonly string[] {
  return [NAME, ASIDE].flatMap((name) => PARTS.map((part) => join(folder, name + part)));
}

export function storeFile(folder: string): string {
  return join(folder, NAME);
}

/** Whether anything was kept: a scan may then find all of its results, and start no process. */
export function hasStore(folder: string): boolean {
  return existsSync(storeFile(folder));
}

export interface Opening {
  /** Null where the scan has to go on without it. */
  readonly store: Store | null;
  /** One line for the person, or null. */
  readonly remark: string | null;
}

/** The package has a binary for each system that lenscap runs on; elsewhere there is no cache. */
export async function loadDatabase(): Promise<typeof Libsql | null> {
  try {
    return (await import('libsql')).default;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Never throws because of what is on the disk. */
export function openStore(Connection: typeof Libsql | null, folder: string): Opening {
  if (Connection === null)
    return { store: null, remark: `${where(folder)} has no database for this system; ${ANYWAY}` };
  try {
    // A folder that exists may be used for other things: its mode is not ours to change.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openOrReplace(Connection, folder);
  } catch (error) {
    return { store: null, remark: `${where(folder)} cannot be used (${codeOf(error)}); ${ANYWAY}` };
  }
}

/** After an error that isDamage() names: nothing of it is used any more. */
export function reopenStore(Connection: typeof Libsql, folder: string): Opening {
  try {
    for (const part of PARTS) {
      rmSync(join(folder, ASIDE + part), { force: true });
      moveIfThere(join(folder, NAME + part), join(folder, ASIDE + part));
    }
    const { store } = openOrReplace(Connection, folder);
    const aside = printable(join(folder, ASIDE));
    return { store, remark: `the cache was damaged and has been begun anew; the damaged one is ${aside}` };
  } catch (error) {
    return { store: null, remark: `${where(folder)} is damaged and cannot be replaced (${codeOf(error)}); ${ANYWAY}` };
  }
}

/** Removes everything that the cache has written. @throws file system errors */
export function clearStore(folder: string): void {
  for (const file of storeFiles(folder)) rmSync(file, { force: true });
}

export function isDamage(error: unknown): boolean {
  return error instanceof DamagedStore || ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(codeOf(error));
}

/** A code such as `SQLITE_FULL` or `EACCES`. @throws the error itself if it has none: a bug */
export function codeOf(error: unknown): string {
  if (error instanceof DamagedStore) return error.name;
  // The package has no code for a database that cannot be opened, such as a folder of that name.
  if (error instanceof Error && error.message.startsWith('ConnectionFailed(')) return 'SQLITE_CANTOPEN';
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Node.js names wrong calls of its own functions ERR_, and files that it refuses ERR_FS_.
  const named = code.replace(/^ERR_FS_/, '');
  if (named === '' || named.startsWith('ERR_')) throw error;
  return named;
}

const ANYWAY = 'lenscap goes on without it';

function where(folder: string): string {
  return `the cache in ${printable(folder)}`;
}

function openOrReplace(Connection: typeof Libsql, folder: string): Opening {
  const path = join(folder, NAME);
  let database: Database | null = null;
  try {
    makePrivate(folder);
    database = new Connection(path);
    const version = prepare(database);
    if (version === STORE_VERSION) return { store: new Store(database), remark: null };
    database.close();
    if (version > STORE_VERSION) {
      return { store: null, remark: `${where(folder)} is of a newer version of lenscap; ${ANYWAY}` };
    }
    for (const part of PARTS) rmSync(path + part, { force: true });
    makePrivate(folder);
    database = new Connection(path);
    prepare(database);
    return { store: new Store(database), remark: null };
  } catch (error) {
    database?.close();
    if (isDamage(error)) return reopenStore(Connection, folder);
    throw error;
  }
}

/**
 * Only the owner may see which photos there are, whatever the mode of the folder. What SQLite
 * writes next to a database gets the mode of the database.
 */
function makePrivate(folder: string): void {
  const path = join(folder, NAME);
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  for (const part of PARTS) {
    const there = statSync(path + part, { throwIfNoEntry: false });
    if (there?.isFile() && (there.mode & 0o077) !== 0) chmodSync(path + part, 0o600);
  }
}

/** @returns its version, that of this program for a new one */
function prepare(database: Database): number {
  database.exec(`pragma busy_timeout = ${BUSY_MS}`);
  if (versionOf(database) === 0) createTables(database);
  // A crash of the program loses nothing; a power cut is the business of disk-sync.ts.
  database.exec('pragma synchronous = normal');
  return versionOf(database);
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
