import { expect, test } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { check } from '../../src/reporters/check.js';
import { detection, photoResult, type Run, troubled } from '../helpers/sample-report.js';
import { render } from './render.js';

const LOCATION = detection('location', { latitude: 45.76, longitude: 4.83 });

test('nothing is said where all pass', async () => {
  const results = [photoResult('a.jpg'), photoResult('b.jpg', [detection('page')])];
  expect(await render(check, { results })).toBe('');
});

test('a file held back has one line with its worst finding', async () => {
  const results = [photoResult('a.jpg', [LOCATION, detection('page'), detection('child', { age: 5 })])];
  expect(await render(check, { results })).toBe(
    'a.jpg: critical: Child: looks 5 years old (likely 0.90); 2 more findings\n',
  );
});

test.each([
  ['medium' as const, 2],
  ['high' as const, 1],
  ['critical' as const, 0],
  ['never' as const, 0],
])('--fail-on %s holds back %i of two', async (failOn, lines) => {
  const run: Run = { results: [photoResult('a.jpg', [LOCATION]), photoResult('b.jpg', [detection('page')])] };
  expect((await render(check, run, { failOn })).split('\n').length - 1).toBe(lines);
});

test('--only-taken lets photos pass that the service would not take', async () => {
  const results = [photoResult('a.jpg', [LOCATION], { takenAt: '2019-01-01' }), photoResult('b.jpg', [LOCATION])];
  expect(await render(check, { results }, { isOnlyTaken: true })).toMatch(/^b\.jpg: .*\n$/);
});

test('a file that was not examined in full is held back, with what kept it from it', async () => {
  const results = [troubled('a.jpg', 'empty'), troubled('b.jpg', 'truncated', { examination: 'partial' })];
  expect(await render(check, { results }, { failOn: 'never' })).toBe(
    'a.jpg: not examined: the file is empty; copy it from the phone again\n' +
      'b.jpg: not examined in full: the picture is damaged or cut off, so only a part was checked; copy it from the phone again\n',
  );
});

test('a path of the list that does not exist, or that is no photo, was not examined', async () => {
  const met = [problem('gone.jpg', 'not-found'), problem('notes.txt', 'not-a-target')];
  expect(await render(check, { results: [], met })).toBe(
    'gone.jpg: not examined: no such file or folder exists; correct the list that names it\n' +
      'notes.txt: not examined: not a photo or video that lenscap recognises; remove it from the command or the list\n',
  );
});

test('a file with a finding and a problem has one line that says both', async () => {
  const results = [troubled('a.jpg', 'truncated', { examination: 'partial', detections: [LOCATION] })];
  expect(await render(check, { results })).toBe(
    'a.jpg: high: Location: near 45.8, 4.8 (proved); not examined in full\n',
  );
});

test('colour only where asked for', async () => {
  const run: Run = { results: [photoResult('a.jpg', [LOCATION])] };
  expect(await render(check, run, { isColored: true })).toContain('\u001b[33mhigh');
  expect(await render(check, run)).not.toContain('\u001b');
});
