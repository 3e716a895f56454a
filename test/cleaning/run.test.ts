// The run that makes copies, without the program around it.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Cleaned } from '../../src/cleaning/cleaned.js';
import { cleanAll } from '../../src/cleaning/run.js';
import type { PhotoReport, ReportEvent } from '../../src/types/report.js';
import { folder } from '../helpers/folder.js';

it('makes no more copies at once than there are jobs', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `${index}.bmp`);
  const root = folder({ ...Object.fromEntries(names.map((name) => [`in/${name}`, 'BM'])), 'parts/a.txt': '' });
  let [atOnce, max] = [0, 0];
  async function* originals(): AsyncGenerator<ReportEvent> {
    for (const name of names) {
      const photo = {
        ...{ path: join(root, 'in', name), mediaType: 'image/bmp', kind: 'image' },
        get findings() {
          max = Math.max(max, ++atOnce);
          return [];
        },
      } as unknown as PhotoReport;
      yield { type: 'photo', photo };
    }
  }
  const files: Cleaned[] = [];
  const settings = {
    ...{ output: join(root, 'out'), base: root, choice: { keep: new Set<never>(), cover: new Set<string>() } },
    ...{ isReEncoding: false, areNamesRandom: false, areTimesKept: true, isDryRun: true, jobs: 2 },
    onCleaned: () => void atOnce--,
  };
  for await (const file of cleanAll(originals(), async function* () {}, join(root, 'parts'), settings))
    files.push(file);
  expect(files.map(({ reasons }) => reasons)).toEqual(names.map(() => ['format']));
  expect(max).toBe(2);
});
