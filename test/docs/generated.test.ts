import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GENERATED } from '../../scripts/generate.js';
import { ROOT } from '../helpers/root.js';

test.each(Object.entries(GENERATED))('%s is up to date (npm run generate writes it)', (path, make) => {
  const file = join(ROOT, path);
  expect(existsSync(file)).toBe(true);
  const now = readFileSync(file, 'utf8');
  expect(make(() => now)).toBe(now);
});
