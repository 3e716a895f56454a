import { expect, test } from 'vitest';
import { json } from '../../src/reporters/json.js';
import { ndjson } from '../../src/reporters/ndjson.js';
import { type Reporter, reported } from '../../src/reporters/reporter.js';
import type { ReportEvent } from '../../src/types/report.js';
import { reportOf } from '../helpers/sample-report.js';
import { RUNS } from '../helpers/sample-runs.js';
import { PLAIN, pieces, render } from './render.js';

const FIVE = RUNS.five ?? { results: [] };

test('json holds the head, every photo, every problem, the gallery and the summary', async () => {
  const { head, events } = reportOf(FIVE);
  const of = (type: ReportEvent['type']) => events.filter((event) => event.type === type);
  const last = events.at(-1);
  expect(JSON.parse(await render(json, FIVE))).toEqual({
    ...head,
    photos: of('photo').map((event) => event.type === 'photo' && event.photo),
    problems: of('problem').map((event) => event.type === 'problem' && reported(event.problem)),
    gallery: { findings: [] },
    summary: last?.type === 'summary' && last.summary,
  });
});

test('json writes each photo by itself, and ends with a newline', async () => {
  const written = await pieces(json, FIVE);
  expect(written.filter((piece) => piece.includes('"path":"DCIM/IMG_100'))).toHaveLength(3);
  expect(written.at(-1)).toMatch(/}\n$/);
});

test('ndjson writes a line as soon as the event comes', async () => {
  const { head, events } = reportOf(FIVE);
  const asked: string[] = [];
  async function* feed() {
    for (const event of events) {
      asked.push(event.type);
      yield event;
    }
  }
  const lines = ndjson.render(head, feed(), PLAIN)[Symbol.asyncIterator]();
  expect(JSON.parse(String((await lines.next()).value))).toMatchObject({ type: 'photo', path: 'DCIM/IMG_1001.JPG' });
  expect(asked).toEqual(['photo']);
});

test('the summary line says what the head of the json says', async () => {
  const lines = (await render(ndjson, FIVE))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ type }) => type)).toEqual(['photo', 'photo', 'photo', 'photo', 'problem', 'gallery', 'summary']);
  expect(lines.at(-1)).toMatchObject({ schemaVersion: 2, roots: ['DCIM'], targets: 5, complete: false });
});

test('similar photos share a group in json; in ndjson the groups follow the photos', async () => {
  const run = RUNS.similar ?? { results: [] };
  const { photos } = JSON.parse(await render(json, run)) as { photos: { path: string; group: string | null }[] };
  const [copy, first, other] = photos;
  expect([copy?.path, copy?.group === first?.group, other?.group]).toEqual(['DCIM/IMG_1 (1).JPG', true, null]);
  const lines = (await render(ndjson, run)).trimEnd().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { type: string; group?: null; id?: string; paths?: string[] });
  expect(events.map(({ type }) => type)).toEqual(['photo', 'photo', 'photo', 'group', 'gallery', 'summary']);
  expect(events[3]).toEqual({ type: 'group', id: copy?.group, paths: [copy?.path, first?.path] });
});

test.each([
  ['after the problems', ['problem', 'photo', 'gallery', 'summary']],
  ['after the gallery', ['photo', 'gallery', 'problem', 'photo', 'summary']],
])('a photo that comes %s is an error, never broken json', async (_when, types) => {
  const { head, events } = reportOf(FIVE);
  const disordered = types.flatMap((type) => events.find((event) => event.type === type) ?? []);
  await expect(drain(json, head, disordered)).rejects.toThrow('after the end of its list');
});

async function drain(
  reporter: Reporter,
  head: Parameters<Reporter['render']>[0],
  events: readonly ReportEvent[],
): Promise<void> {
  async function* feed() {
    yield* events;
  }
  for await (const _ of reporter.render(head, feed(), PLAIN));
}
