import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareReports, lineOf, main } from '../../scripts/compare-reports.js';
import { folder } from '../helpers/folder.js';

type Report = Parameters<typeof compareReports>[0];
type Finding = Report['photos'][number]['findings'][number];

const FINDING: Finding = {
  rule: 'document/passport',
  severity: 'critical',
  score: 0.99,
  proved: true,
  source: { picture: 'main', atMs: null },
  region: { left: 1, top: 2, width: 3, height: 4 },
  evidence: { country: 'UTO', documentNumber: '•••' },
  fingerprint: '6f1c'.repeat(16),
};

function report(finding: Partial<Finding> = {}, more: Partial<Report> = {}): Report {
  const photos = [
    { path: 'a.jpg', examination: 'full', findings: [{ ...FINDING, ...finding }] },
    { path: 'b.jpg', examination: 'partial', findings: [] },
  ];
  return { schemaVersion: 2, photos, problems: [{ path: 'b.jpg', code: 'truncated' }], ...more };
}

const lines = (before: Report, after: Report) => compareReports(before, after).map(lineOf);

test('equal reports differ in nothing, in whatever order their keys, photos and problems come', () => {
  const other = report({ evidence: { documentNumber: '•••', country: 'UTO' } });
  expect(lines(report(), { ...other, photos: [...other.photos].reverse() })).toEqual([]);
});

test.each<[string, Partial<Finding>, string]>([
  ['score', { score: 0.98 }, '0.99 -> 0.98'],
  ['severity', { severity: 'high' }, 'critical -> high'],
  ['proved', { proved: false }, 'true -> false'],
  ['region', { region: null }, '{"height":4,"left":1,"top":2,"width":3} -> absent'],
  ['evidence', { evidence: {} }, '{"country":"UTO","documentNumber":"•••"} -> {}'],
  ['picture', { source: { picture: 'preview', atMs: null } }, 'main -> preview'],
  ['atMs', { source: { picture: 'main', atMs: 1000 } }, 'absent -> 1000'],
])('a finding’s %s', (fact, change, sides) => {
  expect(lines(report(), report(change))).toEqual([`a.jpg  document/passport 6f1c6f1c ${fact}: ${sides}`]);
});

test('a fingerprint that changed is one difference', () => {
  const fingerprint = 'ab'.repeat(32);
  expect(lines(report(), report({ fingerprint }))).toEqual([
    `a.jpg  document/passport 6f1c6f1c fingerprint: ${FINDING.fingerprint} -> ${fingerprint}`,
  ]);
});

test('another rule is a finding less and a finding more', () => {
  expect(lines(report(), report({ rule: 'person/face', fingerprint: 'ab'.repeat(32) }))).toEqual([
    'a.jpg  document/passport 6f1c6f1c: found -> absent',
    'a.jpg  person/face abababab: absent -> found',
  ]);
});

test('photos and problems of one side only, and an examination', () => {
  const [first] = report().photos;
  if (first === undefined) throw new Error('the report has a photo');
  const after = report(
    {},
    {
      photos: [
        { ...first, examination: 'partial' },
        { ...first, path: 'c.jpg' },
      ],
      problems: [],
    },
  );
  expect(lines(report(), after)).toEqual([
    'a.jpg  examination: full -> partial',
    'b.jpg  photo: partial -> absent',
    'c.jpg  photo: absent -> full',
    'b.jpg  problem truncated: met -> absent',
  ]);
});

test('the script takes schema 1 and 2, prints nothing for equal reports, and tells by its exit code', () => {
  const cwd = folder();
  const old = { ...report(), schemaVersion: 1, service: { name: 'x' } };
  const contents = { old, same: report(), other: report({ score: 0.5 }), broken: { schemaVersion: 3 } };
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(cwd, name), JSON.stringify(content));
  const run = (...names: string[]) => {
    const [printed, refused]: string[][] = [[], []];
    const paths = names.map((name) => join(cwd, name));
    const code = main(paths, { log: (line) => printed?.push(line), error: (line) => refused?.push(line) });
    return { code, printed, isRefused: refused?.length !== 0 };
  };
  expect(run('old', 'same')).toEqual({ code: 0, printed: [], isRefused: false });
  expect(run('old', 'other')).toMatchObject({ code: 1, printed: [expect.stringMatching(/^a\.jpg .* 0\.99 -> 0\.5$/)] });
  expect(run('old', 'broken')).toEqual({ code: 2, printed: [], isRefused: true });
  expect(run('old')).toEqual({ code: 2, printed: [], isRefused: true });
});
