import { expect, it } from 'vitest';
import { currentEnvironment } from '../../src/options/environment.js';

it.each([
  [undefined, null],
  [0, null],
  [48, 48],
])('a terminal that states %s columns has the width %s', (columns, width) => {
  const stdout = { isTTY: columns !== undefined, columns } as NodeJS.Process['stdout'];
  expect(currentEnvironment({ env: {}, stdout, stderr: process.stderr }).columns).toBe(width);
});

it.each([
  ['off', null],
  ['/somewhere/else', '/somewhere/else'],
  // It could be inside a scanned folder.
  ['results', null],
])('with LENSCAP_CACHE=%s results are kept in %s', (named, folder) => {
  const { stdout, stderr } = process;
  expect(currentEnvironment({ env: { LENSCAP_CACHE: named }, stdout, stderr }).cacheFolder).toBe(folder);
});

it('results are kept in the folder of the person for such files', () => {
  const { stdout, stderr } = process;
  expect(currentEnvironment({ env: {}, stdout, stderr }).cacheFolder).toMatch(/lenscap/);
});
