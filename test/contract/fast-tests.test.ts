// Tests are fast unless their name ends in .slow.test.ts: no process, no model, nothing that must
// be built first.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/root.js';
import { takeRefusals } from '../refuse-slow.js';

/** Modules that only slow tests may import, with the reason. */
const SLOW_MODULES: readonly (readonly [module: RegExp, why: string])[] = [
  [/^node:child_process$/, 'starts processes'],
  [/^test\/helpers\/(program|ffmpeg)\.ts$/, 'starts a program'],
  [/^src\/workers\/(pool|start)\.ts$/, 'starts workers from dist'],
  [/^(dist|bin)\//, 'runs what was built'],
  [/^fixtures\/build-gallery\.ts$/, 'needs the sample gallery'],
];

const IMPORT = /(?:from|import) '([^']+)'|import\('([^']+)'\)/g;

/**
 * The modules that a file imports: paths from the top folder for its own files, names for packages.
 */
function importsOf(file: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].map(([, by, lazily]) => {
    const module = by ?? lazily ?? '';
    return module.startsWith('.')
      ? relative(ROOT, join(ROOT, file, '..', module))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts')
      : module;
  });
}

/**
 * Why a file cannot be a fast test. Its helpers and fixtures are followed, the code under test is
 * not.
 */
function reasons(file: string, text: string, seen = new Set<string>()): readonly string[] {
  seen.add(file);
  return importsOf(file, text).flatMap((module) => {
    const [, why] = SLOW_MODULES.find(([pattern]) => pattern.test(module)) ?? [];
    if (why) return [`${file} imports ${module}, which ${why}: name the test *.slow.test.ts`];
    // A string in a test may hold an import of a file that does not exist.
    const isOwn = /^(test|fixtures)\/.*\.ts$/.test(module) && existsSync(join(ROOT, module));
    return isOwn && !seen.has(module) ? reasons(module, readFileSync(join(ROOT, module), 'utf8'), seen) : [];
  });
}

const FAST = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.slow.test.ts'))
  // This file contains what it refuses.
  .filter((name) => name !== 'test/contract/fast-tests.test.ts');

describe('a fast test', () => {
  it('imports nothing that starts a process or must be built', () => {
    expect(FAST.length).toBeGreaterThan(50);
    expect(FAST.flatMap((file) => reasons(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it.each([
    ["import { spawn } from 'node:child_process';", 'node:child_process, which starts processes'],
    ["import { lenscap } from '../helpers/program.js';", 'test/helpers/program.ts, which starts a program'],
    ["import { createPool } from '../../src/workers/pool.js';", 'which starts workers from dist'],
    ["const { main } = await import('../../dist/main.js');", 'dist/main.ts, which runs what was built'],
    ["import '../../fixtures/build-gallery.js';", 'which needs the sample gallery'],
  ])('with %s is refused by name', (text, reason) => {
    const [refused, ...more] = reasons('test/toy/toy.test.ts', text);
    expect(more).toEqual([]);
    expect(refused).toMatch(/^test\/toy\/toy\.test\.ts imports .*: name the test \*\.slow\.test\.ts$/);
    expect(refused).toContain(reason);
  });

  it('that starts a process through the code under test is refused by name', () => {
    const refusal = 'fast-tests.test.ts starts a process (spawnSync): that belongs into a file named *.slow.test.ts';
    expect(() => spawnSync(process.execPath, ['-e', ''])).toThrow(refusal);
    expect(takeRefusals()).toEqual([refusal]);
  });

  it.each(['onnxruntime-node', '@tensorflow/tfjs'])('that loads %s is refused by name', async (name) => {
    await expect(import(name)).rejects.toThrow('fast-tests.test.ts loads a model');
    takeRefusals();
  });
});
