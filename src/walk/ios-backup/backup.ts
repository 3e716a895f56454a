// iTunes and Finder backups: which files of a walk lie in one, what they were called on the phone, and whether they are encrypted.
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { plistValue } from '../../formats/plist/plist.js';
import { problem } from '../../messages/problems.js';
import type { ScanProblem } from '../../types/target.js';
import { systemCode } from '../event.js';
import { OPEN_FLAGS } from '../identify-file.js';
import { type FileNames, readFileNames, SQLITE_MAGIC } from './manifest.js';

/** A file is named by the SHA-1 of its domain and path, in a folder named by the first two digits. */
const HASH = /^[0-9a-f]{40}$/;

const MANIFEST = 'Manifest.plist';
const TABLE = 'Manifest.db';

export interface Backup {
  readonly folder: string;
  /** Its manifest says so. A program may have decrypted the files since, so each is looked at where their names can be read. */
  readonly isEncrypted: boolean;
  /** Null where the table of names is encrypted itself, damaged or missing. */
  readonly names: FileNames | null;
  readonly problem: ScanProblem | null;
}

/** Remembers the backup that the walk is in, and of which ones it was said that they cannot be read. */
export class Backups {
  #folder: string | null = null;
  #backup: Promise<Backup | null> = Promise.resolve(null);
  readonly #said = new Set<string>();

  /** The backup that a file belongs to, as a hashed file or as its manifest; null for all others. */
  of(path: string): Promise<Backup | null> {
    const folder = backupFolder(path);
    if (folder === null) return Promise.resolve(null);
    if (folder !== this.#folder) {
      const left = this.#backup;
      this.#folder = folder;
      this.#backup = left.then((backup) => {
        // Whoever asked for it before has got its answer by now, in the order of asking.
        backup?.names?.close();
        return openBackup(folder);
      });
    }
    return this.#backup;
  }

  /** The problem, the first time it comes up for the backup: it stands for all of its files. */
  once({ folder }: Backup, problem: ScanProblem | null): ScanProblem[] {
    if (problem === null || this.#said.has(folder)) return [];
    this.#said.add(folder);
    return [problem];
  }
}

export function isHashed(path: string): boolean {
  const name = basename(path);
  return HASH.test(name) && basename(dirname(path)) === name.slice(0, 2);
}

export function encrypted(folder: string): ScanProblem {
  return problem(folder, 'backup-encrypted');
}

export function unreadableIndex(folder: string): ScanProblem {
  return problem(join(folder, TABLE), 'backup-index-unreadable');
}

function backupFolder(path: string): string | null {
  if (basename(path) === MANIFEST) return dirname(path);
  return isHashed(path) ? dirname(dirname(path)) : null;
}

async function openBackup(folder: string): Promise<Backup | null> {
  const manifest = await bytesOf(join(folder, MANIFEST));
  const isEncrypted = manifest !== null && plistValue(manifest, 'IsEncrypted') === true;
  const table = join(folder, TABLE);
  const head = await headOf(table);
  if (head === SQLITE_MAGIC) {
    const names = await readFileNames(table).catch(() => null);
    return { folder, isEncrypted, names, problem: names === null ? unreadableIndex(folder) : null };
  }
  if (isEncrypted) return { folder, isEncrypted, names: null, problem: encrypted(folder) };
  // Other programs have a Manifest.plist too; a backup before iOS 10 has no such table.
  if (head === null) return null;
  return { folder, isEncrypted, names: null, problem: unreadableIndex(folder) };
}

/** Bytes of the largest manifest; real ones have a few hundred thousand. */
const MAX_MANIFEST_BYTES = 16_777_216;

/** Null where there is no such file; the first bytes of one that is too large. */
async function bytesOf(path: string, most = MAX_MANIFEST_BYTES): Promise<Buffer | null> {
  try {
    const handle = await open(path, OPEN_FLAGS);
    try {
      const size = Math.min(most, (await handle.stat()).size);
      if (size === 0) return Buffer.alloc(0);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size));
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return null;
    // It is there and may not be read: not what it should begin with.
    return Buffer.alloc(0);
  }
}

async function headOf(path: string): Promise<string | null> {
  return (await bytesOf(path, SQLITE_MAGIC.length))?.toString('latin1') ?? null;
}
