import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledFile, Labels } from '../../eval/labels.js';
import { makeReport } from '../../eval/report.js';
import { type ExaminedPhoto, type RunInfo, readResults, spoolResults } from '../../eval/results.js';
import { percent, renderTable } from '../../eval/table.js';
import type { PhotoResult } from '../../src/types/photo.js';
import { detection, labelled, PROGRAM, result, SIMPLE } from './made.js';

const RUN: RunInfo = {
  version: '0.0.0',
  engine: 'onnx',
  isFast: false,
  jobs: 1,
  timeLimitMs: 1000,
  labelsSha256: 'b'.repeat(64),
  date: '2025-01-31',
};
const FILES = [
  labelled('faces/a', { faces: 1 }),
  labelled('negatives/b', { faces: 0, people: false }),
  labelled('hostile/c', {}),
];
const LABELS: Labels = { files: FILES, sha256: RUN.labelsSha256 };

const photo = (file: string, of: PhotoResult): ExaminedPhoto => ({
  file,
  elapsedMs: 5,
  isCodeTextRight: null,
  degreesOff: null,
  embeddedPictures: null,
  result: of,
});
const found = result({ detections: [detection('face', 0.9)] });
const report = (photos: readonly ExaminedPhoto[], files: readonly LabelledFile[] = FILES, labels = LABELS) =>
  makeReport(labels, files, { run: RUN, photos, elapsedMs: 1000 }, PROGRAM, [SIMPLE]);
const all = [photo('faces/a', found), photo('negatives/b', result()), photo('hostile/c', result())];

describe('a report', () => {
  it('is the same in any order of results', () => {
    expect(report(all.toReversed())).toEqual(report(all));
  });

  it('counts a labelled file without a result as lost and missed', () => {
    const { health, categories } = report(all.slice(1));
    expect(health.folders[0]).toMatchObject({ folder: 'faces', files: 1, full: 0, withoutResult: 1 });
    expect(categories[0]?.allPositives.share).toMatchObject({ count: 0, total: 1 });
  });

  it('rejects a result for other bytes than those labelled', () => {
    const altered = report([photo('faces/a', { ...found, sha256: 'c'.repeat(64) }), ...all.slice(1)]);
    expect(altered.altered).toEqual(['faces/a']);
    expect(altered.categories[0]?.allPositives.share.count).toBe(0);
  });

  it('states that the labels have changed since', () => {
    expect(report(all).isOtherLabels).toBe(false);
    expect(report(all, FILES, { files: FILES, sha256: 'd'.repeat(64) }).isOtherLabels).toBe(true);
  });

  it.each([
    ['nothing', [], ['result', 'in-time', 'no-crash', 'said-why']],
    ['a lost race with the clock', [['time-limit', '1']], ['in-time']],
    ['a crash', [['crashed']], ['no-crash']],
    ['a refusal with its reason', [['corrupt']], []],
  ] as const)('of a hostile file counts %s', (title, problems, failed) => {
    const made = result({ examination: 'none', problems });
    const { hostile } = report(title === 'nothing' ? [] : [photo('hostile/c', made)]).health;
    expect(hostile?.filter(({ isGoalMet }) => !isGoalMet).map(({ id }) => id)).toEqual(failed);
  });
});

describe('the table', () => {
  it('shows counts, intervals and goals', () => {
    const text = renderTable(report(all));
    expect(text).toMatch(/faces +1 of +1 +100\.0 % \(20\.7 to 100\.0 %\) +goal at least 50\.0 %: met/);
    expect(text).toMatch(/negatives +0 of +1 +0\.0 % \(0\.0 to 79\.3 %\) +goal at most 50\.0 %: met/);
  });
  it('states what was not examined', () => {
    const text = renderTable(report([]));
    expect(text).toMatch(/faces +0 of +1 .*NOT MET +1 not examined, counted as missed/);
    expect(text).toMatch(/negatives +0 of +0 +no files +1 not examined, not counted/);
  });
  it('states what the program does not detect', () => {
    const unknown = { ...SIMPLE, rules: ['person/none-such'] };
    const text = renderTable(makeReport(LABELS, FILES, { run: RUN, photos: all, elapsedMs: 1 }, PROGRAM, [unknown]));
    expect(text).toMatch(/Simple: not looked for in this version \(1 labelled files have it; none is scored\)/);
    expect(text).not.toMatch(/faces +1 of +1/);
  });
  it('points out a part that is clearly below the whole', () => {
    const files = Array.from({ length: 60 }, (_, i) => labelled(`faces/${i}`, { faces: i < 20 ? 2 : 1 }));
    const photos = files.map(({ file }, i) => photo(file, i < 20 ? result() : found));
    const two = {
      id: 'two',
      title: 'two faces',
      kind: 'found',
      includes: ({ label }: LabelledFile) => 'faces' in label && label.faces === 2,
    } as const;
    const one = {
      ...two,
      id: 'one',
      title: 'one face',
      includes: ({ label }: LabelledFile) => 'faces' in label && label.faces === 1,
    };
    const parts = { ...SIMPLE, breakdowns: [two, one] };
    const text = renderTable(makeReport(LABELS, files, { run: RUN, photos, elapsedMs: 1 }, PROGRAM, [parts]));
    expect(text).toMatch(/two faces .*clearly below the whole/);
    expect(text).not.toMatch(/one face .*clearly/);
  });
  it('never rounds to 0 % or 100 %', () => {
    expect([percent(0.9999), percent(1), percent(0.0001), percent(0)]).toEqual(['99.9 %', '100.0 %', '0.1 %', '0.0 %']);
  });
});

describe('results', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lenscap-eval-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
    yield* items;
  }

  it('are read as they were written', async () => {
    const path = join(dir, 'results.ndjson');
    const written = await spoolResults(path, RUN, each(all));
    expect(await readResults(path)).toEqual(written);
  });
  it('of a failed run leave no file that looks complete', async () => {
    const path = join(dir, 'broken.ndjson');
    async function* breaking(): AsyncGenerator<ExaminedPhoto> {
      yield all[0]!;
      throw new Error('gone');
    }
    await expect(spoolResults(path, RUN, breaking())).rejects.toThrow('gone');
    await expect(readResults(path)).rejects.toThrow('cannot read');
  });
});
