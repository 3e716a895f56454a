// Builds what is missing or stale: the program in dist/, the models, the sample gallery. npm does
// not run pre and post scripts here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isGalleryFresh } from '../fixtures/build-gallery.js';
import { areModelsFresh } from '../models/build.js';
import { isStale } from './stale.js';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The sources of the program, and the file whose age is that of the last build. */
const SOURCES = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];
const STAMP = 'dist/cli.js';
/** A digest of what was built, which the cache of results depends on. */
const BUILD_ID = 'dist/build-id';
export const COMPILER = 'node_modules/@typescript/native/bin/tsc';

/**
 * Runs Node in the project's folder. Its output goes to stderr, so that stdout has only the
 * requested output.
 */
function node(what: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`building ${what} failed; the lines above say why`);
}

/** Of the content of all modules, in the order of their names. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.js')) hash.update(`${name}\n`).update(readFileSync(`${folder}/${name}`));
  }
  return hash.digest('hex').slice(0, 16);
}

/** What is built, in this order. */
const PARTS = [
  {
    isFresh: () => existsSync(BUILD_ID) && !isStale(STAMP, SOURCES),
    make() {
      process.stderr.write('lenscap: building the program\n');
      node('the program', COMPILER, '-p', 'tsconfig.build.json');
      writeFileSync(BUILD_ID, `${digestOf('dist')}\n`);
      utimesSync(STAMP, new Date(), new Date());
    },
  },
  { isFresh: areModelsFresh, make: () => node('the models', '--import', 'tsx', 'models/build.ts', '--steps') },
  { isFresh: isGalleryFresh, make: () => node('the sample gallery', '--import', 'tsx', 'fixtures/build-gallery.ts') },
];

/** Builds everything that is not up to date; takes a few milliseconds if everything is. */
export async function build(): Promise<void> {
  process.chdir(ROOT);
  for (const { isFresh, make } of PARTS) if (!(await isFresh())) make();
}

/** Whether there is nothing to build. */
export async function isBuilt(): Promise<boolean> {
  process.chdir(ROOT);
  for (const { isFresh } of PARTS) if (!(await isFresh())) return false;
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
