import { expect, test } from 'vitest';
import { csv } from '../../src/reporters/csv.js';
import { RUNS } from '../helpers/sample-runs.js';
import { rowsIn } from './csv-rows.js';
import { render } from './render.js';

const FIVE = RUNS.five ?? { results: [] };

function columns(rows: readonly string[][], ...names: string[]): string[][] {
  const [head = [], ...others] = rows;
  return others.map((row) => names.map((name) => row[head.indexOf(name)] ?? ''));
}

test('a row for each finding, and one for what was not examined', async () => {
  const rows = rowsIn(await render(csv, FIVE));
  expect(columns(rows, 'path', 'rule', 'problem').slice(0, 3)).toEqual([
    ['DCIM/IMG_1001.JPG', 'document/passport', ''],
    ['DCIM/IMG_1001.JPG', 'metadata/location', ''],
    ['DCIM/IMG_1001.JPG', 'metadata/capture-time', ''],
  ]);
  expect(columns(rows, 'path', 'rule', 'problem').at(-1)).toEqual(['DCIM/IMG_0007.JPG', '', 'truncated']);
});

test('lines end with CR and LF, and the first names the columns', async () => {
  const written = await render(csv, FIVE);
  expect(written.split('\r\n')[0]).toMatch(/^path,original_path,verdict,.*problem_message$/);
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('with --all a photo without a finding has a row, too', async () => {
  const safe = RUNS.safe ?? { results: [] };
  expect(columns(rowsIn(await render(csv, safe)), 'path')).toEqual([]);
  const all = columns(rowsIn(await render(csv, safe, { isEverythingListed: true })), 'path', 'verdict', 'rule');
  expect(all[0]).toEqual(['DCIM/IMG_0001.HEIC', 'safe', '']);
  expect(all).toHaveLength(3);
});

test('an empty run has the names of the columns only', async () => {
  expect(rowsIn(await render(csv, RUNS.empty ?? { results: [] }))).toHaveLength(1);
});
