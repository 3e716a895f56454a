// Brings what was written onto the disk itself, so that a power cut costs few photos. It never
// makes the scan wait; SQLite's own way would, for each photo.
import { close, fdatasync, openSync } from 'node:fs';

/** Milliseconds between two times. More often, the disk does little else. */
const EVERY_MS = 500;

export class DiskSync {
  readonly #path: string;
  #descriptor: number | null = null;
  #isClosed = false;
  #isDue = false;
  #timer: NodeJS.Timeout | null = null;

  /** @param path the write-ahead log of the database, which SQLite does not lock */
  constructor(path: string) {
    this.#path = path;
  }

  /** Something was written. */
  soon(): void {
    this.#isDue = true;
    if (this.#timer === null) this.#sync();
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#descriptor !== null) close(this.#descriptor, () => {});
    this.#descriptor = null;
  }

  #sync(): void {
    this.#timer = null;
    if (!this.#isDue || this.#isClosed) return;
    this.#descriptor ??= this.#open();
    if (this.#descriptor === null) return;
    this.#isDue = false;
    // A disk that cannot do this has kept what was written as well as it can.
    fdatasync(this.#descriptor, () => {});
    this.#timer = setTimeout(() => this.#sync(), EVERY_MS).unref();
  }

  /** Null where the log is not there: then SQLite has written the database itself. */
  #open(): number | null {
    try {
      return openSync(this.#path, 'r+');
    } catch {
      return null;
    }
  }
}
