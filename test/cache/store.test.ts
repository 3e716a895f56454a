import { chmodSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { loadDatabase, openStore, storeFile } from '../../src/cache/open.js';
import { keepInBounds } from '../../src/cache/prune.js';
import { lastScan, type StartedScan } from '../../src/cache/scans.js';
import { Store } from '../../src/cache/store.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';
import { open, resultOf, targetIn } from './helpers.js';

const isWindows = process.platform === 'win32';

/** A cache that has one result, closed, and the folder of its photo. */
async function filled() {
  const root = folder({ 'a.jpg': await plainJpeg() });
  const store = join(folder(), 'cache');
  const opened = await open(store);
  await opened.cache.keep(resultOf(await targetIn(root, 'a.jpg', opened)));
  opened.cache.close();
  // All of it in the one file.
  const database = new Libsql(storeFile(store));
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  return { root, store };
}

/** Whether the cache works, and what it remarks. */
async function tried({ root, store }: { root: string; store: string }) {
  const opened = await open(store);
  const target = await targetIn(root, 'a.jpg', opened);
  const before = await opened.cache.find(target);
  await opened.cache.keep(resultOf(target));
  const after = await opened.cache.find(target);
  opened.cache.close();
  return { hadResult: before !== null, keeps: after !== null, remarks: opened.remarks };
}

it('is for the owner only', async () => {
  const { store } = await filled();
  expect(readdirSync(store).map((name) => name.replace(/-(wal|shm)$/, ''))).toContain('results.db');
  if (!isWindows) expect(statSync(store).mode & 0o777).toBe(0o700);
});

it.skipIf(isWindows)('in a folder of the person, only the database is for the owner only', async () => {
  const store = folder();
  chmodSync(store, 0o755);
  const opened = await open(store);
  expect(readdirSync(store).sort()).toEqual(['results.db', 'results.db-shm', 'results.db-wal']);
  for (const name of readdirSync(store)) expect(statSync(join(store, name)).mode & 0o777, name).toBe(0o600);
  expect(statSync(store).mode & 0o777).toBe(0o755);
  opened.cache.close();
  chmodSync(storeFile(store), 0o644);
  await open(store);
  expect(statSync(storeFile(store)).mode & 0o777).toBe(0o600);
});

describe('a damaged store is set aside, reported and begun anew', () => {
  it.each([
    ['not a database', (path: string) => writeFileSync(path, 'not a database at all '.repeat(1000))],
    ['cut off', (path: string) => truncateSync(path, 10_000)],
    ['overwritten', (path: string) => writeFileSync(path, readFileSync(path).fill(0, 4096))],
  ])('%s', async (_how, damage) => {
    const { root, store } = await filled();
    damage(storeFile(store));
    const { hadResult, keeps, remarks } = await tried({ root, store });
    expect({ hadResult, keeps }).toEqual({ hadResult: false, keeps: true });
    expect(remarks).toEqual([expect.stringMatching(/^the cache was damaged and has been begun anew; .*damaged\.db$/)]);
    expect(existsSync(join(store, 'damaged.db'))).toBe(true);
    expect(await tried({ root, store })).toEqual({ hadResult: true, keeps: true, remarks: [] });
  });

  it('also where only one value has another content', async () => {
    const { root, store } = await filled();
    const database = new Libsql(storeFile(store));
    database.exec("update results set value = x'00000000'");
    database.close();
    expect(await tried({ root, store })).toMatchObject({ hadResult: false, keeps: true, remarks: [/damaged/] });
  });
});

it('one of an older version is replaced; one of a newer version is left alone', async () => {
  const { root, store } = await filled();
  const setVersion = (version: number) => {
    const database = new Libsql(storeFile(store));
    database.exec(`pragma user_version = ${version}`);
    database.close();
  };
  setVersion(9999);
  const newer = await tried({ root, store });
  expect(newer).toMatchObject({ hadResult: false, keeps: false });
  expect(newer.remarks).toEqual([expect.stringContaining('is of a newer version of lenscap')]);
  const database = new Libsql(storeFile(store));
  database.exec('pragma user_version = -1');
  database.close();
  expect(await tried({ root, store })).toEqual({ hadResult: false, keeps: true, remarks: [] });
});

it('keeps results until something stops it, also once it is closed', async () => {
  const { store } = await filled();
  const { cache } = await open(store);
  expect(cache.isKeeping).toBe(true);
  cache.close();
  expect(cache.isKeeping).toBe(true);
});

it('where it cannot be used, the scan goes on without it, with one remark', async () => {
  const root = folder({ 'a.jpg': await plainJpeg(), cache: 'a file' });
  const run = await tried({ root, store: join(root, 'cache') });
  expect((await open(join(root, 'cache'))).cache.isKeeping).toBe(false);
  expect(run).toMatchObject({ hadResult: false, keeps: false });
  expect(run.remarks).toEqual([expect.stringMatching(/^the cache in .* cannot be used \(EEXIST\); lenscap goes on/)]);
});

it('two scans at once keep the results of both', async () => {
  const names = [...Array(40).keys()].map((index) => `${index}.jpg`);
  const jpeg = await plainJpeg();
  const root = folder(Object.fromEntries(names.map((name) => [name, Buffer.concat([jpeg, Buffer.from(name)])])));
  const store = join(folder(), 'cache');
  const scans = [await open(store), await open(store)];
  await Promise.all(
    scans.map(async (opened, at) => {
      for (const name of names.filter((_, index) => index % 2 === at)) {
        await opened.cache.keep(resultOf(await targetIn(root, name, opened)));
      }
    }),
  );
  for (const { cache } of scans) cache.close();
  const opened = await open(store);
  for (const name of names) expect(await opened.cache.find(await targetIn(root, name, opened)), name).not.toBeNull();
  expect([...scans, opened].flatMap(({ remarks }) => remarks)).toEqual([]);
});

it('keeps of the last scan only what a report needs', async () => {
  const store = join(folder(), 'cache');
  const { cache } = await open(store);
  const scan = {
    roots: ['a'],
    filesFrom: null,
    isNullSeparated: false,
    videos: 'auto',
    only: null,
    skip: null,
  } as const;
  cache.begin({ ...scan, configFile: '/home/someone/config.json' } as StartedScan);
  cache.close();
  const database = new Libsql(storeFile(store));
  expect(Object.keys(lastScan(new Store(database)) ?? {}).sort()).toEqual([...Object.keys(scan), 'folder'].sort());
  database.close();
});

it('keeps in bounds: what was used least goes first', async () => {
  const store = openStore(await loadDatabase(), join(folder(), 'cache')).store as Store;
  const key = (index: number) => ({
    content: Buffer.alloc(32, index),
    place: Buffer.alloc(32),
    settings: Buffer.alloc(32),
    detectors: 'metadata',
  });
  const value = Buffer.alloc(10_000);
  for (let index = 0; index < 100; index++) {
    store.putResult(key(index), { bytes: index, used: 1000 - index, program: 'p', value });
  }
  keepInBounds(store, 10_000_000);
  expect(store.counts().results).toBe(100);
  keepInBounds(store, 500_000);
  const { results, bytes } = store.counts();
  expect(bytes).toBeLessThanOrEqual(500_000);
  expect(results).toBeGreaterThan(20);
  expect(store.result(key(0))).not.toBeNull();
  expect(store.result(key(99))).toBeNull();
  expect(store.hasBytes(0)).toBe(true);
  store.close();
});
