import { expect, it } from 'vitest';
import { stoppedLines } from '../../src/messages/stopped.js';

const STOPPED = {
  examined: 120,
  found: 1281,
  isWalked: true,
  bySeverity: { critical: 3, high: 0, medium: 20, low: 0 },
  isKept: true,
  report: 'lenscap report',
} as const;

it('states how far the scan came, what it found, and how to go on', () => {
  expect(stoppedLines(STOPPED)).toEqual([
    'stopped after 120 of 1,281 photos; photos with findings: 3 critical and 20 medium',
    'their results are kept; to go on, run the same command again',
    'to see what was found in 120 photos: lenscap report',
  ]);
});

it('promises nothing where nothing is kept', () => {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0 };
  expect(stoppedLines({ ...STOPPED, isKept: false, report: null, isWalked: false, bySeverity })).toEqual([
    'stopped after 120 of 1,281 or more photos; nothing was found in them',
    'their results are not kept; the next scan begins anew',
  ]);
  expect(stoppedLines({ ...STOPPED, examined: 0, bySeverity })).toHaveLength(1);
});
