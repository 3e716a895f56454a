// Builds what is missing or stale: the program in dist/, the models, the sample gallery. npm does
// not run pre and post scripts here.
import { spawnSync } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isGalleryFresh } from '../fixtures/build-gallery.js';
import { areModelsFresh } from '../models/build.js';
import { isStale } from './stale.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The sources of the program, and the file whose age is that of the last build. */
const SOURCES = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];
const STAMP = 'dist/cli.js';
export const COMPILER = 'node_modules/@typescript/native/bin/tsc';

/**
 * Runs Node in the project's folder. Its output goes to stderr, so that stdout has only the
 * requested output.
 */
function node(what: string, ...args: string[]): void {
  process.stderr.write(`lenscap: building ${what}\n`);
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`building ${what} failed; the lines above say why`);
}

/** Builds everything that is not up to date; takes a few milliseconds if everything is. */
export async function build(): Promise<void> {
  process.chdir(ROOT);
  if (isStale(STAMP, SOURCES)) {
    node('the program', COMPILER, '-p', 'tsconfig.build.json');
    utimesSync(STAMP, new Date(), new Date());
  }
  if (!(await areModelsFresh())) node('the models', '--import', 'tsx', 'models/build.ts');
  if (!(await isGalleryFresh())) node('the sample gallery', '--import', 'tsx', 'fixtures/build-gallery.ts');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
