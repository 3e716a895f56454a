// The store behind a guard: what goes wrong with it is one remark, never the end of a scan.
import type Libsql from 'libsql';
import { DiskSync } from './disk-sync.js';
import { codeOf, isDamage, loadDatabase, type Opening, openStore, reopenStore, storeFile } from './open.js';
import type { Store } from './store.js';

export class GuardedStore {
  readonly #connection: typeof Libsql | null;
  readonly #folder: string;
  readonly #onRemark: (remark: string) => void;
  #store: Store | null;
  #sync: DiskSync;
  #hasBegunAnew = false;
  #isUsable = true;

  private constructor(connection: typeof Libsql | null, folder: string, onRemark: (remark: string) => void) {
    this.#connection = connection;
    this.#folder = folder;
    this.#onRemark = onRemark;
    this.#sync = new DiskSync(`${storeFile(folder)}-wal`);
    this.#store = this.#take(openStore(connection, folder));
  }

  static async open(folder: string, onRemark: (remark: string) => void): Promise<GuardedStore> {
    return new GuardedStore(await loadDatabase(), folder, onRemark);
  }

  /** False where the scan goes on without a cache. */
  get isOpen(): boolean {
    return this.#store !== null;
  }

  /** False once it has met what it cannot go on from; closing it changes nothing. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  read<T>(work: (store: Store) => T, otherwise: T): T {
    if (this.#store === null) return otherwise;
    try {
      return work(this.#store);
    } catch (error) {
      this.#fail(error);
      return otherwise;
    }
  }

  write(work: (store: Store) => void): void {
    this.read((store) => {
      work(store);
      this.#sync.soon();
    }, undefined);
  }

  close(): void {
    this.read((store) => store.close(), undefined);
    this.#store = null;
    this.#sync.close();
  }

  #fail(error: unknown): void {
    const code = codeOf(error);
    const store = this.#store;
    this.#store = null;
    this.#sync.close();
    closeQuietly(store);
    if (isDamage(error) && this.#connection !== null && !this.#hasBegunAnew) {
      this.#hasBegunAnew = true;
      this.#sync = new DiskSync(`${storeFile(this.#folder)}-wal`);
      this.#store = this.#take(reopenStore(this.#connection, this.#folder));
      return;
    }
    this.#isUsable = false;
    this.#onRemark(`the cache in ${this.#folder} cannot be used (${code}); lenscap goes on without it`);
  }

  #take({ store, remark }: Opening): Store | null {
    if (remark !== null) this.#onRemark(remark);
    this.#isUsable = store !== null;
    return store;
  }
}

/** A database that has failed may also fail to close. */
function closeQuietly(store: Store | null): void {
  try {
    store?.close();
  } catch (error) {
    codeOf(error);
  }
}
