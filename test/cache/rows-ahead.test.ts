import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GuardedStore } from '../../src/cache/guarded-store.js';
import { pack } from '../../src/cache/pack.js';
import { RowsAhead } from '../../src/cache/rows-ahead.js';
import { Store } from '../../src/cache/store.js';
import { folder } from '../helpers/folder.js';

const PATHS = [...Array(400).keys()].map((at) => `/photos/IMG_${String(at).padStart(4, '0')}.JPG`);
/** Every second one has a row. */
const KNOWN = PATHS.filter((_, at) => at % 2 === 0);

let guarded: GuardedStore;
beforeEach(async () => {
  guarded = await GuardedStore.open(join(folder(), 'cache'), () => {});
  guarded.write((store) =>
    store.together(() => {
      for (const path of KNOWN) store.putFile(path, pack({ name: path }));
    }),
  );
});

afterEach(() => guarded.close());

/** What it answers for these paths, and how many rows it reads for that. */
function asked(paths: readonly string[]) {
  const reading = vi.spyOn(Store.prototype, 'filesFrom');
  const ahead = new RowsAhead(guarded);
  const names = paths.map((path) => ahead.rowOf(path)?.name ?? null);
  const rows = reading.mock.calls.reduce((sum, [, limit]) => sum + limit, 0);
  const reads = reading.mock.calls.length;
  reading.mockRestore();
  return { names, rows, reads };
}

it('answers as the store does, whatever the order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(PATHS), (paths) => {
      expect(asked(paths).names).toEqual(paths.map((path) => (KNOWN.includes(path) ? path : null)));
    }),
    { numRuns: 20 },
  );
});

it('reads many rows at once in the order of names, new files among them included', () => {
  expect(asked(PATHS).reads).toBeLessThan(15);
});

it('reads few rows for a path where the order is another', () => {
  const mixed = [...Array(KNOWN.length).keys()].map((at) => KNOWN[(at * 77) % KNOWN.length] as string);
  expect(asked(mixed).rows / mixed.length).toBeLessThan(5);
});
