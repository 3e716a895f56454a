import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../src/messages/problems.js';
import { Collector } from '../../../src/report/summary/collector.js';
import { coverageOf } from '../../../src/rules/coverage.js';
import { RULES } from '../../../src/rules/index.js';
import type { Overview, Summary } from '../../../src/types/report.js';
import { detection, photoResult, type Run, reportOf, troubled, video } from '../../helpers/sample-report.js';
import { RUNS } from '../../helpers/sample-runs.js';

function collected(run: Run): { summary: Summary; overview: Overview; exitCode: number } {
  const last = reportOf(run).events.at(-1);
  if (last?.type !== 'summary') throw new Error('the summary comes last');
  return last;
}

const CHILD = detection('child', { age: 5 });
const LOCATION = detection('location', { latitude: 45.76, longitude: 4.83 });
const TIME = detection('capture-time');

describe('the ledger', () => {
  const { summary, overview } = collected({
    results: [
      photoResult('child.jpg', [CHILD, CHILD, LOCATION, TIME]),
      photoResult('low.jpg', [TIME]),
      photoResult('clean.jpg'),
      troubled('part-flagged.jpg', 'truncated', { examination: 'partial', detections: [LOCATION] }),
      troubled('part.jpg', 'truncated', { examination: 'partial', detections: [TIME] }),
      troubled('none.jpg', 'empty'),
      video('v.mp4'),
    ],
    ignored: ['pdf', 'txt', 'pdf'],
  });

  test('full, partial and none add up to the targets', () => {
    expect(summary).toMatchObject({ targets: 7, full: 3, partial: 2, none: 2, complete: false });
  });

  test('safe photos are examined in full and not flagged; the verdicts add up to the targets', () => {
    expect(summary).toMatchObject({ flagged: 2, accepted: 0, safe: 2, undecided: 3, rulesOff: [] });
    expect(overview.clear).toBe(2);
  });

  test('each photo counts once by its worst finding, and once for each rule', () => {
    expect(summary.bySeverity).toEqual({ critical: 1, high: 1, medium: 0, low: 2 });
    expect(summary.byRule).toMatchObject({
      'person/child': 1,
      'metadata/location': 2,
      'metadata/capture-time': 3,
      'document/page': 0,
    });
  });

  test('ignored files are counted by kind and are not targets', () => {
    expect(summary.ignored).toEqual({ pdf: 2, txt: 1 });
  });

  test('photos and videos are counted separately', () => {
    expect(overview).toMatchObject({ images: 6, videos: 1 });
  });

  test('unexamined files are grouped by their problem', () => {
    expect(overview.unexamined).toMatchObject({ files: 4, inPart: 2, notAtAll: 2, folders: 0, strays: 0 });
    expect(overview.unexamined.problems.map(({ code, count, paths }) => [code, count, paths])).toEqual([
      ['truncated', 2, ['part-flagged.jpg', 'part.jpg']],
      ['empty', 1, ['none.jpg']],
      ['frames-not-examined', 1, ['v.mp4']],
    ]);
  });
});

test('accepted findings are in no count but their own, and their photo is not one without a finding', () => {
  const decided = ([worst = '']: readonly string[]) => ({
    decisions: new Map([[worst, { on: '2025-07-14', until: null, reason: null }]]),
    known: null,
  });
  const results = [photoResult('a.jpg', [CHILD]), photoResult('b.jpg', [CHILD, LOCATION]), photoResult('clean.jpg')];
  const { summary, overview } = collected({ results, decided });
  expect(summary).toMatchObject({ flagged: 1, accepted: 1, safe: 1, undecided: 0 });
  expect(summary.bySeverity).toEqual({ critical: 0, high: 1, medium: 0, low: 0 });
  expect(summary.byRule).toMatchObject({ 'person/child': 0, 'metadata/location': 1 });
  expect(overview).toMatchObject({ clear: 1, decided: { accepted: { findings: 2, photos: 2 } } });
});

describe('if a rule that could flag a photo is off', () => {
  const results = [photoResult('child.jpg', [CHILD]), photoResult('clean.jpg'), troubled('none.jpg', 'empty')];
  const rules = RULES.filter(({ id }) => id === 'person/child' || id === 'metadata/capture-time');
  const { summary, overview } = collected({ results, rules });

  test('nothing is safe, and the verdicts still add up', () => {
    expect(summary).toMatchObject({ targets: 3, flagged: 1, accepted: 0, safe: null, undecided: 2 });
    expect(overview.clear).toBe(1);
  });

  test('every such rule is named, and no other', () => {
    const low = ['document/handwriting', 'metadata/other-text', 'metadata/sidecar', 'theme/pet', 'theme/vehicle'];
    const ids = RULES.filter((rule) => !rules.includes(rule)).map(({ id }) => id);
    expect(summary.rulesOff).toEqual(ids.filter((id) => !low.includes(id)));
    expect(overview.rules.on.map(({ title }) => title)).toEqual(['child', 'capture time']);
    expect(overview.rules.off.map(({ id }) => id)).toEqual(summary.rulesOff);
  });
});

test('archives and PDF files count as ignored, and also separately and by folder', () => {
  const collector = new Collector({
    rules: RULES,
    coverage: coverageOf(RULES, RULES),
    services: [],
    failOn: 'high',
    isOnlyTaken: false,
  });
  collector.addIgnored('docx', { kind: 'zip', folder: 'b' });
  collector.addIgnored('txt');
  collector.addIgnored('pdf', { kind: 'pdf', folder: 'a' });
  collector.addIgnored('pdf', { kind: 'pdf', folder: 'b' });
  collector.addIgnored('pdf', { kind: 'pdf', folder: 'b' });
  expect(collector.summary()).toMatchObject({
    ignored: { docx: 1, txt: 1, pdf: 3 },
    notOpened: { pdf: 3, zip: 1 },
    complete: true,
  });
  expect(collector.notOpened()).toEqual([
    { folder: 'b', kinds: { pdf: 2, zip: 1 } },
    { folder: 'a', kinds: { pdf: 1 } },
  ]);
});

describe('complete', () => {
  test.each<[string, Run, boolean, number]>([
    ['nothing at all', { results: [] }, true, 0],
    ['a photo in full', { results: [photoResult('a.jpg')] }, true, 0],
    ['a photo in part', { results: [troubled('a.jpg', 'truncated', { examination: 'partial' })] }, false, 3],
    ['a photo not at all', { results: [troubled('a.jpg', 'empty')] }, false, 3],
    ['an unreadable folder', { results: [], met: [problem('a', 'folder-unreadable')] }, false, 3],
    ['an unreadable name', { results: [], met: [problem('a', 'name-not-utf8')] }, false, 3],
    ['a named file that is no target', { results: [], met: [problem('a.pdf', 'not-a-target')] }, false, 3],
    ['an ignored file', { results: [], ignored: ['pdf'] }, true, 0],
    [
      'a child, and a photo not at all',
      { results: [photoResult('b.jpg', [CHILD]), troubled('a.jpg', 'empty')] },
      false,
      1,
    ],
  ])('%s', (_what, run, complete, code) => {
    const { summary, exitCode } = collected(run);
    expect([summary.complete, exitCode]).toEqual([complete, code]);
  });
});

test('an unreadable folder does not count as a file', () => {
  const { unexamined } = collected({
    results: [],
    met: [problem('a', 'folder-unreadable'), problem('b', 'link-broken')],
  }).overview;
  expect(unexamined).toMatchObject({ files: 1, folders: 1, strays: 1 });
});

describe('photos that reach --fail-on', () => {
  const results = [
    photoResult('now.jpg', [LOCATION]),
    photoResult('old.jpg', [CHILD], { takenAt: '2019-01-01' }),
    photoResult('undated.jpg', [CHILD], { takenAt: null, takenAtSource: 'none' }),
    photoResult('low.jpg', [TIME]),
  ];

  test.each([
    [{ failOn: 'high' as const }, 3],
    [{ failOn: 'critical' as const }, 2],
    [{ failOn: 'never' as const }, 0],
    [{ failOn: 'high' as const, isOnlyTaken: true }, 2],
    [{ failOn: 'critical' as const, isOnlyTaken: true }, 1],
  ])('%j: %i photos', (rule, reached) => {
    expect(collected({ results, ...rule }).overview.reached).toBe(reached);
  });
});

describe('examples', () => {
  const examplesOf = (run: Run, rule: string) =>
    collected(run)
      .overview.severities.flatMap(({ rules }) => rules)
      .find((each) => each.rule === rule)?.examples ?? [];

  test('proved ones come first, then by score, then by path', () => {
    const results = [
      photoResult('c.jpg', [detection('passport', {}, { score: 0.9 })]),
      photoResult('b.jpg', [detection('passport', {}, { score: 0.9 })]),
      photoResult('d.jpg', [detection('passport', {}, { score: 0.6, proved: true })]),
      photoResult('a.jpg', [detection('passport', {}, { score: 0.7 })]),
    ];
    expect(examplesOf({ results }, 'document/passport').map(({ path }) => path)).toEqual(['d.jpg', 'b.jpg', 'c.jpg']);
  });

  test('a photo that has something worse is an example only where there is no other', () => {
    const both = photoResult('child.jpg', [
      detection('child', {}, { score: 0.5 }),
      detection('face', {}, { score: 0.99 }),
    ]);
    const adult = photoResult('adult.jpg', [detection('face', {}, { score: 0.6 })]);
    expect(examplesOf({ results: [both, adult] }, 'person/face').map(({ path }) => path)).toEqual([
      'adult.jpg',
      'child.jpg',
    ]);
    expect(examplesOf({ results: [both] }, 'person/face').map(({ path }) => path)).toEqual(['child.jpg']);
  });

  test('several in one photo are one example', () => {
    const second = detection('child', { age: 9 }, { score: 0.8, region: { left: 1, top: 1, width: 5, height: 5 } });
    expect(examplesOf({ results: [photoResult('a.jpg', [CHILD, second])] }, 'person/child')).toEqual([
      {
        path: 'a.jpg',
        originalPath: null,
        message: 'looks 5 years old; 1 more finding',
        proved: false,
        score: 0.9,
        evidence: { age: 5 },
      },
    ]);
  });

  test('one rule at two severities is counted separately', () => {
    const results = [photoResult('a.jpg', [detection('face'), detection('face-unclear')])];
    const faces = collected({ results }).overview.severities.map(({ severity, photos, rules }) => [
      severity,
      photos,
      rules[0]?.photos,
    ]);
    expect(faces).toEqual([
      ['medium', 1, 1],
      ['low', 0, 1],
    ]);
  });
});

describe('what many photos share', () => {
  const many = (amount: number, latitude: (n: number) => number) =>
    Array.from({ length: amount }, (_, n) =>
      photoResult(`${n}.jpg`, [detection('location', { latitude: latitude(n), longitude: 4.83 }), TIME], {
        takenAt: `2024-03-${String(1 + (n % 28)).padStart(2, '0')}T10:00:00`,
      }),
    );
  const spreads = (amount: number, latitude: (n: number) => number) =>
    Object.fromEntries(
      collected({ results: many(amount, latitude) }).overview.severities.flatMap(({ rules }) =>
        rules.map(({ rule, spread }) => [rule, spread]),
      ),
    );

  test('is counted in places and days if a rule is common', () => {
    expect(spreads(21, (n) => 45 + (n % 3 === 0 ? 1 : 0))).toEqual({
      'metadata/location': { kind: 'places', places: 2, largestPlace: { latitude: 45, longitude: 4.8, photos: 14 } },
      'metadata/capture-time': { kind: 'days', first: '2024-03-01', last: '2024-03-21' },
    });
  });

  test('is shown by examples if a rule is rare', () => {
    expect(spreads(20, () => 45)).toEqual({ 'metadata/location': null, 'metadata/capture-time': null });
  });
});

test('photos that a service would take are counted by reason, critical rule and lesson', () => {
  const results = [
    photoResult('a.jpg', [CHILD, detection('face'), LOCATION]),
    photoResult('b.jpg', [LOCATION]),
    photoResult('c.jpg', [CHILD], { takenAt: '2019-01-01' }),
    photoResult('d.jpg', [], { takenAt: null, takenAtSource: 'none' }),
  ];
  expect(collected({ results }).overview.services).toEqual([
    {
      name: 'meta-camera-roll',
      taken: 2,
      unknown: 1,
      byReason: { recent: 2, everything: 0, theme: 0, place: 2, object: 0, person: 1 },
      reasonsNotChecked: [],
      undetectable: { reasons: [], lessons: [] },
      takenByRule: [{ rule: 'person/child', title: 'child', photos: 1 }],
      learns: { faces: 1, people: 1, objects: 0, date: 2, place: 2 },
      notChecked: [],
      places: 1,
    },
  ]);
});

test('the order of arrival changes nothing', () => {
  const results =
    RUNS.phone?.results.slice(0, 120).concat(RUNS.five?.results ?? [], RUNS.unreadable?.results ?? []) ?? [];
  const met = [problem('x', 'folder-unreadable'), problem('y', 'link-broken'), problem('a', 'link-broken')];
  const ignored = ['pdf', 'txt', 'zip', 'txt'];
  const expected = JSON.stringify(reportOf({ results, met, ignored }).events);
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  fc.assert(
    fc.property(shuffled(results), shuffled(met), shuffled(ignored), (...[photos, problems, kinds]) => {
      expect(JSON.stringify(reportOf({ results: photos, met: problems, ignored: kinds }).events)).toBe(expected);
    }),
    { numRuns: 30 },
  );
});
