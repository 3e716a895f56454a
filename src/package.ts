// The version and the paths of this package.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The top folder of the package, both from src/ and from dist/. */
export const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
