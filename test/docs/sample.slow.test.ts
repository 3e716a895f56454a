import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { galleryReport, withSample } from '../../scripts/sample.js';
import { ROOT } from '../helpers/root.js';

it('the sample in README.md is what the sample gallery gives (npm run sample writes it)', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(withSample(readme, galleryReport())).toBe(readme);
});
