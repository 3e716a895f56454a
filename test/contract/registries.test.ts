// Detectors and reporters keep what their registries promise; labels.test.ts holds the labels of detectors.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadDetectors, REGISTRY } from '../../src/detectors/index.js';
import { FORMATS, loadReporters, reporterFor } from '../../src/reporters/index.js';

const REPORTERS = await loadReporters();

test('a detector is registered under its own id, with what it declares', async () => {
  for (const { load, ...declared } of REGISTRY) expect(await load()).toMatchObject(declared);
  expect((await loadDetectors(['codes', 'metadata'])).map(({ id }) => id)).toEqual(['metadata', 'codes']);
});

describe('the reporters', () => {
  const goldens = readdirSync(new URL('../reporters/goldens', import.meta.url));

  test.each(REPORTERS)('$format has goldens', ({ format }) => {
    expect(goldens.filter((name) => name.endsWith(`.${format}.golden`)).length).toBeGreaterThan(4);
  });

  test.each(FORMATS)('%s is registered under its own format', async (format) => {
    expect((await reporterFor(format, 'scan')).format).toBe(format);
  });

  test('check has lines of its own in place of the text report only', async () => {
    expect((await reporterFor('text', 'check')).format).toBe('check');
    expect((await reporterFor('json', 'check')).format).toBe('json');
  });
});
