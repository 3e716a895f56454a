// Rows of the store that will probably be asked for next: the walk asks in the order of names, and
// a list in any order.
import type { FileRow } from './file-row.js';
import type { GuardedStore } from './guarded-store.js';
import { unpack } from './pack.js';

/** Rows that are read together at most. */
const MOST = 64;

export class RowsAhead {
  readonly #store: GuardedStore;
  #rows: ReadonlyMap<string, FileRow> = new Map();
  /** The path that was read from, and the last one, null for the end: no other row is between. */
  #range: readonly [from: Buffer, to: Buffer | null] | null = null;
  /** How many are read at once: more as long as they are asked for. */
  #limit = 1;
  #used = 0;

  constructor(store: GuardedStore) {
    this.#store = store;
  }

  /** @param path absolute, as the store has it */
  rowOf(path: string): FileRow | null {
    const known = this.#rows.get(path);
    if (known === undefined && !this.#isCovered(path)) return this.#read(path);
    if (known !== undefined) this.#used++;
    return known ?? null;
  }

  #read(path: string): FileRow | null {
    this.#limit = this.#used * 2 > this.#limit ? Math.min(MOST, this.#limit * 2) : Math.ceil(this.#limit / 2);
    const files = this.#store.read((store) => store.filesFrom(path, this.#limit), []);
    this.#rows = this.#store.read(
      () => new Map(files.map((file) => [file.path, unpack<FileRow>(file.value)])),
      new Map<string, FileRow>(),
    );
    const last = files[this.#limit - 1]?.path;
    this.#range = [Buffer.from(path), last === undefined ? null : Buffer.from(last)];
    const row = this.#rows.get(path) ?? null;
    // New files in a row cost one read, too.
    this.#used = row === null ? 0 : 1;
    return row;
  }

  #isCovered(path: string): boolean {
    if (this.#range === null) return false;
    const [from, to] = this.#range;
    const bytes = Buffer.from(path);
    return bytes.compare(from) >= 0 && (to === null || bytes.compare(to) <= 0);
  }
}
