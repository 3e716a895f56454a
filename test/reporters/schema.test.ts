import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { json } from '../../src/reporters/json.js';
import { ndjson } from '../../src/reporters/ndjson.js';
import { SEVERITIES } from '../../src/types/finding.js';
import { RUNS } from '../helpers/sample-runs.js';
import { render } from './render.js';

type Schema = Record<string, unknown>;

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')) as Schema;
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addSchema(schema);
const isReport = ajv.getSchema('urn:lenscap:report:1');
const isLine = ajv.getSchema('urn:lenscap:report:1#/$defs/line');
if (isReport === undefined || isLine === undefined) throw new Error('the schema has a report and a line');

describe.each(Object.entries(RUNS))('the run %s', (_name, run) => {
  test('is valid as json', async () => {
    isReport(JSON.parse(await render(json, run)));
    expect(isReport.errors).toBeNull();
  });

  test('is valid as ndjson, line by line', async () => {
    for (const line of (await render(ndjson, run)).trimEnd().split('\n')) {
      isLine(JSON.parse(line));
      expect(isLine.errors).toBeNull();
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
const OPEN = /\/(evidence|ignored|byRule)$/;

describe('a field that the contract does not name is refused', async () => {
  const text = await render(json, RUNS.five ?? { results: [] });
  const places = objectsIn(JSON.parse(text)).filter((place) => !OPEN.test(place));

  test.each(places)('in json at "%s"', (place) => {
    const report = JSON.parse(text);
    at(report, place).surprise = 1;
    expect(isReport(report)).toBe(false);
  });

  test.each(places)('in json a missing field at "%s"', (place) => {
    for (const key of Object.keys(at(JSON.parse(text), place))) {
      const report = JSON.parse(text);
      delete at(report, place)[key];
      expect(isReport(report), key).toBe(false);
    }
  });

  const lines = (await render(ndjson, RUNS.five ?? { results: [] })).trimEnd().split('\n');
  test.each(lines.map((line) => [(JSON.parse(line) as { type: string }).type, line]))(
    'in a line of type %s',
    (_type, line) => {
      expect(isLine({ ...JSON.parse(line), surprise: 1 })).toBe(false);
      for (const key of Object.keys(JSON.parse(line))) {
        const short = JSON.parse(line);
        delete short[key];
        expect(isLine(short), key).toBe(false);
      }
    },
  );
});

test('the schema knows the severities of the program', () => {
  const { severity } = schema.$defs as Record<string, { enum: string[] }>;
  expect(severity?.enum).toEqual([...SEVERITIES]);
});
