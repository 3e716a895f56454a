import { expect, test } from 'vitest';
import { isSelected } from '../../src/report/selection.js';
import { VERDICTS } from '../../src/types/report.js';

test.each([
  [null, ['flagged', 'accepted', 'safe', 'undecided']],
  ['flagged' as const, ['flagged']],
  ['safe' as const, ['safe']],
])('--select %s lists %j', (select, listed) => {
  expect(VERDICTS.filter((verdict) => isSelected({ verdict }, select))).toEqual(listed);
});
