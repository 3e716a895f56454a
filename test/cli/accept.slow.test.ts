import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, put } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { lenscap } from '../helpers/program.js';
import { samplePhoto } from '../helpers/sample-photos.js';
import { reportIn } from '../helpers/valid-report.js';

interface Report {
  readonly photos: { path: string; verdict: string; findings: { known: boolean | null; accepted: object | null }[] }[];
  readonly summary: Record<string, unknown>;
}

/** A folder with a photo that is flagged for its place and one that is safe, and a data folder. */
async function start() {
  const cwd = folder({ 'in/a.jpg': await locatedJpeg(), 'in/b.jpg': await plainJpeg() });
  const env = { LENSCAP_DATA: join(cwd, 'data') };
  const run = (...args: string[]) => lenscap(args, { cwd, env });
  const scan = async (...args: string[]) => {
    const { code, stdout } = await run('scan', 'in', '--only', 'metadata', '--format', 'json', ...args);
    return { code, ...reportIn<Report>(stdout) };
  };
  return { cwd, run, scan, decisions: join(cwd, 'data', 'decisions.ndjson') };
}

it('what is accepted leaves the exit code and the counts, and the photo is accepted, never safe', async () => {
  const { run, scan, decisions } = await start();
  expect((await scan()).code).toBe(1);
  const { code, stdout, stderr } = await run('accept', 'in', '--rule', 'metadata/location', '--reason', 'my garden');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^in\/a\.jpg: accepted: high: Location: near .* \(metadata\/location\)\n$/),
  });
  expect(stderr).toMatch(/^lenscap: 1 finding accepted; to list all decisions: .* accept --list\n$/);
  const after = await scan();
  expect(after.code).toBe(0);
  expect(after.photos.map(({ path, verdict }) => [path, verdict])).toEqual([
    ['in/a.jpg', 'accepted'],
    ['in/b.jpg', 'undecided'],
  ]);
  expect(after.summary).toMatchObject({
    flagged: 0,
    accepted: 1,
    bySeverity: { high: 0 },
    byRule: { 'metadata/location': 0 },
  });
  expect(readFileSync(decisions, 'utf8')).toMatch(/"rule":"metadata\/location".*"file":"a\.jpg","reason":"my garden"/);
  // Full coverage, where the other photo is safe.
  const { stdout: safe } = await run('scan', 'in', '--format', 'paths', '--select', 'safe');
  expect(safe).toBe('in/b.jpg\n');
});

it('where no photo is found, it says so and ends with 0, also with --remove', async () => {
  const { cwd, run } = await start();
  put(cwd, { 'empty/notes.txt': 'x' });
  const { code, stderr } = await run('accept', 'empty');
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/^lenscap: no photos or videos were found; name the folder that holds them\n/),
  });
  expect(await run('accept', 'empty', '--remove', '-q')).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('a relative LENSCAP_DATA is refused, not taken for no decisions', async () => {
  const refused = await lenscap(['accept', '--list'], { cwd: folder(), env: { LENSCAP_DATA: 'data' } });
  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('LENSCAP_DATA "data": ') });
});

it('lists the decisions, and removes them by path or by fingerprint, also of a file that is gone', async () => {
  const { run, scan } = await start();
  expect((await run('accept', '--list')).stdout).toMatch(/^Nothing is accepted/);
  await run('accept', 'in/a.jpg', '--rule', 'metadata/location', '--until', '2999-12-31');
  const { stdout } = await run('accept', '--list');
  const [, start12 = ''] =
    /^a\.jpg: metadata\/location, accepted on .* until 2999-12-31 \(([0-9a-f]{12})\)\n$/.exec(stdout) ?? [];
  expect(start12).toHaveLength(12);
  expect((await run('accept', '--remove', start12)).stdout).toBe('a.jpg: no longer accepted: metadata/location\n');
  expect((await scan()).code).toBe(1);
  await run('accept', 'in/a.jpg', '--rule', 'metadata');
  expect((await scan()).code).toBe(0);
  expect((await run('accept', '--remove', 'in/a.jpg', '--rule', 'metadata/location')).stdout).toMatch(/location\n$/);
  expect((await scan()).code).toBe(1);
});

it('offers the same finding in similar photos next to it, and records it only when told', async () => {
  const photo = readFileSync(samplePhoto('sample3'));
  const edit = Buffer.concat([photo, Buffer.from('\n')]);
  const cwd = folder({
    'in/a.jpg': photo,
    'in/copy.jpg': photo,
    'in/edit.jpg': edit,
    'in/other.jpg': await locatedJpeg(),
  });
  const env = { LENSCAP_DATA: join(cwd, 'data') };
  const named = ['accept', 'in/a.jpg', '--rule', 'person/face', '--similar'];
  const asked = await lenscap(named, { cwd, env });
  expect(asked.stdout).toMatch(/^(in\/a\.jpg: accepted: .*\n)+$/);
  // A copy has the same fingerprints, so that the decision covers it already.
  expect(asked.stderr).toMatch(/^(in\/edit\.jpg: similar: .*\n)+lenscap: .* not accepted; .*, add --yes\n/);
  const told = await lenscap([...named, '--yes'], { cwd, env });
  expect(told.stdout).toMatch(/^(in\/a\.jpg: accepted: .*\n)+(in\/edit\.jpg: accepted: .*\n)+$/);
});

it('a decision that has expired no longer counts', async () => {
  const { run, scan, decisions } = await start();
  await run('accept', 'in/a.jpg', '--rule', 'metadata', '--until', '2999-12-31');
  expect((await scan()).code).toBe(0);
  writeFileSync(decisions, readFileSync(decisions, 'utf8').replaceAll('2999-12-31', '2001-12-31'));
  expect((await scan()).code).toBe(1);
  expect((await run('accept', '--list')).stdout).toMatch(/expired on 2001-12-31/);
});

it('an edited photo is not accepted', async () => {
  const { cwd, run, scan } = await start();
  await run('accept', 'in/a.jpg', '--rule', 'metadata');
  writeFileSync(join(cwd, 'in', 'a.jpg'), Buffer.concat([readFileSync(join(cwd, 'in', 'a.jpg')), Buffer.from('\n')]));
  expect((await scan()).code).toBe(1);
});

it('two at once do not lose a decision', async () => {
  const { cwd, run, scan } = await start();
  writeFileSync(join(cwd, 'in', 'c.jpg'), Buffer.concat([readFileSync(join(cwd, 'in', 'a.jpg')), Buffer.from('\n')]));
  expect((await scan()).summary).toMatchObject({ flagged: 2 });
  await Promise.all(['in/a.jpg', 'in/c.jpg'].map((path) => run('accept', path, '--rule', 'metadata')));
  expect((await scan()).summary).toMatchObject({ flagged: 0, accepted: 2 });
});

it('a file of decisions that is damaged ends every run with exit code 2', async () => {
  const { run, decisions } = await start();
  await run('accept', 'in/a.jpg', '--rule', 'metadata');
  writeFileSync(decisions, readFileSync(decisions, 'utf8').slice(0, -9));
  for (const args of [
    ['scan', 'in'],
    ['check', 'in/b.jpg'],
    ['accept', 'in/b.jpg'],
    ['accept', '--list'],
  ]) {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^lenscap: decisions ".*decisions\.ndjson": its end is missing; restore it/);
  }
  expect((await run('doctor')).code).toBe(2);
});

it('what a baseline has is known: the photo stays flagged, and the exit code ignores it', async () => {
  const { cwd, run, scan } = await start();
  const { stdout } = await run('scan', 'in', '--only', 'metadata', '--format', 'json');
  writeFileSync(join(cwd, 'old.json'), stdout);
  const before = await scan('--baseline', 'old.json');
  expect(before.code).toBe(0);
  expect(before.photos[0]).toMatchObject({ verdict: 'flagged' });
  expect(before.photos[0]?.findings.every(({ known }) => known === true)).toBe(true);
  writeFileSync(join(cwd, 'in', 'c.jpg'), Buffer.concat([readFileSync(join(cwd, 'in', 'a.jpg')), Buffer.from('\n')]));
  expect((await scan('--baseline', 'old.json')).code).toBe(1);
  expect(await run('scan', 'in', '--baseline', 'none.json')).toMatchObject({ code: 2, stdout: '' });
});

it('refuses what makes no sense, and records nothing of a file that could not be examined', async () => {
  const { cwd, run, decisions } = await start();
  const refused = async (...args: string[]) => {
    const { code, stderr } = await run('accept', ...args);
    return [code, stderr.trim()];
  };
  expect(await refused()).toEqual([2, expect.stringMatching(/nothing to accept; name a folder or a file/)]);
  expect(await refused('in', '--rule', 'person/chlid')).toEqual([
    2,
    expect.stringMatching(/did you mean person\/child/),
  ]);
  expect(await refused('in', '--until', '2001-01-01')).toEqual([2, expect.stringMatching(/this day is over/)]);
  expect(await refused('--list', 'in')).toEqual([2, expect.stringMatching(/give it alone/)]);
  expect(await refused('--remove')).toEqual([2, expect.stringMatching(/name a file or a fingerprint/)]);
  expect(await refused('gone.jpg')).toEqual([2, expect.stringMatching(/gone\.jpg/)]);
  writeFileSync(join(cwd, 'in', 'e.jpg'), '');
  expect(await refused('in/e.jpg')).toEqual([3, expect.stringMatching(/e\.jpg: .*empty/)]);
  expect(existsSync(decisions)).toBe(false);
});
