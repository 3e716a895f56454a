import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBaseline } from '../../src/decisions/baseline.js';
import { json } from '../../src/reporters/json.js';
import { folder } from '../helpers/folder.js';
import { RUNS } from '../helpers/sample-runs.js';
import { render } from '../reporters/render.js';

const REPORT = await render(json, RUNS.five ?? { results: [] });

function read(text: string): Promise<ReadonlySet<string>> {
  return readBaseline(join(folder({ 'r.json': text }), 'r.json'));
}

test('has the fingerprints of all findings of the report', async () => {
  const report = JSON.parse(REPORT) as { photos: { findings: { fingerprint: string }[] }[] };
  const all = report.photos.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
  expect([...(await read(REPORT))]).toEqual(all);
  expect(all.length).toBeGreaterThan(5);
});

test.each([
  ['cut off', REPORT.slice(0, -20), /not a JSON report/],
  ['something else', '{"photos": []}', /not a JSON report/],
  ['of a newer version', REPORT.replace('"schemaVersion": 2', '"schemaVersion": 3'), /it has version 3 .* reads 2/],
  ['without its summary', REPORT.replace('"summary"', '"summery"'), /a part of the report is missing/],
  [
    'with a damaged fingerprint',
    REPORT.replace(/"fingerprint":"../, '"fingerprint":"zz'),
    /a finding of it is damaged/,
  ],
])('a file that is %s is refused', async (_what, text, why) => {
  await expect(read(text)).rejects.toThrow(why);
});

test('a file that does not exist is refused', async () => {
  await expect(readBaseline(join(folder(), 'none.json'))).rejects.toThrow(/--baseline .*: the file does not exist/);
});
