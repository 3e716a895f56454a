// The page of a scan: its pictures show nothing that was found in print, codes and documents.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf, SECRETS } from '../../fixtures/secrets.js';
import { lenscap } from '../helpers/program.js';

const home = mkdtempSync(join(tmpdir(), 'lenscap-page-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const page = join(home, 'report.html');
const env = { HOME: home, LENSCAP_CACHE: join(home, 'cache'), XDG_CONFIG_HOME: home };

function picturesOf(file: string): Buffer[] {
  const found = readFileSync(file, 'utf8').matchAll(/data:image\/jpeg;base64,([\w+/=]+)"/g);
  return [...found].map(([, data = '']) => Buffer.from(data, 'base64'));
}

beforeAll(async () => {
  const { code } = await lenscap(['scan', 'fixtures/gallery', '-o', page, '--fail-on', 'never'], { env });
  expect(code).toBe(3);
});

describe('the page of the gallery', () => {
  it('is readable by the owner only', () => {
    expect(statSync(page).mode & 0o777).toBe(0o600);
  });

  it('has small pictures in which a scan finds no code and no secret', async () => {
    const pictures = picturesOf(page);
    expect(pictures.length).toBeGreaterThan(8);
    expect(Math.max(...pictures.map(({ length }) => length))).toBeLessThanOrEqual(10_000);
    mkdirSync(join(home, 'pictures'));
    for (const [at, bytes] of pictures.entries()) writeFileSync(join(home, 'pictures', `${at}.jpg`), bytes);
    const args = ['scan', join(home, 'pictures'), '--format', 'json', '--show-values', '--fail-on', 'never'];
    const { stdout } = await lenscap(args, { env });
    const { photos } = JSON.parse(stdout) as { photos: { findings: { rule: string; evidence: unknown }[] }[] };
    expect(photos).toHaveLength(pictures.length);
    const findings = photos.flatMap((photo) => photo.findings);
    expect(findings.filter(({ rule }) => /^(?:code|text|metadata)\//.test(rule))).toEqual([]);
    const shown = JSON.stringify(findings.map(({ evidence }) => evidence)).toLowerCase();
    expect(SECRETS.filter(({ value }) => partsOf(value).some((part) => shown.includes(part.toLowerCase())))).toEqual(
      [],
    );
  });

  it('is made again from what is kept, without pictures where none are wanted', async () => {
    const other = join(home, 'other.html');
    const run = (mode: string) => lenscap(['report', 'fixtures/gallery', '-o', other, '--thumbnails', mode], { env });
    await run('plain');
    expect(picturesOf(other)).toEqual(picturesOf(page));
    await run('blurred');
    expect(picturesOf(other)).toHaveLength(picturesOf(page).length);
    expect(picturesOf(other)).not.toEqual(picturesOf(page));
    await run('none');
    expect(picturesOf(other)).toEqual([]);
  });
});
