// Each reporter against its expected output. UPDATE_GOLDENS=1 writes them anew; a missing one
// fails.
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadReporters } from '../../src/reporters/index.js';
import { RULES } from '../../src/rules/index.js';
import { RUNS } from '../helpers/sample-runs.js';
import { render } from './render.js';

const isUpdate = process.env.UPDATE_GOLDENS === '1';

describe.each(await loadReporters())('$format', (reporter) => {
  // The whole phone is for the report that counts; the others would only repeat themselves.
  const runs = Object.entries(RUNS).filter(([name]) => name !== 'phone' || reporter.format === 'text');

  test.each(runs)('%s', async (name, run) => {
    const golden = new URL(`goldens/${name}.${reporter.format}.golden`, import.meta.url);
    // Two rules are enough of an example of how rules are described.
    const written = await render(reporter, run, { rules: RULES.slice(0, 2) });
    if (isUpdate) await writeFile(golden, written);
    expect(written).toBe(await readFile(golden, 'utf8'));
  });
});
