// The version of this package.
import { existsSync, readFileSync } from 'node:fs';

export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

const BUILD_ID = new URL('../dist/build-id', import.meta.url);

/**
 * A digest of the program as it was built, so that what another build has found is not taken for
 * its own. Empty where nothing was built: workers run only what was.
 */
export function buildId(): string {
  return existsSync(BUILD_ID) ? readFileSync(BUILD_ID, 'utf8').trim() : '';
}
