// What the package says of itself.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The package’s top folder, from src/ as from dist/. */
export const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
