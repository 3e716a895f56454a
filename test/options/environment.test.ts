import { expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { currentEnvironment, refuseRelative } from '../../src/options/environment.js';
import { resolveOptions } from '../../src/options/resolve.js';
import { request } from './request.js';

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

it.each([
  [{ LENSCAP_CACHE: 'results' }, 'LENSCAP_CACHE', 'LENSCAP_CACHE "results": must be an absolute path, or off'],
  [{ LENSCAP_DATA: 'off' }, 'LENSCAP_DATA', 'LENSCAP_DATA "off": must be an absolute path'],
] as const)('%j is refused where it is needed, not passed over', async (env, variable, message) => {
  const { stdout, stderr } = process;
  const environment = currentEnvironment({ env, stdout, stderr });
  expect(() => refuseRelative(environment, variable)).toThrow(new UsageError(message));
  await expect(resolveOptions(request({ environment }))).rejects.toThrow(message);
});

it.each([{ LENSCAP_CACHE: 'off' }, { LENSCAP_CACHE: '' }, { LENSCAP_DATA: '/data' }])('%j is taken', (env) => {
  const { stdout, stderr } = process;
  const environment = currentEnvironment({ env, stdout, stderr });
  expect(() => refuseRelative(environment, 'LENSCAP_CACHE', 'LENSCAP_DATA')).not.toThrow();
});

it('results are kept in the folder of the person for such files', () => {
  const { stdout, stderr } = process;
  expect(currentEnvironment({ env: {}, stdout, stderr }).cacheFolder).toMatch(/lenscap/);
});
