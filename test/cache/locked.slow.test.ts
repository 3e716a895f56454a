import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, it } from 'vitest';
import { storeFile } from '../../src/cache/open.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';
import { open, resultOf, targetIn } from './helpers.js';

it('a store that stays locked is one remark, and the scan goes on', async () => {
  const root = folder({ 'a.jpg': await plainJpeg() });
  const store = join(folder(), 'cache');
  mkdirSync(store);
  const opened = await open(store);
  const target = await targetIn(root, 'a.jpg', opened);
  const other = new Libsql(storeFile(store));
  other.exec('begin immediate');
  await opened.cache.keep(resultOf(target));
  other.exec('rollback');
  other.close();
  expect(opened.remarks).toEqual([expect.stringMatching(/cannot be used \(SQLITE_BUSY\)/)]);
  await opened.cache.keep(resultOf(target));
  expect(await opened.cache.find(target)).toBeNull();
  expect(opened.remarks).toHaveLength(1);
}, 30_000);
