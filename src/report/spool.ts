// Sorts photos by path without holding them. Judged photos go to an unnamed temporary file; only
// their path and position stay in memory.
import { appendFileSync, readSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import type { PhotoReport } from '../types/report.js';

export interface Spool {
  /**
   * @param rank photos of a lower rank come first
   * @throws UsageError if the disk is full
   */
  add(photo: PhotoReport, rank?: number): void;
  /**
   * Sorted by rank, and by path in UTF-16 code units.
   * @throws UsageError if the disk is full
   */
  sorted(): AsyncIterable<PhotoReport>;
  close(): Promise<void>;
}

/** Bytes buffered for one write: a system call for each photo costs as much as judging it. */
const WAITING_BYTES = 65_536;

interface Entry {
  readonly rank: number;
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * The file is unlinked as soon as it is open, so it never outlives the program.
 * @throws UsageError if there is no room for temporary files
 */
export async function createSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'lenscap-')).catch((error: NodeJS.ErrnoException) => {
    throw noRoom(error.code);
  });
  const file = await open(join(folder, 'photos'), 'wx+', 0o600);
  await rm(folder, { recursive: true, force: true });
  return new FileSpool(file);
}

function noRoom(code: string | undefined): UsageError {
  return new UsageError(
    `${tmpdir()} cannot hold a temporary file (${code}); set TMPDIR to a folder that you may write to`,
  );
}

class FileSpool implements Spool {
  readonly #file: FileHandle;
  readonly #entries: Entry[] = [];
  #end = 0;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  add(photo: PhotoReport, rank = 0): void {
    const bytes = Buffer.from(JSON.stringify(photo));
    const offset = this.#end;
    this.#end += bytes.length;
    this.#entries.push({ rank, path: photo.path, offset, length: bytes.length });
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= WAITING_BYTES) this.#write();
  }

  /** Synchronous: the data goes to the page cache, and the thread pool costs more than that. */
  #write(): void {
    try {
      appendFileSync(this.#file.fd, Buffer.concat(this.#waiting));
    } catch (error) {
      throw noRoom((error as NodeJS.ErrnoException).code);
    }
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  async *sorted(): AsyncGenerator<PhotoReport> {
    this.#write();
    this.#entries.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    for (const { offset, length } of this.#entries) {
      const buffer = Buffer.allocUnsafe(length);
      readSync(this.#file.fd, buffer, 0, length, offset);
      yield JSON.parse(buffer.toString()) as PhotoReport;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
