// Set-up of the fast tests: starting a process and loading a model are refused, by the name that
// the file should have.
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, expect } from 'vitest';

const refusals: string[] = [];

/** Throws, and fails the test even where the code under test catches what is thrown. */
export function refuse(what: string): never {
  const path = expect.getState().testPath ?? '';
  const message = `${path.slice(path.lastIndexOf('/') + 1)} ${what}: that belongs into a file named *.slow.test.ts`;
  refusals.push(message);
  throw new Error(message);
}

/** What was refused since the last call. */
export function takeRefusals(): readonly string[] {
  return refusals.splice(0);
}

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'] as const) {
  Object.assign(childProcess, { [name]: () => refuse(`starts a process (${name})`) });
}
syncBuiltinESMExports();

afterEach(() => {
  expect(takeRefusals()).toEqual([]);
});
