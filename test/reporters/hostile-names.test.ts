// Names of files and texts of metadata may hold anything. No format for people, lines or programs
// passes on what acts on a terminal, and each keeps its shape.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/reporters/csv.js';
import { listReport } from '../../src/reporters/list.js';
import { sarif } from '../../src/reporters/sarif.js';
import { namesOf } from '../helpers/hostile-names.js';
import { detection, photoResult, type Run, troubled } from '../helpers/sample-report.js';
import { ACTS } from '../helpers/terminal-controls.js';
import { rowsIn } from './csv-rows.js';
import { render } from './render.js';
import { faultsOfSarif } from './valid-sarif.js';

const PIECES = ['a', ' ', '.jpg', '/', '\\', '\n', '\r\n', '\t', '\u001b[31m', '\u0085', '\u202e', '\u2028', '\ufeff']
  .concat([
    '"',
    "'",
    ',',
    ';',
    '=',
    '=cmd|x!A0',
    ';=1',
    '+1',
    '-1',
    '@SUM(1)',
    '＝',
    '%',
    '\ud800',
    '写',
    '\u0000',
    '€',
  ])
  .concat(['C:', 'file://', '#', '?', '..']);

const names = namesOf(PIECES);

function runWith(name: string, other: string): Run {
  const device = detection('device-identity', { make: other, model: other, serialNumber: '123456' });
  return { results: [photoResult(name, [device, detection('page')]), troubled(`${name}.heic`, 'corrupt')] };
}

test('list: one line for each finding and each problem, without anything that acts on a terminal', async () => {
  await fc.assert(
    fc.asyncProperty(names, names, async (name, other) => {
      const lines = (await render(listReport, runWith(name, other))).split('\n');
      expect(lines).toHaveLength(4);
      expect(lines.filter((line) => ACTS.test(line))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('csv: each row has every column, and no cell is taken for a formula', async () => {
  await fc.assert(
    fc.asyncProperty(names, names, async (name, other) => {
      const rows = rowsIn(await render(csv, runWith(name, other)));
      expect(rows).toHaveLength(4);
      for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
      const cells = rows.flat();
      expect(cells.filter((cell) => ACTS.test(cell))).toEqual([]);
      const parts = cells.flatMap((cell) => cell.split(';'));
      expect(parts.filter((part) => /^[\s"]*[=+\-@＝＋－＠]/.test(part))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('sarif: valid by its schema, and its JSON has nothing that acts on a terminal', async () => {
  await fc.assert(
    fc.asyncProperty(names, names, async (name, other) => {
      const written = await render(sarif, runWith(name, other));
      expect(ACTS.test(written.replaceAll('\n', ''))).toBe(false);
      expect(faultsOfSarif(JSON.parse(written))).toBeNull();
    }),
    { numRuns: 20 },
  );
});
