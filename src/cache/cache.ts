// The cache of a scan: results of files that are known, and those of new ones kept at once.
import { existsSync } from 'node:fs';
import type { PhotoResult } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import { sha256Of } from './content-hash.js';
import { FileIndex } from './file-index.js';
import { type FileRow, fileRowOf } from './file-row.js';
import { GuardedStore } from './guarded-store.js';
import {
  fromKept,
  inOrderOfRunning,
  isFinal,
  isStandIn,
  type KeptResult,
  keptIn,
  serves,
  toKept,
} from './kept-result.js';
import type { KnownFiles } from './known-files.js';
import { pack, unpack } from './pack.js';
import { keepInBounds } from './prune.js';
import { noteScan, rootNoteOf, type StartedScan } from './scans.js';
import { type ExaminationSettings, settingsDigest } from './settings.js';
import type { ResultKey, Store } from './store.js';

export interface CacheOptions extends ExaminationSettings {
  readonly folder: string;
  /** Ids of the detectors that the rules need. */
  readonly detectors: readonly string[];
  /** Files are recognised by their content alone, whatever the file system states. */
  readonly isHashed: boolean;
  /** One line for the person; at most a few in a run. */
  readonly onRemark: (remark: string) => void;
}

const MS_PER_DAY = 86_400_000;
/** Days. When a result was used last is written no more often. */
const USE_STEP = 7;
/** Files of a list that are noted together. */
const LISTED_AT_ONCE = 500;

type Content = Pick<ResultKey, 'content' | 'place'>;

export class Cache {
  readonly #options: CacheOptions;
  readonly #store: GuardedStore;
  readonly #index: FileIndex;
  readonly #detectors: readonly string[];
  readonly #settings: Buffer;
  readonly #used: Content[] = [];
  /** How the files of a list are scanned; null without a list. */
  #listNote: Buffer | null = null;
  readonly #listed: string[] = [];
  readonly #today = Math.floor(Date.now() / MS_PER_DAY);

  private constructor(options: CacheOptions, store: GuardedStore) {
    this.#options = options;
    this.#store = store;
    this.#index = new FileIndex(store, options.isHashed);
    this.#detectors = inOrderOfRunning(options.detectors);
    this.#settings = settingsDigest(options);
  }

  static async open(options: CacheOptions): Promise<Cache> {
    return new Cache(options, await GuardedStore.open(options.folder, options.onRemark));
  }

  /** Nothing kept it from keeping results, up to now. */
  get isKeeping(): boolean {
    return this.#store.isUsable;
  }

  /** For the walk. */
  get files(): KnownFiles {
    return this.#index;
  }

  /** Its content is known without reading it, so that it probably has a result. */
  isKnown(target: ScanTarget): boolean {
    return this.#index.knownContent(target) !== null;
  }

  /** A report can be made of what is found from now on. */
  begin(scan: StartedScan): void {
    const note = rootNoteOf(scan, this.#options.isFast, this.#settings);
    if (scan.filesFrom !== null) this.#listNote = pack(note);
    this.#store.write((store) => noteScan(store, scan, note, this.#index.paths));
  }

  /** The result for a target whose content was examined before, with the same settings. */
  async find(target: ScanTarget): Promise<PhotoResult | null> {
    if (!this.#store.isOpen) return null;
    this.#noteListed(target);
    if (isStandIn(target)) return null;
    const sha256 = this.#index.knownContent(target) ?? (await this.#hashed(target));
    const place = sha256 && (await this.#index.placeOf(target));
    if (!sha256 || !place) return null;
    const key = { content: Buffer.from(sha256, 'hex'), place };
    return this.#store.read((store) => {
      const found = this.#fitting(store, key, sha256);
      if (found === null) return null;
      if (found.used + USE_STEP <= this.#today) this.#used.push(key);
      return fromKept(found.kept, target, this.#detectors);
    }, null);
  }

  /** Keeps a result at once. What may turn out better at another try is kept for reports only. */
  async keep(result: PhotoResult): Promise<void> {
    const { target, sha256 } = result;
    const { facts } = target;
    if (!facts || !this.#store.isOpen || !(await this.#index.isUnchanged(target, facts))) return;
    const kept = toKept(result, this.#detectors, this.#options.isFast);
    if (kept === null) return;
    const place = isFinal(result, this.#options.videoSettings) ? await this.#index.placeOf(target) : null;
    const row = fileRowOf(target, facts, sha256, this.#index.paths);
    const path = this.#index.paths.of(target.path);
    this.#index.met++;
    this.#store.write((store) =>
      store.together(() => {
        if (place === null || sha256 === null) return store.putFile(path, pack({ ...row, passing: kept }));
        store.putFile(path, pack(row));
        this.#putResult(store, kept, { content: Buffer.from(sha256, 'hex'), place }, target.bytes);
      }),
    );
  }

  /** The scan has met every file of these roots. */
  forgetGone(roots: readonly string[]): void {
    this.#index.flush();
    const folders = roots.map((root) => this.#index.paths.ofRoot(root));
    this.#store.write((store) => {
      const known = folders.reduce((sum, folder) => sum + store.countUnder(folder), 0);
      if (known <= this.#index.met) return;
      for (const { path, value } of folders.flatMap((folder) => store.filesUnder(folder))) {
        if (!existsSync(unpack<FileRow>(value).outer ?? path)) store.dropFile(path);
      }
    });
  }

  /** Writes what is left, and keeps the size in bounds. May be called again. */
  close(): void {
    this.#index.flush();
    this.#writeListed();
    this.#store.write((store) => {
      const used = this.#used.splice(0);
      store.together(() => {
        for (const key of used) store.useResult(key, this.#today);
      });
      keepInBounds(store);
    });
    this.#store.close();
  }

  /** Each file of a list can be reported by itself. */
  #noteListed({ path, inside }: ScanTarget): void {
    if (this.#listNote === null) return;
    this.#listed.push(this.#index.paths.ofRoot(inside?.path ?? path));
    if (this.#listed.length >= LISTED_AT_ONCE) this.#writeListed();
  }

  #writeListed(): void {
    const note = this.#listNote;
    const listed = this.#listed.splice(0);
    if (note === null || listed.length === 0) return;
    this.#store.write((store) =>
      store.together(() => {
        for (const path of listed) store.putRoot(path, note);
      }),
    );
  }

  /** Of the same detectors, or of more that met no problem. */
  #fitting(store: Store, key: Content, sha256: string): { readonly kept: KeptResult; readonly used: number } | null {
    const settings = this.#settings;
    const exact = store.result({ ...key, settings, detectors: this.#detectors.join(',') });
    if (exact) return { kept: keptIn(exact, sha256), used: exact.used };
    for (const row of store.results(key)) {
      const kept = settings.equals(row.settings) ? keptIn(row, sha256) : null;
      if (kept !== null && serves(kept, this.#detectors) === 'exactly') return { kept, used: row.used };
    }
    return null;
  }

  #putResult(store: Store, kept: KeptResult, key: Content, bytes: number): void {
    const detectors = kept.detectors.join(',');
    const more = { bytes, used: this.#today, program: this.#index.program, value: pack(kept) };
    store.putResult({ ...key, settings: this.#settings, detectors }, more);
  }

  /** Null where no result can be there, so that the worker alone reads the file. */
  async #hashed(target: ScanTarget): Promise<string | null> {
    const { path, facts, inside, bytes } = target;
    if (!facts || inside || !this.#store.read((store) => store.hasBytes(bytes), false)) return null;
    const sha256 = await sha256Of(path, bytes);
    if (sha256 === null || !(await this.#index.isUnchanged(target, facts))) return null;
    const row = fileRowOf(target, facts, sha256, this.#index.paths);
    this.#index.met++;
    this.#store.write((store) => store.putFile(this.#index.paths.of(path), pack(row)));
    return sha256;
  }
}
