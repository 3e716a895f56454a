// What `lenscap cache stats`, `clear` and `prune` do.
import { GuardedStore } from '../cache/guarded-store.js';
import { clearStore, codeOf, hasStore } from '../cache/open.js';
import { MAX_BYTES, pruneStore } from '../cache/prune.js';
import { thisProgram } from '../cache/settings.js';
import type { Store } from '../cache/store.js';
import { UsageError } from '../errors.js';
import { count, number } from '../messages/amounts.js';
import { type Environment, refuseRelative } from '../options/environment.js';
import { didYouMean } from '../options/values.js';
import { printable } from '../terminal/escape.js';
import { sizeText } from './table.js';

const ACTIONS = ['stats', 'clear', 'prune'] as const;

/**
 * @returns what it prints
 * @throws UsageError for another word, and where the cache cannot be used
 */
export async function runCache(
  what: string,
  { cacheFolder, relative }: Pick<Environment, 'cacheFolder' | 'relative'>,
): Promise<string> {
  const action = ACTIONS.find((name) => name === what);
  if (action === undefined) {
    throw new UsageError(`cache ${JSON.stringify(what)}: ${didYouMean(what, ACTIONS)}must be stats, clear or prune`);
  }
  refuseRelative({ relative }, 'LENSCAP_CACHE');
  if (cacheFolder === null) return 'No results are kept: LENSCAP_CACHE is off, or there is no folder for them.\n';
  const where = printable(cacheFolder);
  if (action === 'clear') {
    clear(cacheFolder, where);
    return `No results are kept any more in ${where}\n`;
  }
  if (!hasStore(cacheFolder)) return `No results are kept yet; scans will keep them in ${where}\n`;
  const remarks: string[] = [];
  const guarded = await GuardedStore.open(cacheFolder, (remark) => remarks.push(remark));
  const work = () => guarded.read((store) => (action === 'stats' ? stats(store, where) : pruned(store)), null);
  // Where damage was met, it is set aside by then.
  const done = work() ?? work();
  guarded.close();
  if (done === null) throw new UsageError(remarks.join('; '));
  return [...remarks.map((remark) => `${remark}\n`), done].join('');
}

function clear(cacheFolder: string, where: string): void {
  try {
    clearStore(cacheFolder);
  } catch (error) {
    throw new UsageError(`the cache in ${where} cannot be removed (${codeOf(error)}); remove the folder yourself`);
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
