// Folders as backup programs write them, through the whole program.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildBackup, hashedPath, type PhoneFile } from '../../fixtures/encode/backup.js';
import { aae, takeoutJson } from '../../fixtures/encode/sidecars.js';
import { folder } from '../helpers/folder.js';
import { xmp } from '../helpers/metadata-files.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { reportIn } from '../helpers/valid-report.js';

const ONLY = ['--only', 'metadata', '--format', 'json'];
const PLACE = { latitude: 44.17386, longitude: 5.27874 };

interface Photo {
  readonly path: string;
  readonly originalPath: string | null;
  readonly examination: string;
  readonly verdict: string;
  readonly services: readonly { readonly learns: readonly string[] }[];
  readonly findings: readonly {
    rule: string;
    subject: string;
    detail: string;
    evidence: object;
    source: { picture: string };
  }[];
}

async function scan(cwd: string, ...args: string[]) {
  const { code, stdout } = await lenscap(['scan', '.', ...ONLY, ...args], { cwd });
  const report = reportIn<{
    photos: Photo[];
    problems: { path: string; code: string }[];
    summary: object;
  }>(stdout.replaceAll('"./', '"'));
  return { code, ...report };
}

describe('an iTunes or Finder backup', () => {
  const path = 'Media/DCIM/100APPLE/IMG_0001.JPG';

  it('is scanned under the phone’s own names, in every report', async () => {
    const cwd = folder();
    const photo: PhoneFile = { domain: 'CameraRollDomain', path, bytes: await locatedJpeg() };
    await buildBackup(cwd, [photo]);
    const { code, photos } = await scan(cwd);
    expect(photos).toMatchObject([{ path: hashedPath(photo), originalPath: path }]);
    expect(code).toBe(1);
    const text = await lenscap(['scan', '.', '--only', 'metadata'], { cwd });
    expect(text.stdout).toContain(`on the phone: ${path}`);
    const check = await lenscap(['check', hashedPath(photo), '--only', 'metadata'], { cwd });
    expect(check.stdout).toContain(`${hashedPath(photo)} (on the phone: ${path}): `);
  });

  it('that is encrypted is not safe: it is reported, with its exit code', async () => {
    const cwd = folder();
    const sealed = { domain: 'CameraRollDomain', path, bytes: randomBytes(9000) };
    await buildBackup(cwd, [sealed], { isEncrypted: true, table: randomBytes(9000) });
    const { code, problems, summary } = await scan(cwd);
    expect(problems).toMatchObject([{ path: '.', code: 'backup-encrypted' }]);
    expect(summary).toMatchObject({ targets: 0, safe: null });
    expect(code).toBe(3);
    const { stdout } = await lenscap(['scan', '.'], { cwd });
    expect(stdout).toContain('encrypted');
    expect(stdout).toMatch(/make a\s+backup\s+without\s+encryption/);
  });
});

describe('sidecars', () => {
  it('have a low rule of their own: their photo is not flagged, and a service learns nothing from them', async () => {
    const people = ['Quillfjord Vyxanda'];
    const cwd = folder({
      'a.jpg': await plainJpeg(),
      'a.jpg.supplemental-metadata.json': takeoutJson({
        title: 'a.jpg',
        place: PLACE,
        people,
        description: 'vuzhgrunt',
      }),
      'a.AAE': aae(),
      'a.xmp': xmp('<p:City xmlns:p="http://ns.adobe.com/photoshop/1.0/">Lyon</p:City>'),
      'b.jpg': await plainJpeg(),
      'b.json': '{"width": 3}',
    });
    const { code, photos, summary } = await scan(cwd);
    const [first, second] = photos;
    expect(first?.findings.map(({ rule, subject, detail }) => `${rule} ${subject}: ${detail}`).sort()).toEqual([
      'metadata/sidecar Sidecar file: a place name, in its XMP file',
      'metadata/sidecar Sidecar file: an edit is stored next to the photo, so this may be the unedited version',
      'metadata/sidecar Sidecar file: date and time, in its Google Takeout file',
      'metadata/sidecar Sidecar file: location near 44.2, 5.3, in its Google Takeout file',
      'metadata/sidecar Sidecar file: name of someone tagged in the photo, in its Google Takeout file',
      'metadata/sidecar Sidecar file: text, in its Google Takeout file',
    ]);
    expect(first?.findings.map(({ source }) => source.picture)).toEqual(Array(6).fill('sidecar'));
    expect(first).toMatchObject({ examination: 'full', verdict: 'undecided', services: [{ learns: [] }] });
    expect(second?.findings).toEqual([]);
    expect(summary).toMatchObject({ full: 2, flagged: 0, ignored: { sidecar: 3, json: 1 } });
    expect(code).toBe(0);
    expect(JSON.stringify(photos)).not.toMatch(/uillfjord|yxanda|44\.17|5\.278|vuzhgrunt/);
  });

  it('that cannot be read are reported, and the examination of the photo is partial', async () => {
    const cwd = folder({ 'a.jpg': await plainJpeg(), 'a.jpg.json': '{"title": ' });
    const { code, photos, problems } = await scan(cwd);
    expect(photos).toMatchObject([{ path: 'a.jpg', examination: 'partial' }]);
    expect(problems).toMatchObject([{ path: 'a.jpg.json', code: 'sidecar-unreadable' }]);
    expect(code).toBe(3);
    expect((await scan(cwd, '--skip', 'metadata/sidecar')).code).toBe(0);
  });

  it('do not count as an examination of an unreadable photo', async () => {
    const cwd = folder({ 'a.jpg': '<html>', 'a.jpg.json': takeoutJson({ title: 'a.jpg', place: PLACE }) });
    const { code, photos, problems } = await scan(cwd);
    expect(photos).toEqual([]);
    expect(problems).toMatchObject([{ path: 'a.jpg', code: 'content-unknown' }]);
    expect(code).toBe(3);
  });
});
