// A detector declares the models that its code asks an engine for: they are verified before the
// walk, so that a damaged one ends the run at once and not at the first photo that needs it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { REGISTRY } from '../../src/detectors/index.js';
import { readManifest } from '../../src/inference/manifest.js';

const MODELS = new Map(readManifest().map(({ id, isOptional = false }) => [id as string, isOptional]));
const IMPORT = /(?:import|export)\s+(?!type\b)[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/g;

/** The code that a detector runs: its index.ts and what that imports, directly or not. */
function codeOf(detector: string): readonly string[] {
  const files = new Set([new URL(`../../src/detectors/${detector}/index.ts`, import.meta.url).href]);
  for (const file of files) {
    for (const [, by, lazy] of readFileSync(fileURLToPath(file), 'utf8').matchAll(IMPORT)) {
      const imported = new URL((by ?? lazy ?? '').replace(/\.js$/, '.ts'), file).href;
      if (existsSync(fileURLToPath(imported))) files.add(imported);
    }
  }
  return [...files].filter((file) => !/\/declaration\.ts$|\/inference\//.test(file)).map((file) => fileURLToPath(file));
}

function modelsNamedIn(files: readonly string[]): readonly string[] {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return [...MODELS.keys()].filter((id) => new RegExp(`(?:\\.model\\(|\\bid: )'${id}'`).test(text));
}

describe.each(REGISTRY.map((declared) => [declared.id, declared] as const))('%s', (id, { models }) => {
  test('declares the models that its code names, but for optional ones', () => {
    const named = modelsNamedIn(codeOf(id)).filter((model) => MODELS.get(model) === false);
    expect([...models].sort()).toEqual(named.sort());
  });
});
