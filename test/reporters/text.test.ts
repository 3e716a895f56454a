import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { paths } from '../../src/reporters/paths.js';
import type { ReporterOptions } from '../../src/reporters/reporter.js';
import { text } from '../../src/reporters/text.js';
import { textAll } from '../../src/reporters/text-all.js';
import { detection, photoResult, type Run, troubled } from '../helpers/sample-report.js';
import { RUNS } from '../helpers/sample-runs.js';
import { ACTS } from '../helpers/terminal-controls.js';
import { PLAIN, render } from './render.js';

const LOCATION = detection('location', { latitude: 45.76, longitude: 4.83 });

const FIVE = RUNS.five ?? { results: [] };

test.each(Object.entries(RUNS))('no line of the run %s is wider than the page', async (_name, run) => {
  for (const width of [40, 59, 75, 76, 80, 100, 120]) {
    const lines = (await render(text, run, { width })).split('\n');
    // A command to copy stands whole on its line.
    for (const line of lines.filter((each) => !each.startsWith('  lenscap ')))
      expect(stringWidth(line), `${width}: ${line}`).toBeLessThanOrEqual(width);
  }
});

test('a long path keeps its end', async () => {
  const path = `DCIM/${'deep/'.repeat(40)}IMG_0001.JPG`;
  const written = await render(text, { results: [photoResult(path, [detection('child')])] });
  expect(written).toMatch(/DCIM\/.*….*IMG_0001\.JPG/);
});

test('colour changes no word', async () => {
  const coloured = await render(text, FIVE, { isColored: true });
  expect(coloured).toContain('\u001b[31mCRITICAL');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(await render(text, FIVE));
});

test('proved and likely are told apart by words', async () => {
  const written = await render(text, FIVE);
  expect(written).toMatch(/IMG_1001\.JPG .*check digits +proved$/m);
  expect(written).toMatch(/IMG_1002\.JPG .*years old +likely 0\.97$/m);
});

test('what is only likely is never shown as certain', async () => {
  const results = [photoResult('a.jpg', [detection('child', {}, { score: 0.9999 })])];
  expect(await render(text, { results })).toContain('likely 0.99');
});

test('the worst comes first, and the sections add up', async () => {
  const headings = (await render(text, FIVE)).match(/^(CRITICAL|HIGH|MEDIUM|LOW) .*/gm);
  expect(headings).toEqual([
    'CRITICAL   2 photos',
    'HIGH   only photos already listed above',
    'MEDIUM   1 more photo',
    'LOW   1 more photo, minor, not flagged',
  ]);
});

test.each([
  [['DCIM'], 'lenscap report DCIM --only'],
  [['My photos'], "lenscap report 'My photos' --only"],
  [['$(id)'], "lenscap report '$(id)' --only"],
  [['-x', 'y'], 'lenscap report --only person/child --select flagged --format paths -- -x y\n'],
  [['a', "it's"], "lenscap report a 'it'\\''s' --only"],
])('roots %j: the command to copy is %s', async (roots, command) => {
  expect(
    await render(text, { results: ['a', 'b', 'c', 'd'].map((path) => photoResult(path, [detection('child')])), roots }),
  ).toContain(command);
});

test('the command to copy stands whole on a line of its own, however narrow the page', async () => {
  const results = ['a', 'b', 'c', 'd'].map((path) => photoResult(path, [detection('child')]));
  const written = await render(text, { results, roots: ['DCIM'] }, { width: 40 });
  expect(written).toMatch(/^ {2}lenscap report DCIM --only person\/child --select flagged --format paths$/m);
});

test.each([
  ['list', false, 'npx lenscap report --files-from list --only'],
  ['my list', true, "npx lenscap report -0 --files-from 'my list' --only"],
  ['-', false, 'run the same again with:\n  --only person/child --select flagged --format paths\n'],
])('a list %j, NUL-separated %j: the command to copy is %s', async (filesFrom, isNullSeparated, command) => {
  const results = ['a', 'b', 'c', 'd'].map((path) => photoResult(path, [detection('child')]));
  const options = { filesFrom, isNullSeparated, program: 'npx lenscap' };
  expect(await render(text, { results, roots: [] }, options)).toContain(command);
});

test('values are shown whole where they are asked for, broken where they are longer than a line', async () => {
  const value = 'wallet-'.repeat(20);
  const [photo] = [photoResult('a.jpg', [detection('child')])];
  const results = [
    { ...photo!, detections: photo!.detections.map((each) => ({ ...each, evidence: { value, age: 5 } })) },
  ];
  const written = (await render(text, { results }, { width: 60, isValueShown: true })).split('\n');
  expect(written.every((line) => line.length <= 60)).toBe(true);
  expect(written.map((line) => line.trim()).join('')).toContain(`value:${value}, age: 5`.replace(', age', ',age'));
  expect(await render(text, { results })).not.toContain('wallet');
});

test('on 80 columns a path of 36 is whole, and so is what was seen', async () => {
  const path = 'Pictures/Camera/IMG_20250607_0001.jpg'.slice(-36);
  const results = [photoResult(path, [detection('passport', {}, { proved: true })])];
  const written = await render(text, { results }, { width: 80 });
  expect(written).toContain(path);
  expect(written.replace(/\s+/g, ' ')).toMatch(/machine-readable .*zone .*check digits/);
  expect(written).not.toContain('…');
});

test.each([48, 76, 90])('on %i columns the certainty follows the last line of what was seen', async (width) => {
  const results = [photoResult('Pictures/Camera/a.jpg', [detection('passport', {}, { proved: true })])];
  const written = await render(text, { results }, { width });
  expect(written.replace(/\s+/g, ' ')).toContain('machine-readable zone with valid check digits proved');
  expect(written.match(/^.*(?:check|digits) +proved$/m)).not.toBeNull();
});

test('the end names what is critical, and every command of it starts the program', async () => {
  const results = ['a b.jpg', '-c.jpg'].map((path) => photoResult(path, [detection('child')]));
  const end = (await render(text, { results: [...results, photoResult('d.jpg')] })).split('WHAT TO DO NEXT')[1] ?? '';
  expect(end).toMatch(/^ {3}2 critical photos: child \(2\)$/m);
  expect(end.match(/^ {2}\S.*/gm)).toEqual([
    '  lenscap report DCIM --all',
    '  lenscap accept --rule person/child -- -c.jpg',
    '  lenscap report DCIM --select safe --format paths',
  ]);
});

describe('a command at the end repeats what decides the result', () => {
  const run = { results: [photoResult('a.jpg', [detection('child')]), photoResult('d.jpg')] };
  const repeated = {
    scan: ['--fast', '--only person', '--min-score 0.5'],
    report: ['--only person', '--min-score 0.5'],
    accept: ['--min-score 0.5'],
  };
  const commands = async (more: Partial<ReporterOptions>) =>
    ((await render(text, run, { repeated, ...more })).split('WHAT TO DO NEXT')[1] ?? '').match(/^ {2}\S.*/gm);

  test('in a report of what was kept', async () => {
    expect(await commands({})).toEqual([
      '  lenscap report DCIM --only person --min-score 0.5 --all',
      '  lenscap accept a.jpg --rule person/child --min-score 0.5',
      '  lenscap report DCIM --only person --min-score 0.5 --select safe --format paths',
    ]);
  });

  test.each([
    ['where nothing was kept', { areResultsKept: () => false }],
    ['of check, of which no report is made', { command: 'check' }],
  ] as const)('in a scan %s', async (_what, more) => {
    expect((await commands(more))?.[0]).toBe('  lenscap scan DCIM --fast --only person --min-score 0.5 --all');
  });

  test('but no other choice of rules', async () => {
    const many = { results: [...Array(9).keys()].map((at) => photoResult(`${at}.jpg`, [detection('child')])) };
    const written = await render(text, many, { repeated });
    expect(written).toMatch(/^ {2}lenscap report DCIM --min-score 0\.5 --only person\/child --select flagged /m);
  });
});

test('where no photo is flagged there is nothing to do next', async () => {
  expect(await render(text, RUNS.safe ?? { results: [] })).not.toContain('NEXT');
});

test('paths are links to the files where the terminal has links, and no line becomes wider', async () => {
  const hostile = `DCIM/${'long/'.repeat(30)}\u0007\u001b]8;;x\u0007 é.jpg`;
  const run: Run = { results: [photoResult('/abs/a.jpg', [LOCATION]), photoResult(hostile, [detection('child')])] };
  const written = await render(text, run, { linkBase: '/home/me' });
  const opened = '\u001b]8;;file:///home/me/DCIM/';
  expect(written).toContain('\u001b]8;;file:///abs/a.jpg\u0007/abs/a.jpg\u001b]8;;\u0007');
  expect(written).toContain(opened);
  expect(written).toContain('%07%1B%5D8%3B%3Bx%07%20%C3%A9.jpg\u0007');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the links
  expect(written.replace(/\u001b\]8;;[^\u0007]*\u0007/g, '')).toBe(await render(text, run));
});

test('with --all every photo is listed whole with everything found in it, the worst first', async () => {
  const path = `DCIM/${'deep/'.repeat(40)}b.jpg`;
  const results = [
    photoResult('a.jpg'),
    photoResult(path, [detection('child'), LOCATION]),
    photoResult('c.jpg', [LOCATION]),
  ];
  const listing = (await render(textAll, { results })).split('lenscap 0.1.0')[0] ?? '';
  const titles = listing.split('\n').filter((line) => /^[A-Z]|\.jpg$/.test(line));
  expect(titles).toEqual(['CRITICAL', `  ${path}`, 'HIGH', '  c.jpg', 'NOTHING FOUND', '  a.jpg']);
  expect(listing).toMatch(/critical {2}Child.*\n {4}high {6}Location: near 45.8, 4.8 \(proved\)/);
});

test('where nothing was examined the service is not asked about', async () => {
  expect(await render(text, { results: [troubled('a.jpg', 'empty')] })).not.toContain('Meta');
});

test('whatever names and tags hold, nothing acts on the terminal', async () => {
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(name, name, name, fc.integer({ min: 40, max: 140 }), async (path, tag, root, width) => {
      const results = [
        photoResult(path, [
          detection('other-text', { tag, value: 'x' }),
          detection('device-identity', { make: tag, model: tag }),
        ]),
        troubled(`${path}2`, 'corrupt'),
      ];
      for (const reporter of [text, textAll]) {
        const written = await render(reporter, { results, roots: [root], ignored: [tag] }, { width });
        expect(written.replaceAll('\n', '')).not.toMatch(ACTS);
      }
    }),
    { numRuns: 60 },
  );
});

test('paths are bare, newline or NUL at the end of each, and never escaped', async () => {
  const run: Run = { results: [photoResult('b\n\u001b.jpg'), photoResult('a.jpg'), troubled('c.jpg', 'empty')] };
  expect(await render(paths, run)).toBe('a.jpg\nb\n\u001b.jpg\n');
  expect(await render(paths, run, { isNullSeparated: true })).toBe('a.jpg\0b\n\u001b.jpg\0');
});

test.each([
  ['a.jpg', false, true],
  ['a b.jpg', false, true],
  ['a\nb.jpg', false, false],
  ['a\u001b.jpg', false, false],
  ['a\nb.jpg', true, true],
])('a list of bare paths can hold %j, NUL-separated %s: %s', (path, isNullSeparated, canHold) => {
  expect(paths.canHold?.(path, { ...PLAIN, isNullSeparated })).toBe(canHold);
});
