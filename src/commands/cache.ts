// What `lenscap cache stats`, `clear` and `prune` do.
import { clearStore, hasStore, loadDatabase, openStore } from '../cache/open.js';
import { MAX_BYTES, pruneStore } from '../cache/prune.js';
import { thisProgram } from '../cache/settings.js';
import type { Store } from '../cache/store.js';
import { UsageError } from '../errors.js';
import { count, number } from '../messages/amounts.js';
import type { Environment } from '../options/environment.js';
import { didYouMean } from '../options/values.js';
import { printable } from '../terminal/escape.js';
import { sizeText } from './table.js';

const ACTIONS = ['stats', 'clear', 'prune'] as const;

/**
 * @returns what it prints
 * @throws UsageError for another word, and where the cache cannot be used
 */
export async function runCache(what: string, { cacheFolder }: Pick<Environment, 'cacheFolder'>): Promise<string> {
  const action = ACTIONS.find((name) => name === what);
  if (action === undefined) {
    throw new UsageError(`cache ${JSON.stringify(what)}: ${didYouMean(what, ACTIONS)}must be stats, clear or prune`);
  }
  if (cacheFolder === null) return 'No results are kept: LENSCAP_CACHE is off.\n';
  const where = printable(cacheFolder);
  if (action === 'clear') {
    clearStore(cacheFolder);
    return `No results are kept any more in ${where}\n`;
  }
  if (!hasStore(cacheFolder)) return `No results are kept yet; scans will keep them in ${where}\n`;
  const { store, remark } = openStore(await loadDatabase(), cacheFolder);
  if (store === null) throw new UsageError(remark ?? `the cache in ${where} cannot be used`);
  try {
    return `${remark === null ? '' : `${remark}\n`}${action === 'stats' ? stats(store, where) : pruned(store)}`;
  } finally {
    store.close();
  }
}

function stats(store: Store, where: string): string {
  const { results, files, bytes } = store.counts();
  const size = `${sizeText(bytes)} of at most ${sizeText(MAX_BYTES)}`;
  return `${count(results, 'result')} of ${count(files, 'file')}, ${size}, in ${where}\n`;
}

function pruned(store: Store): string {
  const { results, files } = pruneStore(store, thisProgram());
  return `Removed ${count(results, 'result')} of other versions and ${number(files)} paths of files that are gone.\n`;
}
