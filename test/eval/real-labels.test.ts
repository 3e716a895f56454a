// The only test that needs the labelled files. They are not part of the project, so it is skipped
// if they are not next to it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../eval/categories/index.js';
import { readLabels } from '../../eval/labels.js';

const DIR = fileURLToPath(new URL('../../../shared/eval', import.meta.url));

describe('the labelled files next to the project', () => {
  it.skipIf(!existsSync(DIR))(
    'are all there, and every category but those waiting for files finds some (1 check, skipped without them)',
    async () => {
      const { files } = await readLabels(DIR);
      expect(files.filter(({ file }) => !existsSync(join(DIR, file)))).toEqual([]);
      const empty = CATEGORIES.filter((category) =>
        [...category.positives, ...category.negatives, ...(category.checks ?? [])].every(
          (row) => !files.some((file) => row.includes(file)),
        ),
      );
      expect(empty.map(({ id }) => id)).toEqual([]);
      for (const { positives, negatives } of CATEGORIES) {
        const isIn = (rows: typeof positives, file: (typeof files)[number]) => rows.some((row) => row.includes(file));
        expect(files.filter((file) => isIn(positives, file) && isIn(negatives, file))).toEqual([]);
      }
    },
  );
});
