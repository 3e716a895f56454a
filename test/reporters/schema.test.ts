import { describe, expect, test } from 'vitest';
import { json } from '../../src/reporters/json.js';
import { ndjson } from '../../src/reporters/ndjson.js';
import { SEVERITIES } from '../../src/types/finding.js';
import { VERDICTS } from '../../src/types/report.js';
import { RUNS } from '../helpers/sample-runs.js';
import { faultsOfLine, faultsOfReport, SCHEMA } from '../helpers/valid-report.js';
import { render } from './render.js';

describe.each(Object.entries(RUNS))('the run %s', (_name, run) => {
  test('is valid as json', async () => {
    expect(faultsOfReport(JSON.parse(await render(json, run)))).toBeNull();
  });

  test('is valid as ndjson, line by line', async () => {
    for (const line of (await render(ndjson, run)).trimEnd().split('\n')) {
      expect(faultsOfLine(JSON.parse(line))).toBeNull();
    }
  });
});

/** Every object that a report holds, by its place in it. */
function objectsIn(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const deeper = Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${place}/${key}`));
  return Array.isArray(value) ? deeper : [place, ...deeper];
}

function at(report: unknown, place: string): Record<string, unknown> {
  const keys = place.split('/').slice(1);
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], report) as Record<
    string,
    unknown
  >;
}

/** Objects whose keys are data. */
const OPEN = /\/(evidence|ignored|notOpened|byRule)$/;

describe('a field that the contract does not name is refused', async () => {
  const text = await render(json, RUNS.five ?? { results: [] });
  const places = objectsIn(JSON.parse(text)).filter((place) => !OPEN.test(place));

  test.each(places)('in json at "%s"', (place) => {
    const report = JSON.parse(text);
    at(report, place).surprise = 1;
    expect(faultsOfReport(report)).not.toBeNull();
  });

  test.each(places)('in json a missing field at "%s"', (place) => {
    for (const key of Object.keys(at(JSON.parse(text), place))) {
      const report = JSON.parse(text);
      delete at(report, place)[key];
      expect(faultsOfReport(report), key).not.toBeNull();
    }
  });

  const lines = (await render(ndjson, RUNS.five ?? { results: [] })).trimEnd().split('\n');
  test.each(lines.map((line) => [(JSON.parse(line) as { type: string }).type, line]))(
    'in a line of type %s',
    (_type, line) => {
      expect(faultsOfLine({ ...JSON.parse(line), surprise: 1 })).not.toBeNull();
      for (const key of Object.keys(JSON.parse(line))) {
        const short = JSON.parse(line);
        delete short[key];
        expect(faultsOfLine(short), key).not.toBeNull();
      }
    },
  );
});

test('the schema knows the severities and verdicts of the program', () => {
  const { severity, verdict } = SCHEMA.$defs as Record<string, { enum: string[] }>;
  expect(severity?.enum).toEqual([...SEVERITIES]);
  expect(verdict?.enum).toEqual([...VERDICTS]);
});

test('a decision is described whole, and known is yes, no or open', async () => {
  const text = await render(json, RUNS.five ?? { results: [] });
  const faults = (field: string, value: unknown) => {
    const report = JSON.parse(text);
    report.photos[0].findings[0][field] = value;
    return faultsOfReport(report);
  };
  const whole = { on: '2025-07-14', until: null, reason: 'mine' };
  expect([faults('accepted', whole), faults('known', true), faults('known', null)]).toEqual([null, null, null]);
  for (const wrong of [true, {}, { ...whole, on: 'today' }, { ...whole, more: 1 }]) {
    expect(faults('accepted', wrong)).not.toBeNull();
  }
  expect(faults('known', 'yes')).not.toBeNull();
});
