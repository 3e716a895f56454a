// Judged photos that wait on the disk until they are sorted.
import { expect, it } from 'vitest';
import { createSpool } from '../../src/report/spool.js';
import type { PhotoReport } from '../../src/types/report.js';

/** The spool reads only the `path` of a photo. */
const photo = (path: string) => ({ path, sha256: '0'.repeat(64) }) as unknown as PhotoReport;

it.each([
  ['a few', 3],
  ['more than wait in memory', 2000],
])('%s are returned by path, unchanged', async (_how, count) => {
  const paths = Array.from({ length: count }, (_, at) => `${(at * 7919) % count} ä.jpg`);
  const spool = await createSpool();
  try {
    for (const path of paths) spool.add(photo(path));
    const back: PhotoReport[] = [];
    for await (const found of spool.sorted()) back.push(found);
    expect(back).toEqual(paths.toSorted().map(photo));
  } finally {
    await spool.close();
  }
});
