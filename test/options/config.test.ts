import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFile, refusalOf, resolve, resolveIn } from './request.js';

const CONFIG = {
  rules: { 'person/child': 'high', 'document/page': 'off' },
  minScore: 0.6,
  service: 'other-cloud',
  failOn: 'low',
  jobs: 2,
  videos: 'skip',
  frames: 5,
  engine: 'tfjs',
};

describe('a configuration', () => {
  it('changes the defaults, from the usual place or a named one', async () => {
    const file = configFile(CONFIG);
    for (const options of [await resolve({ config: file }), await resolveIn({ configFile: file })]) {
      const { services, failOn, jobs, videos, engine, rules, videoSettings } = options;
      const names = services.map(({ name }) => name);
      expect({ names, failOn, jobs, videos, engine, frames: videoSettings.frames }).toEqual({
        names: ['other-cloud'],
        failOn: 'low',
        jobs: 2,
        videos: 'skip',
        engine: 'tfjs',
        frames: 5,
      });
      expect(rules.map(({ id, severity, minScore }) => [id, severity, minScore])).toEqual([
        ['person/child', 'high', 0.6],
        ['person/face', 'medium', 0.6],
        ['document/passport', 'critical', 0.9],
      ]);
    }
  });

  it('gives way to the command line', async () => {
    const args = {
      service: 'meta-camera-roll',
      failOn: 'never',
      jobs: '3',
      videos: 'auto',
      engine: 'onnx',
      minScore: '0',
    };
    expect(await resolve({ config: configFile(CONFIG), ...args })).toMatchObject({
      services: [{ name: 'meta-camera-roll' }],
      failOn: 'never',
      jobs: 3,
      videos: 'auto',
      engine: 'onnx',
      rules: [{ minScore: 0.5 }, { minScore: 0.5 }, { minScore: 0.9 }],
    });
  });

  it('in the usual place is skipped where another is named', async () => {
    const environment = { configFile: configFile({ jobs: 7 }) };
    expect((await resolveIn(environment, { config: configFile({}) })).jobs).toBe(4);
  });

  it('need not exist, unless it is named', async () => {
    const missing = join(tmpdir(), 'lenscap-none', 'config.json');
    expect((await resolveIn({ configFile: missing })).jobs).toBe(4);
    expect(await refusalOf(resolve({ config: missing }))).toMatch(
      /config\.json": the file does not exist; name another/,
    );
    expect(await refusalOf(resolve({ config: tmpdir() }))).toMatch(/it cannot be read \(EISDIR\)/);
  });

  it.each([
    ['{"jobs": 2,\n  "rules": }', /line 2, column 12: this is not valid JSON \(value expected\)/],
    ['{"jobs": 2 // two\n}', /line 1, column 12: this is not valid JSON \(invalid comment token\)/],
    ['{"jobs": 2', /line 1, column 11: this is not valid JSON \(close brace expected\)/],
    ['', /line 1, column 1: this is not valid JSON/],
    ['[]', /the whole file: must be an object in braces/],
    ['{"rule": {}}', /unknown key "rule"; did you mean rules\? known keys: rules, videos, frames, minScore, service/],
    ['{"rules": {"person/fase": "off"}}', /unknown rule "person\/fase"; did you mean person\/face\?/],
    ['{"rules": {"person": "off"}}', /unknown rule "person"/],
    ['{"rules": {"person/face": "hihg"}}', /"person\/face" in "rules": must be critical, high, medium, low or off/],
    ['{"service": "meta-camera-rol"}', /unknown service "meta-camera-rol"; did you mean meta-camera-roll\?/],
    ['{"jobs": 0}', /"jobs": must be a whole number from 1 to 256/],
    ['{"jobs": "2"}', /"jobs": must be a whole number from 1 to 256/],
    ['{"minScore": 2}', /"minScore": must be a number from 0 to 1/],
    ['{"failOn": "none"}', /"failOn": must be critical, high, medium, low or never/],
    ['{"rules": 1}', /"rules": must be an object/],
    ['{"jobs": 1.5}', /"jobs": must be a whole number/],
    ['{"service": 1}', /"service": must be the name of a service/],
    ['{"jobs": 2,\n "jobs": 3}', /line 2, column 2: the key "jobs" appears twice/],
    ['{"rules": {"person/face": "off", "person/face": "low"}}', /the key "person\/face" appears twice/],
    ['{"__proto__": {"jobs": 2}}', /line 1, column 2: unknown key "__proto__"/],
    ['{"rules": {"__proto__": "off"}}', /unknown key "__proto__"/],
  ])('that is wrong is refused with its place: %j', async (content, message) => {
    const file = configFile(content);
    const refusal = await refusalOf(resolve({ config: file }));
    expect(refusal).toMatch(message);
    expect(refusal).toContain(JSON.stringify(file));
  });

  it('may begin with a byte order mark', async () => {
    expect((await resolve({ config: configFile('\ufeff{"jobs": 2}') })).jobs).toBe(2);
  });
});
