import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describe as describeResults, exitCodeOf, type Result, Results } from '../../../scripts/mutate/results.js';
import { folder } from '../../helpers/folder.js';

function result(outcome: Result['outcome'], more: Partial<Result> = {}): Result {
  const by = outcome === 'noticed' ? { file: 'test/a.test.ts', test: 'a' } : null;
  const shown = { operator: 'move a boundary', before: 'a < 1', after: 'a <= 1' };
  return {
    id: 'one',
    file: 'src/walk/a.ts',
    line: 3,
    ...shown,
    state: 'now',
    outcome,
    by,
    isFastOnly: false,
    seconds: 1,
    ...more,
  };
}
const times = (count: number, outcome: Result['outcome'], more?: Partial<Result>) =>
  Array.from({ length: count }, () => result(outcome, more));

describe('the exit code', () => {
  it.each([
    ['enough are noticed', [...times(17, 'noticed'), ...times(3, 'unnoticed')], 0],
    ['one too many is not', [...times(16, 'noticed'), ...times(3, 'unnoticed')], 1],
    ['what hangs is noticed', [...times(16, 'noticed'), result('hung'), ...times(3, 'unnoticed')], 0],
    [
      'what does not compile does not count',
      [...times(17, 'noticed'), ...times(3, 'unnoticed'), ...times(9, 'not-compiling')],
      0,
    ],
    ['a guarded one is not', [...times(99, 'noticed'), result('unnoticed', { file: 'src/report/exit-code.ts' })], 1],
    ['nothing was tried', times(3, 'not-compiling'), 1],
  ] as const)('is what it should be where %s', (_case, results, code) => expect(exitCodeOf(results)).toBe(code));
});

describe('the table', () => {
  it('counts by room, guarded ones first, and shows what no test noticed', () => {
    const results = [
      ...times(2, 'noticed'),
      result('unnoticed'),
      result('not-compiling'),
      result('hung', { file: 'src/workers/examine.ts' }),
    ];
    expect(describeResults(results).split('\n')).toEqual([
      'room               breaks  noticed    share',
      'examinations *          1        1    100 %',
      'walk                    3        2     66 %',
      'all                     4        3     75 %',
      '* none may go unnoticed here',
      '',
      'Noticed by no test:',
      'src/walk/a.ts:3  move a boundary  (one)',
      '  - a < 1',
      '  + a <= 1',
    ]);
  });
});

describe('results', () => {
  it('are kept from run to run, and count for the code that they were found with', () => {
    const path = join(folder(), 'kept', 'results.ndjson');
    new Results(path, 'now').add(result('unnoticed'));
    expect(new Results(path, 'now').of('one')).toEqual(result('unnoticed'));
    expect(new Results(path, 'later').of('one')).toBeUndefined();
    expect([...new Results(path, 'later').unnoticed()]).toEqual(['one']);
    new Results(path, 'later').add(result('noticed', { state: 'later' }));
    expect([...new Results(path, 'later').unnoticed()]).toEqual([]);
    expect(new Results(path, 'later').noticedBy('src/walk/a.ts')).toEqual(['test/a.test.ts']);
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('of a run that was broken off within a line are read all the same', () => {
    const path = join(folder(), 'results.ndjson');
    new Results(path, 'now').add(result('noticed'));
    appendFileSync(path, '{"id":"two","outc');
    new Results(path, 'now').add(result('noticed', { id: 'three' }));
    expect(new Results(path, 'now').current().map(({ id }) => id)).toEqual(['one', 'three']);
  });
});
