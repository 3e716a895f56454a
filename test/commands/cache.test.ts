import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { storeFile } from '../../src/cache/open.js';
import { runCache } from '../../src/commands/cache.js';
import { reportRequest } from '../../src/commands/report.js';
import { UsageError } from '../../src/errors.js';
import { currentEnvironment } from '../../src/options/environment.js';
import { open, resultOf, targetIn } from '../cache/helpers.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';

/** The folder of a cache with one result, all of it in the one file. */
async function filled(): Promise<string> {
  const root = folder({ 'a.jpg': await plainJpeg() });
  const cacheFolder = join(folder(), 'cache');
  const opened = await open(cacheFolder);
  await opened.cache.keep(resultOf(await targetIn(root, 'a.jpg', opened)));
  opened.cache.close();
  const database = new Libsql(storeFile(cacheFolder));
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  return cacheFolder;
}

function damageRow(cacheFolder: string): void {
  const database = new Libsql(storeFile(cacheFolder));
  database.prepare('update files set value = ?').run([Buffer.from('no value of lenscap')]);
  database.close();
}

/** Its tables cannot be read; the first page, by which a database is recognised, is whole. */
function damagePages(cacheFolder: string): void {
  const path = storeFile(cacheFolder);
  writeFileSync(path, readFileSync(path).fill(0xff, 4096));
}

describe('lenscap cache', () => {
  it.each([
    ['prune', 'a damaged row', damageRow],
    ['prune', 'damaged pages', damagePages],
    ['stats', 'damaged pages', damagePages],
  ] as const)('%s sets aside %s, and goes on', async (action, _what, damage) => {
    const cacheFolder = await filled();
    damage(cacheFolder);
    const text = await runCache(action, { cacheFolder, relative: {} });
    expect(text).toMatch(/^the cache was damaged and has been begun anew; the damaged one is .*damaged\.db\n/);
    expect(text).toMatch(action === 'stats' ? /\n0 results of 0 files/ : /\nRemoved 0 results/);
    expect(await runCache('stats', { cacheFolder, relative: {} })).toMatch(/^0 results of 0 files/);
  });

  it.each(['stats', 'prune', 'clear'])('%s refuses a folder in place of the database', async (action) => {
    const cacheFolder = folder();
    mkdirSync(storeFile(cacheFolder));
    await expect(runCache(action, { cacheFolder, relative: {} })).rejects.toThrow(UsageError);
    await expect(runCache(action, { cacheFolder, relative: {} })).rejects.toThrow(
      /cannot be (used|removed) \([A-Z_]+\)/,
    );
  });
});

it('a report of what a damaged cache had states that it was damaged', async () => {
  const cacheFolder = await filled();
  writeFileSync(storeFile(cacheFolder), 'not a database at all '.repeat(1000));
  const asked = reportRequest(['a'], {}, { ...currentEnvironment(), cacheFolder });
  await expect(asked).rejects.toThrow(/^the cache was damaged and .*damaged\.db; "a" was never scanned; /);
});
