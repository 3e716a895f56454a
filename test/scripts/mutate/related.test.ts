import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaksOf } from '../../../scripts/mutate/operators.js';
import { relatedTests, usersOf } from '../../../scripts/mutate/related.js';
import { GUARDED } from '../../../scripts/mutate/rooms.js';
import { ROOT } from '../../helpers/root.js';

const TOY = new Map([
  ['src/a.ts', ''],
  ['src/b.ts', "import { a } from './a.js';"],
  ['src/lazy.ts', "const { b } = await import('./b.js');"],
  ['src/types.ts', "import type { a } from './a.js';"],
  ['src/start.ts', "const ENTRY = new URL('../dist/room/main.js', import.meta.url);"],
  ['src/room/main.ts', "import '../a.js';"],
  ['src/cli.ts', "export * from './lazy.js';"],
  ['test/a.test.ts', "import {\n  a,\n} from '../src/a.js';"],
  ['test/lazy.test.ts', "import { b } from '../src/lazy.js';"],
  ['test/types.test.ts', "import { t } from '../src/types.js';"],
  ['test/worker.slow.test.ts', "import { start } from '../src/start.js';"],
  ['test/cli.slow.test.ts', "const BIN = join(ROOT, 'bin', 'lenscap.js');"],
  ['test/child.ts', "import '../src/a.js';"],
  ['test/child.slow.test.ts', "execFile(process.execPath, ['test/child.ts']);"],
  ['test/other.test.ts', ''],
]);

describe('the tests of a file', () => {
  it('are those that run it, nearest first: by import, as a worker, as the program and as a process of their own', () => {
    expect(relatedTests('src/a.ts', usersOf(TOY))).toEqual([
      { file: 'test/a.test.ts', steps: 1 },
      { file: 'test/child.slow.test.ts', steps: 2 },
      { file: 'test/lazy.test.ts', steps: 3 },
      { file: 'test/worker.slow.test.ts', steps: 3 },
      { file: 'test/cli.slow.test.ts', steps: 4 },
    ]);
  });
});

describe('in the project itself', () => {
  const sources = new Map(
    ['src', 'test', 'fixtures', 'eval', 'models', 'scripts'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .filter((path) => path.endsWith('.ts') && existsSync(join(ROOT, path)))
        .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const),
    ),
  );
  const users = usersOf(sources);
  const isReached = (file: string, test: string) => relatedTests(file, users).some((one) => one.file === test);

  it('the tests of the whole program run whatever the program and its workers run', () => {
    for (const file of ['src/report/exit-code.ts', 'src/workers/examine.ts', 'src/detectors/documents/index.ts']) {
      expect(isReached(file, 'test/cli/exit-codes.slow.test.ts')).toBe(true);
      expect(isReached(file, 'test/fixtures/gallery.slow.test.ts')).toBe(true);
    }
  });

  it.each(Object.entries(GUARDED))('%s have files, each with tests', (_kind, patterns) => {
    for (const pattern of patterns) {
      const files = [...sources.keys()].filter((file) => pattern.test(file));
      expect(files, `no file is ${pattern}`).not.toEqual([]);
      const broken = files.filter((file) => breaksOf(file, sources.get(file) ?? '').length > 0);
      for (const file of broken) expect(relatedTests(file, users), file).not.toEqual([]);
    }
  });
});
