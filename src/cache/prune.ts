// Keeps the store small: what was used least goes first.
import { existsSync } from 'node:fs';
import type { FileRow } from './file-row.js';
import { unpack } from './pack.js';
import type { Store } from './store.js';

/** Bytes of the database: the results of some hundred thousand photos. */
export const MAX_BYTES = 1_000_000_000;
/** Pruning leaves room, so that it is rare. */
const LEFT_PART = 0.8;

export function keepInBounds(store: Store, maxBytes: number = MAX_BYTES): void {
  const bytes = store.bytes();
  if (bytes <= maxBytes) return;
  const { results } = store.counts();
  store.dropLeastUsed(Math.ceil(results * (1 - (LEFT_PART * maxBytes) / bytes)));
  // What is left is paths: they are found again with the next scan.
  if (store.bytes() > maxBytes) {
    store.dropFiles();
    store.dropRoots();
  }
  store.shrink();
}

export interface Pruned {
  readonly results: number;
  readonly files: number;
}

/** Drops the results of other builds of the program, and files that are gone. */
export function pruneStore(store: Store, program: string): Pruned {
  const results = store.dropOtherPrograms(program);
  let files = 0;
  for (const { path, value } of store.allFiles()) {
    if (existsSync(unpack<FileRow>(value).outer ?? path)) continue;
    store.dropFile(path);
    files++;
  }
  store.shrink();
  return { results, files };
}
