// What can be called safe, through the whole program.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { linesIn, reportIn } from '../helpers/valid-report.js';

interface Report {
  readonly fast: boolean;
  readonly photos: readonly { readonly path: string; readonly verdict: string }[];
  readonly summary: { readonly rulesOff: readonly string[] };
}

/** A photo that is examined in part, because its sidecar is damaged. */
async function inPart(name: string): Promise<Record<string, string | Uint8Array>> {
  return { [`${name}.jpg`]: await plainJpeg(), [`${name}.jpg.json`]: '{"title": ' };
}

describe('--select safe', () => {
  it('never lists a photo that was examined in part', async () => {
    const cwd = folder({
      'in/a.jpg': await plainJpeg(),
      ...(await inPart('in/b')),
      'in/c.jpg': await locatedJpeg(),
      'in/d.jpg': '',
    });
    const safe = await lenscap(['scan', 'in', '--format', 'paths', '--select', 'safe'], { cwd });
    expect(safe.stdout).toBe(`${join('in', 'a.jpg')}\n`);
    expect(safe.stderr).toContain('b.jpg.json: ');
    const { photos } = reportIn<Report>((await lenscap(['scan', 'in', '--format', 'json'], { cwd })).stdout);
    expect(photos.map(({ verdict }) => verdict)).toEqual(['safe', 'undecided', 'flagged']);
  });

  it('is refused if the configuration turns a rule off', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'config.json': '{"rules": {"person/child": "off"}}' });
    const args = ['scan', 'a.jpg', '--format', 'paths', '--select', 'safe', '--config', 'config.json'];
    const { code, stdout, stderr } = await lenscap(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^lenscap: --select safe: no photo can be called safe .*person\/child.*change the config/);
  });
});

describe('nothing is called safe if a rule that could flag a photo is off or narrowed', () => {
  it.each([
    ['--only', ['--only', 'code/wifi-password'], 'person/child'],
    ['--skip', ['--skip', 'person,document,text'], 'text/iban'],
    ['--min-score', ['--only', 'metadata', '--min-score', '0.9'], 'metadata/hidden-media'],
    ['the configuration', ['--only', 'metadata', '--config', 'config.json'], 'metadata/location'],
  ])('by %s', async (_how, args, off) => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    writeFileSync(join(cwd, 'config.json'), '{"rules": {"metadata/location": "low"}}');
    const scan = (...more: string[]) => lenscap(['scan', 'a.jpg', ...args, ...more], { cwd });

    const report = reportIn<Report>((await scan('--format', 'json')).stdout);
    expect(report.summary).toMatchObject({ targets: 1, flagged: 0, accepted: 0, safe: null, undecided: 1 });
    expect(report.summary.rulesOff).toContain(off);
    expect(report.photos.map(({ verdict }) => verdict)).toEqual(['undecided']);

    const [photo, ...others] = linesIn<object>((await scan('--format', 'ndjson')).stdout);
    expect(photo).toMatchObject({ type: 'photo', verdict: 'undecided' });
    expect(others.at(-1)).toMatchObject({ type: 'summary', safe: null });

    const { code, stdout } = await scan();
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/In the one photo, .* found nothing of medium severity or above\./);
    expect(stdout).not.toMatch(/\b(is|are) safe\b/);
  });

  it('a low rule can be skipped', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const args = ['scan', 'a.jpg', '--skip', 'metadata/capture-time,document/handwriting', '--format', 'json'];
    expect(reportIn<Report>((await lenscap(args, { cwd })).stdout)).toMatchObject({
      photos: [{ verdict: 'safe' }],
      summary: { safe: 1, rulesOff: [] },
    });
  });

  it('--fast can call a photo safe, and the report states --fast', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg() });
    const { stdout } = await lenscap(['scan', 'a.jpg', '--fast', '--format', 'json'], { cwd });
    expect(reportIn<Report>(stdout)).toMatchObject({ fast: true, photos: [{ verdict: 'safe' }] });
    const text = await lenscap(['scan', 'a.jpg', '--fast'], { cwd });
    expect(text.stdout).toMatch(/with --fast/);
    expect(text.stdout).toMatch(/The one photo is safe as far as \d+ rules can see/);
  });
});

describe('archives and PDF files', () => {
  const files = { 'in/a/photos.zip': 'PK\x03\x04', 'in/a/b/scan': '%PDF-1.7', 'in/a/scan.pdf': '%PDF-1.4' };

  it('are counted, with one warning per folder, and do not change the exit code', async () => {
    const cwd = folder({ ...files, 'in/a.jpg': await plainJpeg() });
    const args = ['scan', 'in', '--only', 'metadata'];
    const json = await lenscap([...args, '--format', 'json'], { cwd });
    expect(json.code).toBe(0);
    expect(reportIn(json.stdout)).toMatchObject({
      summary: { complete: true, notOpened: { pdf: 2, zip: 1 }, ignored: { zip: 1, pdf: 1, other: 1 } },
    });
    expect(json.stderr.trimEnd().split('\n')).toEqual([
      `lenscap: ${join('in', 'a', 'b')}: 1 pdf file was not opened and may hold photos; open it and check it yourself`,
      `lenscap: ${join('in', 'a')}: 1 pdf and 1 zip files were not opened and may hold photos; check the PDF file yourself, unpack the archive and scan the result`,
    ]);
    expect((await lenscap([...args, '--quiet'], { cwd })).stderr).toBe('');
    const { stdout } = await lenscap(args, { cwd });
    expect(stdout.replace(/\s+/g, ' ')).toContain('Not opened, but may hold photos: 2 pdf and 1 zip.');
  });

  it('that are named are problems, not warnings', async () => {
    const cwd = folder(files);
    const { code, stderr, stdout } = await lenscap(['scan', join('in', 'a', 'photos.zip'), '--format', 'json'], {
      cwd,
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/photos\.zip: not a photo or video/);
    expect(reportIn(stdout)).toMatchObject({ problems: [{ code: 'not-a-target' }], summary: { notOpened: {} } });
  });
});
