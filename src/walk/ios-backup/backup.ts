// iTunes and Finder backups: finds the backup of a file, its name on the phone, and whether the
// backup is encrypted.
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { plistValue } from '../../formats/plist/plist.js';
import { problem } from '../../messages/problems.js';
import type { ScanProblem } from '../../types/target.js';
import { systemCode } from '../event.js';
import { OPEN_FLAGS } from '../identify-file.js';
import { type FileNames, readFileNames, SQLITE_MAGIC } from './manifest.js';

/**
 * The name of a file is the SHA-1 of its domain and path. Its folder is named by the first two
 * digits.
 */
const HASH = /^[0-9a-f]{40}$/;

const MANIFEST = 'Manifest.plist';
const TABLE = 'Manifest.db';

export interface Backup {
  readonly folder: string;
  /**
   * As its manifest states. A program may have decrypted the files since, so each is examined if
   * the file names can be read.
   */
  readonly isEncrypted: boolean;
  /** Null if the table of file names is encrypted, damaged or missing. */
  readonly names: FileNames | null;
  readonly problem: ScanProblem | null;
}

/** Holds the backup that the walk is in, and the backups whose problem is already reported. */
export class Backups {
  #folder: string | null = null;
  #backup: Promise<Backup | null> = Promise.resolve(null);
  readonly #reported = new Set<string>();

  /**
   * The backup that a file belongs to, as a hashed file or as its manifest; null for all other
   * files.
   */
  of(path: string): Promise<Backup | null> {
    const folder = backupFolder(path);
    if (folder === null) return Promise.resolve(null);
    if (folder !== this.#folder) {
      const previous = this.#backup;
      this.#folder = folder;
      this.#backup = previous.then((backup) => {
        // Calls are answered in order, so every earlier caller has its answer by now.
        backup?.names?.close();
        return openBackup(folder);
      });
    }
    return this.#backup;
  }

  /**
   * The problem when it first occurs in the backup, because it covers all files of the backup;
   * later none.
   */
  once({ folder }: Backup, problem: ScanProblem | null): ScanProblem[] {
    if (problem === null || this.#reported.has(folder)) return [];
    this.#reported.add(folder);
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
  // Other programs write a Manifest.plist, too, and backups before iOS 10 have no such table.
  if (head === null) return null;
  return { folder, isEncrypted, names: null, problem: unreadableIndex(folder) };
}

/** Bytes in the largest accepted manifest; real ones have a few hundred thousand. */
const MAX_MANIFEST_BYTES = 16_777_216;

/** Null if the file does not exist; only the first `max` bytes of a larger file. */
async function bytesOf(path: string, max = MAX_MANIFEST_BYTES): Promise<Buffer | null> {
  try {
    const handle = await open(path, OPEN_FLAGS);
    try {
      const size = Math.min(max, (await handle.stat()).size);
      if (size === 0) return Buffer.alloc(0);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size));
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return null;
    // The file exists and cannot be read: empty, so that no signature matches.
    return Buffer.alloc(0);
  }
}

async function headOf(path: string): Promise<string | null> {
  return (await bytesOf(path, SQLITE_MAGIC.length))?.toString('latin1') ?? null;
}
