// In place of a pool where photos are not examined: what earlier scans have found.
import { existsSync, statSync } from 'node:fs';
import { problem } from '../messages/problems.js';
import type { PhotoResult } from '../types/photo.js';
import type { ProblemCode } from '../types/problem.js';
import type { FileFacts, ScanProblem, ScanTarget } from '../types/target.js';
import type { Pool } from '../workers/pool.js';
import { unexamined } from '../workers/unexamined.js';
import { sha256Of } from './content-hash.js';
import { FileIndex } from './file-index.js';
import type { FileRow } from './file-row.js';
import { GuardedStore } from './guarded-store.js';
import { fromKept, inOrderOfRunning, type KeptResult, keptIn, serves } from './kept-result.js';
import type { KnownFiles, Recognised } from './known-files.js';
import { unpack } from './pack.js';
import { type LastScan, lastScan, listNote, type RootNote, rootNote } from './scans.js';
import { isSameFile } from './stamp.js';

export class ScannedFiles implements KnownFiles {
  readonly #store: GuardedStore;
  readonly #index: FileIndex;

  private constructor(store: GuardedStore) {
    this.#store = store;
    this.#index = new FileIndex(store, false);
  }

  static async open(folder: string, onRemark: (remark: string) => void): Promise<ScannedFiles> {
    return new ScannedFiles(await GuardedStore.open(folder, onRemark));
  }

  get lastScan(): LastScan | null {
    return this.#store.read(lastScan, null);
  }

  /** How a path was scanned last; null if it never was. */
  noteOf(path: string): RootNote | null {
    return this.#store.read((store) => {
      const absolute = this.#index.paths.ofRoot(path);
      const isFolder = statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
      const isMet = store.file(absolute) !== null || store.countUnder(absolute) > 0;
      const note = rootNote(store, absolute);
      return isMet || isFolder ? note : null;
    }, null);
  }

  /** How a list of files was scanned last; null if it never was. */
  noteOfList(filesFrom: string | null): RootNote | null {
    if (filesFrom === null) return null;
    return this.#store.read((store) => listNote(store, filesFrom, this.#index.paths), null);
  }

  factsOf(path: string): Promise<FileFacts> {
    return this.#index.factsOf(path);
  }

  /** Also a file that may have been written again just after its scan: its content is compared. */
  recall(path: string, name: string, { stamp }: FileFacts): Recognised | null {
    const row = this.#index.row(path);
    return row !== null && row.name === name && row.stamp === stamp ? row : null;
  }

  noteIgnored(): void {}

  /** Photos that earlier scans met below these paths, and that are not there any more. */
  gone(roots: readonly string[]): readonly ScanProblem[] {
    const { paths } = this.#index;
    return this.#store.read(
      (store) =>
        roots.flatMap((root) => {
          const absolute = paths.ofRoot(root);
          const own = store.file(absolute);
          const files = [...(own ? [{ path: absolute, value: own }] : []), ...store.filesUnder(absolute)];
          return files.flatMap(({ path, value }) => {
            const { identity, outer } = unpack<FileRow>(value);
            if (identity === null || existsSync(outer ?? path)) return [];
            return [problem(root + path.slice(absolute.length), 'gone-since-scan')];
          });
        }),
      [],
    );
  }

  /** @param settings digests of the scans of the named paths */
  async resultOf(target: ScanTarget, detectors: readonly string[], notes: readonly RootNote[]): Promise<PhotoResult> {
    const missing = (code: ProblemCode) => unexamined(target, problem(target.path, code));
    const row = this.#index.row(target.path);
    if (row === null || !target.facts) return missing('not-scanned');
    if (!(await isStill(row, target, target.facts))) return missing('changed-since-scan');
    const kept = row.passing ?? (await this.#best(row, target, detectors, notes));
    if (kept === null || serves(kept, detectors) === 'no') return missing('not-kept');
    return fromKept(kept, target, detectors);
  }

  close(): void {
    this.#store.close();
  }

  /** Never that of a fast scan in a report that does not state it. */
  async #best(
    { sha256 }: FileRow,
    target: ScanTarget,
    detectors: readonly string[],
    notes: readonly RootNote[],
  ): Promise<KeptResult | null> {
    const place = await this.#index.placeOf(target);
    if (sha256 === null || place === null) return null;
    return this.#store.read((store) => {
      const rows = store.results({ content: Buffer.from(sha256, 'hex'), place });
      const isFast = notes.some((note) => note.isFast);
      const asScanned = new Set(notes.map(({ settings }) => settings));
      const fitting = rows.flatMap((found) => {
        const kept = keptIn(found, sha256);
        const fits = serves(kept, detectors);
        if (fits === 'no' || (kept.isFast && !isFast)) return [];
        const isAsScanned = asScanned.has(found.settings.toString('hex'));
        return [{ kept, rank: (isAsScanned ? 2 : 0) + (fits === 'exactly' ? 1 : 0) }];
      });
      return fitting.sort((a, b) => b.rank - a.rank)[0]?.kept ?? null;
    }, null);
  }
}

/** Reads the file only where its times leave it open whether it was written again. */
async function isStill(row: FileRow, { path, inside, bytes }: ScanTarget, facts: FileFacts): Promise<boolean> {
  if (row.stamp !== facts.stamp) return false;
  if (isSameFile(row, facts) || inside) return true;
  return row.sha256 === null || row.sha256 === (await sha256Of(path, bytes));
}

/** @param detectors ids of the detectors that the rules need */
export function reportPool(scanned: ScannedFiles, detectors: readonly string[], notes: readonly RootNote[]): Pool {
  const needed = inOrderOfRunning(detectors);
  let isClosed = false;
  return {
    async ready() {},
    examine: (target) => scanned.resultOf(target, needed, notes),
    close() {
      isClosed = true;
      scanned.close();
    },
    get isClosed() {
      return isClosed;
    },
  };
}
