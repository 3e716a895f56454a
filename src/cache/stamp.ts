// By what a file is recognised without reading it.
import type { BigIntStats } from 'node:fs';
import { stat as statCallback, statSync } from 'node:fs';
import { promisify } from 'node:util';
import type { FileFacts } from '../types/target.js';

const stat = promisify(statCallback);

/** Milliseconds. A disk that takes longer is asked from another thread. */
const SLOW_MS = 1;
/** So many answers in a row: one may be late because the computer does other things. */
const SLOW_ANSWERS = 8;

/**
 * Asks the file system about one file after the other. For a local disk the thread pool costs ten
 * times as much as the answer; a disk in a network takes so long that several are asked at once.
 */
export class FileSystem {
  #slowAnswers = 0;

  /** @throws file system errors */
  async factsOf(path: string): Promise<FileFacts> {
    const askedMs = Date.now();
    if (this.#slowAnswers >= SLOW_ANSWERS) return factsIn(await stat(path, { bigint: true }), askedMs);
    const startedAt = performance.now();
    const stats = statSync(path, { bigint: true });
    this.#slowAnswers = performance.now() - startedAt > SLOW_MS ? this.#slowAnswers + 1 : 0;
    return factsIn(stats, askedMs);
  }
}

const NS_PER_MS = 1e6;

export function factsIn({ size, mtimeNs, ctimeNs, dev, ino }: BigIntStats, askedMs: number): FileFacts {
  return {
    stamp: `${size} ${mtimeNs} ${ctimeNs} ${dev} ${ino}`,
    bytes: Number(size),
    mtimeMs: Number(mtimeNs) / NS_PER_MS,
    changedMs: Number(mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / NS_PER_MS,
    askedMs,
  };
}

/** FAT counts times in steps of two seconds, so that two changes in one step look like one. */
const COARSEST_STEP_MS = 2000;

/**
 * Whether the file is the one that was read when its facts were `then`. A file that had just been
 * written by then may have been written again in the same step of the clock.
 */
export function isSameFile(
  then: Pick<FileFacts, 'stamp' | 'changedMs' | 'askedMs'>,
  now: Pick<FileFacts, 'stamp'>,
): boolean {
  return then.stamp === now.stamp && then.changedMs + COARSEST_STEP_MS < then.askedMs;
}
