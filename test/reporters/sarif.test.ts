import { describe, expect, test } from 'vitest';
import { fileUri } from '../../src/reporters/file-uri.js';
import { sarif } from '../../src/reporters/sarif.js';
import { RUNS } from '../helpers/sample-runs.js';
import { render } from './render.js';
import { faultsOfSarif } from './valid-sarif.js';

const FIVE = RUNS.five ?? { results: [] };

describe.each(Object.entries(RUNS).filter(([name]) => name !== 'phone'))('the run %s', (_name, run) => {
  test('is valid by the schema of SARIF 2.1.0', async () => {
    expect(faultsOfSarif(JSON.parse(await render(sarif, run)))).toBeNull();
  });
});

test('a log with a field that SARIF does not know is refused', async () => {
  const log = JSON.parse(await render(sarif, FIVE));
  log.runs[0].results[0].surprise = 1;
  expect(faultsOfSarif(log)).not.toBeNull();
});

test('each finding is a result, each problem a notification, and the rules are described', async () => {
  const { runs } = JSON.parse(await render(sarif, FIVE));
  const [{ results, invocations, tool }] = runs;
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId).slice(0, 2)).toEqual([
    'document/passport',
    'metadata/location',
  ]);
  expect(results[0]).toMatchObject({ level: 'error', rank: 100 });
  expect(invocations[0].toolExecutionNotifications).toHaveLength(1);
  expect(invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 1 });
  expect(tool.driver.rules.find(({ id }: { id: string }) => id === 'document/passport')).toMatchObject({
    name: 'passport',
    defaultConfiguration: { level: 'error' },
  });
});

test.each([
  ['DCIM/IMG 1.jpg', 'posix', 'DCIM/IMG%201.jpg'],
  ['a:b.jpg', 'posix', 'a%3Ab.jpg'],
  ['/home/é#1?.jpg', 'posix', 'file:///home/%C3%A9%231%3F.jpg'],
  ['//host/a.jpg', 'posix', 'file:///host/a.jpg'],
  ['a\\b.jpg', 'posix', 'a%5Cb.jpg'],
  ['C:\\Photos\\1.jpg', 'windows', 'file:///C:/Photos/1.jpg'],
  ['Photos\\1.jpg', 'windows', 'Photos/1.jpg'],
] as const)('%s on %s is %s', (path, shell, uri) => {
  expect(fileUri(path, shell)).toBe(uri);
});
