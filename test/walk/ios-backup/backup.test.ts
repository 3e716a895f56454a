import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildBackup, hashedPath, hashOf, manifestTable, type PhoneFile } from '../../../fixtures/encode/backup.js';
import { problem } from '../../../src/messages/problems.js';
import { readFileNames } from '../../../src/walk/ios-backup/manifest.js';
import { unexamined } from '../../../src/workers/unexamined.js';
import { folder, put } from '../../helpers/folder.js';
import { eventsOf, inShort, JPEG, MP4, PDF } from '../events.js';

const photo: PhoneFile = { domain: 'CameraRollDomain', path: 'Media/DCIM/100APPLE/IMG_0001.JPG', bytes: JPEG };
const chat: PhoneFile = {
  domain: 'AppDomainGroup-group.net.whatsapp.WhatsApp.shared',
  path: 'Message/Media/a.jpg',
  bytes: JPEG,
};
const sound: PhoneFile = { domain: 'MediaDomain', path: 'Media/Recordings/1.m4a', bytes: MP4 };
const notes: PhoneFile = { domain: 'HomeDomain', path: 'Library/Notes/notes.sqlite', bytes: PDF };
const FILES = [photo, chat, sound, notes];
const LISTS = ['ignored db', 'ignored plist', 'ignored plist', 'ignored plist'];

async function met(root: string, from = root) {
  const events = await eventsOf(from);
  return { short: inShort(events, root).sort(), events };
}

async function originalsOf(root: string) {
  const { events } = await met(root);
  return events.flatMap((event) => (event.type === 'target' ? [event.target.originalPath] : [])).sort();
}

it('uses the phone’s names for the hashed files of a backup, and ignores files that are not photos by their name', async () => {
  const root = folder();
  await buildBackup(root, FILES);
  const { short } = await met(root);
  expect(short).toEqual([hashedPath(photo), hashedPath(chat), ...LISTS, 'ignored m4a', 'ignored sqlite'].sort());
  expect(await originalsOf(root)).toEqual([`${chat.domain}/${chat.path}`, photo.path]);
  expect(readdirSync(root).filter((name) => name.startsWith('Manifest'))).toEqual(['Manifest.db', 'Manifest.plist']);
});

it('counts archives by backup, not by its folders of hashed files', async () => {
  const root = folder();
  await buildBackup(root, FILES);
  const { events } = await met(root);
  const closed = events.flatMap((event) => (event.type === 'ignored' ? (event.notOpened ?? []) : []));
  expect(closed).toEqual([{ kind: 'pdf', folder: root }]);
});

it('finds the names if only a part of the backup is scanned, and if the table requires a journal', async () => {
  const root = folder();
  const table = await manifestTable(FILES);
  await buildBackup(root, FILES, { table: Buffer.from(table).fill(2, 18, 20) });
  const events = await eventsOf(join(root, hashedPath(photo)));
  expect(events).toMatchObject([{ type: 'target', target: { originalPath: photo.path } }]);
});

it('finds the names in a table without an index, and rejects a view that computes', async () => {
  const plain = folder();
  await buildBackup(plain, FILES, { table: await manifestTable(FILES, '') });
  expect(await originalsOf(plain)).toHaveLength(2);

  const { default: startSqlite } = await import('sql.js');
  const { Database } = await startSqlite();
  const database = new Database();
  database.run(
    `CREATE VIEW Files AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
     SELECT '' || i AS fileID, 'a' AS domain, 'b' AS relativePath FROM n`,
  );
  const hostile = folder();
  await buildBackup(hostile, FILES, { table: database.export() });
  const { short } = await met(hostile);
  expect(short).toContain('Manifest.db: backup-index-unreadable');
  expect(short).toContain(hashedPath(photo));
});

it.each([true, false])(
  'says once of an encrypted backup that none of it was examined (binary list: %s)',
  async (isBinaryPlist) => {
    const root = folder();
    const sealed = FILES.map((file) => ({ ...file, bytes: randomBytes(5000) }));
    await buildBackup(join(root, 'phone'), sealed, { isEncrypted: true, table: randomBytes(9000), isBinaryPlist });
    put(root, { 'a.jpg': JPEG });
    const { short } = await met(root);
    expect(short).toEqual(['a.jpg', 'phone: backup-encrypted', ...LISTS].sort());
    // It also works if the manifest itself is not walked.
    const [shard] = readdirSync(join(root, 'phone')).filter((name) => name.length === 2);
    expect((await met(root, join(root, 'phone', shard!))).short).toEqual(['phone: backup-encrypted']);
  },
);

it('treats photos of unknown content in an encrypted backup as encrypted, and examines decrypted ones', async () => {
  const root = folder();
  await buildBackup(root, [{ ...photo, bytes: randomBytes(5000) }, chat], { isEncrypted: true });
  const { short } = await met(root, root);
  expect(short.filter((line) => !line.startsWith('ignored'))).toEqual(
    [`${root}: backup-encrypted`, hashedPath(chat)].sort(),
  );
});

it('reports a damaged table and identifies files by content', async () => {
  const root = folder();
  await buildBackup(root, FILES, { table: randomBytes(9000) });
  const { short } = await met(root);
  expect(short.filter((line) => !line.startsWith('ignored'))).toEqual(
    ['Manifest.db: backup-index-unreadable', ...[photo, chat, sound].map(hashedPath)].sort(),
  );
  const cut = folder();
  await buildBackup(cut, FILES, { table: Buffer.from(await manifestTable(FILES)).subarray(0, 3000) });
  expect((await met(cut)).short).toContain('Manifest.db: backup-index-unreadable');
});

/** A table that opens although its rows were overwritten with 0xff. */
async function damagedWithin(files: readonly PhoneFile[]): Promise<Buffer> {
  const table = Buffer.from(await manifestTable(files));
  const page = table.readUInt16BE(16);
  // The first page holds the schema; the pages after it hold rows and the index.
  expect(table.length).toBeGreaterThan(page);
  return table.fill(0xff, page);
}

it('reports a table with damaged rows once and identifies files by content', async () => {
  const root = folder();
  await buildBackup(root, FILES, { table: await damagedWithin(FILES) });
  const { short } = await met(root);
  expect(short.filter((line) => !line.startsWith('ignored'))).toEqual(
    ['Manifest.db: backup-index-unreadable', ...[photo, chat, sound].map(hashedPath)].sort(),
  );
  expect(await originalsOf(root)).toEqual([undefined, undefined, undefined]);
});

it('throws on each search of a table that opens but has damaged rows', async () => {
  const table = join(folder({ 'Manifest.db': await damagedWithin(FILES) }), 'Manifest.db');
  const names = await readFileNames(table);
  for (const file of FILES) expect(() => names.pathOf(hashOf(file))).toThrow();
  names.close();
});

it.each([
  ['of another name', 'CREATE TABLE Photos (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT)'],
  ['without the phone’s path', 'CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT)'],
  [
    'that is a view of an indexed one',
    `CREATE TABLE Real (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT);
     CREATE VIEW Files AS SELECT * FROM Real AS Files`,
  ],
])('rejects a table %s', async (_what, schema) => {
  const { default: startSqlite } = await import('sql.js');
  const { Database } = await startSqlite();
  const database = new Database();
  database.exec(schema);
  const root = folder();
  await buildBackup(root, [photo], { table: database.export() });
  expect((await met(root)).short).toContain('Manifest.db: backup-index-unreadable');
  expect(await originalsOf(root)).toEqual([undefined]);
});

it('rejects a path that is longer than any on a phone', async () => {
  const { domain } = photo;
  const long = { ...photo, path: `Media/${'a'.repeat(4096 - domain.length - 6)}` };
  const longer = { ...photo, path: `${long.path}a` };
  const root = folder();
  await buildBackup(root, [long, longer]);
  const { short } = await met(root);
  expect(short).not.toContain('Manifest.db: backup-index-unreadable');
  expect(await originalsOf(root)).toEqual([long.path, undefined]);
});

it('ignores folders that only look like a backup', async () => {
  const name = hashedPath(photo);
  const root = folder({ 'Manifest.plist': PDF, [name]: JPEG, 'ab/notes.jpg': JPEG });
  expect((await met(root)).short).toEqual([name, 'ab/notes.jpg', 'ignored plist'].sort());
  await buildBackup(join(root, 'phone'), [photo]);
  put(root, { [join('phone', '00', name.slice(3))]: JPEG });
  // A hashed file in the wrong folder is not in the table.
  expect(await originalsOf(join(root, 'phone'))).toEqual([photo.path, undefined]);
});

it('dates a file by the phone’s own name', () => {
  const path = 'backup/a9/a993e364706816aba3e25717850c26c9cd0d89d0';
  const target = { path, bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const originalPath = 'AppDomain-x/Documents/IMG_20240101_101112.jpg';
  expect(unexamined({ ...target, originalPath }, problem(path, 'empty')).takenAt).toBe('2024-01-01T10:11:12');
});

it('handles several backups one after the other', async () => {
  const root = folder();
  for (const name of ['one', 'two', 'three']) {
    await buildBackup(join(root, name), [{ ...photo, path: `Media/${name}.JPG` }]);
  }
  expect(await originalsOf(root)).toEqual(['Media/one.JPG', 'Media/three.JPG', 'Media/two.JPG']);
});

it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'says where the table may not be read',
  async () => {
    const root = folder();
    await buildBackup(root, [photo]);
    chmodSync(join(root, 'Manifest.db'), 0o000);
    expect((await met(root)).short).toContain('Manifest.db: backup-index-unreadable');
    expect(existsSync(root)).toBe(true);
  },
);
