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
