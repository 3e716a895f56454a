// Finds the tests that may notice a break of a file: those that import it, directly or not, and
// those that start the built program.

/**
 * Text of every file of the checkout that may import or be imported, by its path with forward
 * slashes.
 */
export type Sources = ReadonlyMap<string, string>;

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^'";]*?from '([^']+)'|import '([^']+)'|import\('([^']+)'\)/g;
/** Files that are started by their path. */
const STARTED = /['"`/](?:\.\.\/)*((?:src|test|eval|fixtures|models|scripts)\/[\w./-]+\.ts)['"`]/g;
const STARTED_BUILT = /dist\/([\w/-]+)\.js/g;
/** The launcher imports the built program. */
const LAUNCHER = /lenscap\.js/;

function resolve(from: string, module: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of module.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/').replace(/\.js$/, '.ts');
}

/** The files whose code a file runs. */
function uses(file: string, text: string): readonly string[] {
  const imported = [...text.matchAll(IMPORT)].map(([, by, bare, lazy]) => by ?? bare ?? lazy ?? '');
  return [
    ...imported.filter((module) => module.startsWith('.')).map((module) => resolve(file, module)),
    ...[...text.matchAll(STARTED)].map(([, path]) => path ?? ''),
    ...[...text.matchAll(STARTED_BUILT)].map(([, path]) => `src/${path}.ts`),
    ...(LAUNCHER.test(text) ? ['src/cli.ts'] : []),
  ];
}

/** For every file, the files that use it. */
export function usersOf(sources: Sources): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [file, text] of sources) {
    for (const used of new Set(uses(file, text))) {
      if (used !== file && sources.has(used)) users.set(used, [...(users.get(used) ?? []), file]);
    }
  }
  return users;
}

export interface RelatedTest {
  readonly file: string;
  /** Steps from the test to the file: 1 for a test that imports it. */
  readonly steps: number;
}

/** Nearest first; equally near ones by name. */
export function relatedTests(file: string, users: ReadonlyMap<string, readonly string[]>): readonly RelatedTest[] {
  const steps = new Map([[file, 0]]);
  // The iterator of a Map also yields entries added meanwhile: breadth-first search.
  for (const [at, far] of steps) {
    for (const user of users.get(at) ?? []) if (!steps.has(user)) steps.set(user, far + 1);
  }
  return [...steps]
    .filter(([path]) => path.endsWith('.test.ts'))
    .map(([path, far]) => ({ file: path, steps: far }))
    .sort((a, b) => a.steps - b.steps || (a.file < b.file ? -1 : 1));
}
