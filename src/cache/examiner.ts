// What gives the results of a run: worker processes, with or without a cache in front of them, or
// the cache alone.
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { REGISTRY } from '../detectors/index.js';
import { requireModelFiles } from '../inference/files.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';
import { createPool, type Pool, type PoolOptions } from '../workers/pool.js';
import { Cache } from './cache.js';
import { cachedPool } from './cached-pool.js';
import type { KnownFiles } from './known-files.js';
import { storeFiles } from './open.js';
import { reportPool, ScannedFiles } from './report-pool.js';
import type { StartedScan } from './scans.js';

export interface ExaminerOptions extends PoolOptions, StartedScan {
  readonly command: 'scan' | 'check' | 'report' | 'accept';
  /** Null where no results are used or kept. */
  readonly cacheFolder: string | null;
  /** Every file is read again. */
  readonly isVerified: boolean;
}

export interface Examiner {
  readonly pool: Pool;
  /** For the walk. */
  readonly known: KnownFiles | null;
  /** What is found can be reported later. */
  areResultsKept(): boolean;
  /** The result of this target is probably known, so that it takes no time. */
  isKnown(target: ScanTarget): boolean;
  /** The roots that the walk can begin with. */
  readonly roots: readonly string[];
  /** Files that the walk must skip. */
  readonly leftOut: readonly string[];
  /** The walk has ended. @returns what it did not meet */
  walked(): readonly ScanProblem[];
}

/**
 * @param first a worker process that is already running
 * @param onRemark one line for the person, about the cache
 */
export async function openExaminer(
  options: ExaminerOptions,
  first: ChildProcess | undefined,
  onRemark: (remark: string) => void,
): Promise<Examiner> {
  const { cacheFolder } = options;
  if (options.command === 'report') return reporting(options, onRemark);
  const pool = createPool(options, first);
  if (cacheFolder === null) {
    const unknown = { known: null, isKnown: () => false, areResultsKept: () => false };
    return { pool, ...unknown, roots: options.roots, leftOut: [], walked: () => [] };
  }
  const isHashed = options.command !== 'scan' || options.isVerified;
  const cache = await Cache.open({ ...options, folder: cacheFolder, isHashed, onRemark });
  // A file that a person is about to share is no scan of theirs.
  if (options.command === 'scan') cache.begin(options);
  return {
    pool: cachedPool(pool, cache, () => checkModels(options), first !== undefined || options.engine === 'tfjs'),
    known: cache.files,
    isKnown: (target) => cache.isKnown(target),
    areResultsKept: () => cache.isKeeping,
    roots: options.roots,
    leftOut: storeFiles(cacheFolder),
    walked() {
      if (options.command === 'scan') cache.forgetGone(options.roots);
      return [];
    },
  };
}

async function reporting(
  { cacheFolder, detectors, roots, filesFrom }: ExaminerOptions,
  onRemark: (remark: string) => void,
): Promise<Examiner> {
  if (cacheFolder === null) throw new Error('a report needs a cache');
  const scanned = await ScannedFiles.open(cacheFolder, onRemark);
  const notes = [...roots.map((root) => scanned.noteOf(root)), scanned.noteOfList(filesFrom)].flatMap(
    (note) => note ?? [],
  );
  return {
    pool: reportPool(scanned, detectors, notes),
    known: scanned,
    isKnown: () => true,
    areResultsKept: () => true,
    roots: roots.filter((root) => existsSync(root)),
    leftOut: storeFiles(cacheFolder),
    walked: () => scanned.gone(roots),
  };
}

/** @throws UsageError for a model that is missing; one that was altered is found when it is used */
function checkModels({ detectors, engine }: ExaminerOptions): void {
  const needed = REGISTRY.filter(({ id }) => detectors.includes(id));
  requireModelFiles(
    [...new Set(needed.flatMap(({ models, optionalModels = [] }) => [...models, ...optionalModels]))],
    engine,
  );
}
