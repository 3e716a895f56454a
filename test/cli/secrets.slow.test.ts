// The gallery has planted secrets in metadata and print. No output of a run may contain one,
// neither completely nor in parts of six characters, and nothing that it keeps may.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { partsOf, SECRETS } from '../../fixtures/secrets.js';
import { storeFile } from '../../src/cache/open.js';
import { unpack } from '../../src/cache/pack.js';
import { REPORT_FORMATS } from '../../src/reporters/index.js';
import { folder } from '../helpers/folder.js';
import { lenscap } from '../helpers/program.js';

function allFiles(path: string): string {
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((name) => statSync(name).isFile())
    .map((name) => readFileSync(name, 'latin1'))
    .join('\n');
}

/** What may hold any digits: scores, regions, times, digests. */
const NUMBERS = ['score', 'region', 'stamp', 'changedMs', 'askedMs', 'hash'];

/** Every value of the store. */
function keptIn(folder: string): string {
  const database = new Libsql(storeFile(folder));
  const tables = ['results', 'files', 'roots', 'notes'];
  const rows = tables.flatMap((table) => database.prepare(`select value from ${table}`).all([]) as { value: Buffer }[]);
  database.close();
  const values = rows.map(({ value }) => unpack<unknown>(Buffer.from(value)));
  return JSON.stringify(values, (key, value) => (NUMBERS.includes(key) ? undefined : value));
}

describe('a run over the gallery', () => {
  it('leaves no secret anywhere, in any format', async () => {
    const home = folder();
    mkdirSync(join(home, 'tmp'));
    const env = {
      HOME: home,
      TMPDIR: join(home, 'tmp'),
      TEMP: join(home, 'tmp'),
      XDG_CACHE_HOME: home,
      LENSCAP_CACHE: join(home, 'cache'),
      XDG_CONFIG_HOME: home,
    };
    const formats = REPORT_FORMATS.filter((format) => format !== 'paths').map((format) => `report.${format}`);
    const reports = [...formats, 'report'].flatMap((name) => ['--output', join(home, name)]);
    const args = ['scan', 'fixtures/gallery', '--all', '--fail-on', 'never', ...reports];
    const { stdout, stderr, code } = await lenscap(args, { env });
    expect(code).toBe(3);
    // Decisions on everything that the metadata give away.
    const decisions = { ...env, LENSCAP_DATA: join(home, 'data') };
    const accepted = await lenscap(['accept', 'fixtures/gallery', '--rule', 'metadata'], { env: decisions });
    expect(readdirSync(join(home, 'data'))).toEqual(['decisions.ndjson']);
    // Fingerprints are blanked out: sooner or later one contains any short sequence of hexadecimal
    // digits.
    const kept = keptIn(join(home, 'cache'));
    expect(kept).toContain('"label":"location"');
    rmSync(join(home, 'cache'), { recursive: true });
    const left = `${stdout}${stderr}${accepted.stdout}${accepted.stderr}\n${kept}\n${allFiles(home)}`
      .replaceAll(/\b[0-9a-f]{64}\b/g, '')
      // What pictures show is tested in page.slow.test.ts.
      .replaceAll(/data:image\/jpeg;base64,[\w+/=]+/g, '')
      .toLowerCase();
    expect(left).toContain('img_0002');
    const found = SECRETS.flatMap(({ id, value }) =>
      partsOf(value)
        .filter((part) => left.includes(part.toLowerCase()))
        .map((part) => `${id}: ${part}`),
    );
    expect(found).toEqual([]);
  });

  it('shows them when the user asks for them, so the test above can fail', async () => {
    const { stdout } = await lenscap([
      'scan',
      'fixtures/gallery',
      '--format',
      'json',
      '--show-values',
      '--fail-on',
      'never',
    ]);
    const shown = SECRETS.filter(({ value }) => stdout.includes(value)).map(({ id }) => id);
    expect(shown).toEqual(expect.arrayContaining(['artist', 'body-serial', 'mountain-latitude', 'passport-number']));
  });
});
