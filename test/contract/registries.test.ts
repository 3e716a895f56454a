// Detectors and reporters keep the promises of their registries; labels.test.ts checks the labels
// of detectors.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDetectors, REGISTRY } from '../../src/detectors/index.js';
import { loadReporters, REPORT_FORMATS, reporterFor } from '../../src/reporters/index.js';

const REPORTERS = await loadReporters();

const NEEDS = {
  metadata: 'metadata',
  sidecars: '',
  'tag-values': 'metadata',
  container: 'container',
  faces: 'pixels',
  objects: 'pixels',
  documents: 'pixels',
  'printed-values': 'pixels',
  codes: 'pixels',
  'embedded-original': 'container pixels',
};

test('a detector is registered under its own id, with what it declares', async () => {
  for (const { load, ...declared } of REGISTRY) expect(await load()).toMatchObject(declared);
  expect((await loadDetectors(['codes', 'metadata'])).map(({ id }) => id)).toEqual(['metadata', 'codes']);
});

test('what a detector needs decides for which files and for which pictures inside them it runs', () => {
  expect(Object.fromEntries(REGISTRY.map(({ id, needs }) => [id, needs.join(' ')]))).toEqual(NEEDS);
});

test('the registry of detectors imports their declarations and none of their code', () => {
  const detectors = new URL('../../src/detectors/', import.meta.url);
  const modules = new Set(['index.ts']);
  for (const module of modules) {
    const text = readFileSync(new URL(module, detectors), 'utf8');
    for (const [, path = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gm)) {
      modules.add(posix.join(posix.dirname(module), path.replace('.js', '.ts')));
    }
  }
  const declarations = REGISTRY.map(({ id }) => `${id}/declaration.ts`);
  expect([...modules].sort()).toEqual([...declarations, 'index.ts'].sort());
});

describe('the reporters', () => {
  const goldens = readdirSync(new URL('../reporters/goldens', import.meta.url));

  test.each(REPORTERS)('$format has goldens', ({ format }) => {
    expect(goldens.filter((name) => name.endsWith(`.${format}.golden`)).length).toBeGreaterThan(4);
  });

  test.each(REPORT_FORMATS)('%s is registered under its own format', async (format) => {
    expect((await reporterFor(format, 'scan')).format).toBe(format);
  });

  test('check replaces only the text report with its own lines', async () => {
    expect((await reporterFor('text', 'check')).format).toBe('check');
    expect((await reporterFor('json', 'check')).format).toBe('json');
  });
});
