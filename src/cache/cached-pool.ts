// A pool that asks the cache first. Its processes start with the first target that must be
// examined: a scan of known photos loads no model.
import type { PhotoResult } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import type { Pool } from '../workers/pool.js';
import type { Cache } from './cache.js';

/**
 * @param checkModels whether all models are there, without reading them; throws UsageError
 * @param isStarted the first process is running already
 */
export function cachedPool(pool: Pool, cache: Cache, checkModels: () => void, isStarted: boolean): Pool {
  let starting: Promise<void> | null = null;
  const started = () => {
    starting ??= pool.ready();
    return starting;
  };
  return {
    async ready() {
      if (isStarted) await started();
      else checkModels();
    },
    async examine(target: ScanTarget): Promise<PhotoResult> {
      const known = await cache.find(target);
      if (known) return known;
      await started();
      const result = await pool.examine(target);
      await cache.keep(result);
      return result;
    },
    close() {
      pool.close();
      cache.close();
    },
    get isClosed() {
      return pool.isClosed;
    },
  };
}
