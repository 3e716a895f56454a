import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activeDecisions, changeDecisions, readDecisions } from '../../src/decisions/store.js';
import type { Decision } from '../../src/types/decision.js';
import { folder } from '../helpers/folder.js';

const isWindows = process.platform === 'win32';

function decision(n: number, more: Partial<Decision> = {}): Decision {
  const fingerprint = n.toString(16).padStart(64, '0');
  return { fingerprint, rule: 'person/child', on: '2025-07-14', until: null, file: 'a.jpg', reason: null, ...more };
}

function add(file: string, ...decisions: readonly Decision[]): Promise<void> {
  return changeDecisions(file, (now) => [...now.values(), ...decisions]);
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    ({ name, message }: Error) => `${name}: ${message}`,
  );

test('without a file there are no decisions', async () => {
  expect((await readDecisions(join(folder(), 'decisions.ndjson'))).size).toBe(0);
  expect((await readDecisions('')).size).toBe(0);
});

test('only their owner can read them, and nothing else is left in the folder', async () => {
  const cwd = folder();
  const file = join(cwd, 'data', 'lenscap', 'decisions.ndjson');
  await add(file, decision(1));
  await add(file, decision(2));
  expect([...(await readDecisions(file)).keys()]).toEqual([decision(1).fingerprint, decision(2).fingerprint]);
  expect(readdirSync(join(cwd, 'data', 'lenscap'))).toEqual(['decisions.ndjson']);
  if (isWindows) return;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(cwd, 'data', 'lenscap')).mode & 0o777).toBe(0o700);
});

test('of many changes at once none is lost', async () => {
  const file = join(folder(), 'decisions.ndjson');
  await Promise.all(Array.from({ length: 25 }, (_, n) => add(file, decision(n))));
  expect((await readDecisions(file)).size).toBe(25);
});

test('the lock of a program that was killed holds no other one up', async () => {
  const file = join(folder(), 'decisions.ndjson');
  writeFileSync(`${file}.lock`, 'left behind');
  utimesSync(`${file}.lock`, 1, 1);
  await Promise.all([add(file, decision(1)), add(file, decision(2))]);
  expect((await readDecisions(file)).size).toBe(2);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a damaged file is refused for reading and for writing, and stays as it is', async () => {
  const file = join(folder({ 'decisions.ndjson': '{"lenscap":"decisions","version":1}\n{"fing' }), 'decisions.ndjson');
  const before = readFileSync(file, 'utf8');
  for (const work of [readDecisions(file), add(file, decision(1))]) {
    expect(await refusal(work)).toMatch(/^UsageError: decisions ".*": its end is missing; restore it from a backup/);
  }
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a change that fails leaves the file as it was', async () => {
  const file = join(folder(), 'decisions.ndjson');
  await add(file, decision(1));
  const failing = changeDecisions(file, () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow();
  expect((await readDecisions(file)).size).toBe(1);
});

test.skipIf(isWindows)('through a link the file that it leads to is changed', async () => {
  const cwd = folder();
  await add(join(cwd, 'real'), decision(1));
  symlinkSync('real', join(cwd, 'link'));
  await add(join(cwd, 'link'), decision(2));
  expect((await readDecisions(join(cwd, 'real'))).size).toBe(2);
});

test.skipIf(isWindows || process.getuid?.() === 0)('a file that cannot be read is refused', async () => {
  const file = join(folder(), 'decisions.ndjson');
  await add(file, decision(1));
  chmodSync(file, 0);
  expect(await refusal(readDecisions(file))).toMatch(/cannot be read \(EACCES\)/);
});

test('a folder in place of the file is refused', async () => {
  expect(await refusal(readDecisions(folder()))).toMatch(/cannot be read \(EISDIR\)/);
});

test('without a folder for it nothing is recorded, and the refusal names the remedy', async () => {
  expect(await refusal(add('', decision(1)))).toMatch(/set LENSCAP_DATA to the absolute path/);
});

test.each([
  [null, true],
  ['2025-07-15', true],
  ['2025-07-16', true],
  ['2025-07-14', false],
])('on 2025-07-15 a decision until %s counts: %s', (until, expected) => {
  const one = decision(1, { until });
  expect(activeDecisions(new Map([[one.fingerprint, one]]), '2025-07-15').size).toBe(expected ? 1 : 0);
});
