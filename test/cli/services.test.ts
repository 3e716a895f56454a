import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { describeServices, type ServicesArgs, type ServicesSettings } from '../../src/commands/services.js';
import { TOPICS } from '../../src/messages/service-topics.js';
import { SERVICES } from '../../src/services/index.js';
import { SHARING_WAYS } from '../../src/services/recipients.js';

const SETTINGS: ServicesSettings = { width: 80, program: 'lenscap', today: '2026-07-01', locale: null };

function printed(name?: string, args: ServicesArgs = {}, more: Partial<ServicesSettings> = {}): string {
  return describeServices(name, args, { ...SETTINGS, ...more });
}

/** As one line, for sentences that may be wrapped anywhere. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

const names = [undefined, ...SERVICES.map(({ name }) => name)];

it.each(names.flatMap((name) => [40, 80, 120].map((width) => [name ?? 'the list', width, name] as const)))(
  '%s fits a terminal of %i columns',
  (_what, width, name) => {
    const long = printed(name, {}, { width })
      .split('\n')
      // The command is never folded, and a word may be longer than the terminal.
      .filter((line) => line.length > width && line.trim().includes(' ') && !line.includes('lenscap services'));
    expect(long).toEqual([]);
  },
);

describe('the list', () => {
  it('has every service in one line without a terminal, and every way to share', () => {
    const lines = printed(undefined, {}, { width: Number.POSITIVE_INFINITY }).split('\n');
    for (const { name } of SERVICES) expect(lines.filter((line) => line.startsWith(`${name}  `))).toHaveLength(1);
    for (const { way } of SHARING_WAYS) expect(lines.filter((line) => line.startsWith(way))).toHaveLength(1);
  });

  it('states whether each is offered in the country, and what that was taken from', () => {
    const text = flat(printed(undefined, {}, { locale: { region: 'FR', from: 'LANG' } }));
    expect(text).toContain('In France it has been offered since 16 April 2026');
    expect(text.split('The country, France, is taken from your locale (LANG)')).toHaveLength(2);
    expect(flat(printed(undefined, { region: 'uk' }))).toContain('In the United Kingdom it has been offered');
  });

  it('states which profiles are old on the day of the run, whatever day is asked about', () => {
    const old = 'as reported up to June 2026, more than 180 days ago';
    expect(flat(printed(undefined, { asOf: '2030-01-01' }))).not.toContain(old);
    expect(flat(printed(undefined, { asOf: '2026-06-25' }, { today: '2027-01-01' }))).toContain(old);
  });
});

describe.each(SERVICES)('$name in full', (profile) => {
  const text = flat(printed(profile.name));

  it('has every claim with its sources, and what speaks against it', () => {
    for (const { claims } of TOPICS) {
      for (const { text: claim, reported, against = [] } of claims(profile)) {
        expect(text).toContain(claim);
        for (const { by } of reported) expect(text).toContain(by);
        for (const statement of against) expect(text).toContain(`against it: ${statement.text}`);
      }
    }
  });

  it('states of which topics nothing was found, and what is unknown', () => {
    for (const { title, claims } of TOPICS) {
      expect(text).toContain(title);
      if (claims(profile).length === 0) expect(text).toContain(`${title}: nothing was found reported`);
    }
    for (const what of profile.unknowable) expect(text).toContain(`- ${what}`);
  });
});

describe('as JSON', () => {
  const schema: Record<string, unknown> = JSON.parse(
    readFileSync(new URL('../../schema/services.schema.json', import.meta.url), 'utf8'),
  );
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(schema);

  it.each(names)('%s is valid under the schema, which refuses unknown fields', (name) => {
    const report = JSON.parse(printed(name, { format: 'json', region: 'FR', asOf: '2026-06-25' }));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.services.map((each: { name: string }) => each.name)).toEqual(
      SERVICES.map((each) => each.name).filter((each) => name === undefined || each === name),
    );
    expect(validate({ ...report, more: 1 })).toBe(false);
  });

  it('states where and since when, and whether the profile is old', () => {
    const report = JSON.parse(printed('meta-camera-roll', { format: 'json', region: 'FR', asOf: '2026-06-25' }));
    expect(report.services[0]).toMatchObject({
      ...{ profileDate: '2026-06-22', outdated: false, asOf: '2026-06-25', region: 'FR', regionFrom: '--region' },
      ...{ offered: 'yes', since: '2026-04-16', window: { value: 30 } },
    });
  });
});

it('a mistyped service is answered with the nearest one, by the program as it was started', () => {
  expect(() => printed('meta-camera-rol', {}, { program: 'npx lenscap' })).toThrow(
    'unknown service "meta-camera-rol"; did you mean meta-camera-roll? to list all: npx lenscap services',
  );
});

it.each([
  [{ format: 'yaml' }, '--format "yaml": must be text or json'],
  [{ region: 'EU' }, '--region "EU": must be a country by its two letters, such as FR'],
  [{ asOf: '2026-02-30' }, '--as-of "2026-02-30": must be a valid date'],
])('%j is refused', (args, message) => {
  expect(() => printed(undefined, args)).toThrow(message);
});
