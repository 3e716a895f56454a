// schema/config.schema.json describes what lenscap accepts: neither more nor less.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../scripts/flags.js';
import { configSchema, parseConfig } from '../../src/options/config-schema.js';
import { FLAGS } from '../../src/options/flags.js';
import { RULES } from '../../src/rules/index.js';
import { SERVICES } from '../../src/services/index.js';

const KNOWN = { rules: RULES.map(({ id }) => id), services: SERVICES.map(({ name }) => name) };
const isValid = new Ajv2020({ strict: true }).compile(JSON.parse(configJsonSchema()) as object);

function isAccepted(config: unknown): boolean {
  try {
    parseConfig(JSON.stringify(config), KNOWN);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: 'UsageError' });
    return false;
  }
}

describe('the program and its schema agree', () => {
  it.each([
    {},
    { $schema: 'https://example.org/config.schema.json' },
    { rules: { 'person/face': 'off', 'metadata/location': 'critical' }, failOn: 'medium' },
    { minScore: 0.5, service: 'meta-camera-roll', jobs: 256, videos: 'skip', frames: 1, engine: 'tfjs' },
  ])('on what may be set: %j', (config) => {
    expect(isAccepted(config)).toBe(true);
    expect(isValid(config)).toBe(true);
  });

  it.each([
    [[]],
    [{ $schema: 1 }],
    [{ rule: {} }],
    [{ format: 'json' }],
    [{ rules: { person: 'off' } }],
    [{ rules: { 'person/face': 'none' } }],
    [{ minScore: 1.1 }],
    [{ minScore: -0.1 }],
    [{ service: 'icloud' }],
    [{ failOn: 'none' }],
    [{ jobs: 0 }],
    [{ jobs: 1.5 }],
    [{ jobs: '2' }],
    [{ frames: 1001 }],
    [{ videos: true }],
    [{ engine: null }],
  ])('on what may not: %j', (config) => {
    expect(isAccepted(config)).toBe(false);
    expect(isValid(config)).toBe(false);
  });
});

it('a file may set what the table allows, and nothing else', () => {
  const inTable = Object.entries(FLAGS).flatMap(([key, flag]) => ('isInConfig' in flag ? [key] : []));
  expect(Object.keys(configSchema(KNOWN).shape)).toEqual(['$schema', 'rules', ...inTable]);
  expect(inTable).toEqual(['videos', 'frames', 'minScore', 'service', 'region', 'failOn', 'jobs', 'engine']);
});
