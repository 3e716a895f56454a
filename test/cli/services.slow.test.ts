// `lenscap services`, and where a service is offered, with the real program.
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../src/services/index.js';
import { folder } from '../helpers/folder.js';
import { locatedJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { reportIn } from '../helpers/valid-report.js';

const LOCALE = { LC_ALL: '', LC_MESSAGES: '', LANG: 'fr_FR.UTF-8' };

describe('lenscap services', () => {
  it('lists every service in a line and ends with 0', async () => {
    const { code, stdout, stderr } = await lenscap(['services'], { env: LOCALE });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('The country, France, is taken from your locale (LANG)');
    for (const { name } of SERVICES) expect(stdout).toMatch(new RegExp(`^${name}  `, 'm'));
  });

  it('refuses an unknown one with the nearest name, and ends with 2', async () => {
    const { code, stdout, stderr } = await lenscap(['services', 'one-drive']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^lenscap: unknown service "one-drive"; did you mean onedrive\? to list all: /);
  });

  it('gives JSON of one service', async () => {
    const { stdout } = await lenscap(['services', 'google-photos', '-f', 'json', '--region', 'jp']);
    expect(JSON.parse(stdout)).toMatchObject({
      services: [{ name: 'google-photos', region: 'JP', regionFrom: '--region' }],
    });
  });
});

describe('lenscap scan', () => {
  const QUICK = ['--only', 'metadata', '--fail-on', 'never', '--as-of', '2026-06-25'];

  it('states since when a service is offered, what it would take and why, and what it would learn', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg('2026:06:14 09:15:02') });
    const scan = ['scan', '.', '--service', 'meta-camera-roll', '--region', 'FR', ...QUICK];
    const text = (await lenscap(scan, { cwd })).stdout.replace(/\s+/g, ' ');
    expect(text).toContain('In France it has been offered since 16 April 2026, and asks first');
    expect(text).toContain('It would take this photo: it is from the last 30 days and has a location.');
    expect(text).toContain('It could learn about the date and 1 place.');
  });

  it('has a head for each service in JSON, with the country and what it was taken from', async () => {
    const cwd = folder({ 'a.jpg': await locatedJpeg() });
    const scan = ['scan', '.', '--service', 'google-photos', '--service', 'meta-camera-roll', '-f', 'json', ...QUICK];
    const { services } = reportIn<{ services: object[] }>((await lenscap(scan, { cwd, env: LOCALE })).stdout);
    expect(services).toMatchObject([
      { name: 'meta-camera-roll', region: 'FR', regionFrom: 'LANG', offered: 'yes', since: '2026-04-16' },
      { name: 'google-photos', region: 'FR', regionFrom: 'LANG', offered: 'unknown', since: null },
    ]);
  });
});
