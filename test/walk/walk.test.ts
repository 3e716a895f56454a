import { chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { walk } from '../../src/walk/walk.js';
import { folder, put } from '../helpers/folder.js';
import { eventsOf, HEIC, inShort, JPEG, MP4, PDF } from './events.js';

const isWindows = process.platform === 'win32';
const EMPTY = Buffer.alloc(0);

async function met(root: string, more = {}): Promise<string[]> {
  return inShort(await eventsOf(root, more), root);
}

describe('a walk', () => {
  it('yields every file in every folder, by name, including hidden ones', async () => {
    const root = folder({
      'b.jpg': JPEG,
      'C.jpg': JPEG,
      'a/z.jpg': JPEG,
      'a/.hidden.jpg': JPEG,
      '.trash/x.jpg': JPEG,
      'a.jpg': JPEG,
    });
    expect(await met(root)).toEqual(['.trash/x.jpg', 'C.jpg', 'a/.hidden.jpg', 'a/z.jpg', 'a.jpg', 'b.jpg']);
  });

  it('yields the facts of a target', async () => {
    const root = folder({ 'IMG_0001.MOV': HEIC });
    utimesSync(join(root, 'IMG_0001.MOV'), 1_700_000_000, 1_700_000_000);
    expect(await eventsOf(root)).toEqual([
      {
        type: 'target',
        target: {
          path: join(root, 'IMG_0001.MOV'),
          bytes: HEIC.length,
          mtimeMs: 1_700_000_000_000,
          kind: 'image',
          mediaType: 'image/heic',
        },
      },
    ]);
  });

  it('yields targets without an extension, targets of unknown content, and ignored files by kind', async () => {
    const root = folder({ '0a1b2c': JPEG, 'broken.jpg': PDF, 'doc.PDF': PDF, noextension: PDF });
    expect(await met(root)).toEqual(['0a1b2c', 'broken.jpg', 'ignored pdf', 'ignored other']);
  });

  it('yields archives and PDF files with their folder', async () => {
    const root = folder({ 'a/scan.pdf': PDF, 'a/notes.txt': EMPTY, 'photos.ZIP': EMPTY });
    expect(await eventsOf(root)).toEqual([
      { type: 'ignored', kind: 'txt' },
      { type: 'ignored', kind: 'pdf', notOpened: { kind: 'pdf', folder: join(root, 'a') } },
      { type: 'ignored', kind: 'zip', notOpened: { kind: 'zip', folder: root } },
    ]);
    expect(await eventsOf(join(root, 'a', 'scan.pdf'))).toMatchObject([{ problem: { code: 'not-a-target' } }]);
  });

  it('accepts an empty file by its extension', async () => {
    const root = folder({ 'empty.jpg': EMPTY, empty: EMPTY });
    expect(await met(root)).toEqual(['ignored other', 'empty.jpg']);
  });

  it('accepts a DNG whose directory is far from its header', async () => {
    const dng = Buffer.alloc(9000);
    dng.write('II*\0', 'latin1');
    dng.writeUInt32LE(8000, 4);
    dng.writeUInt16LE(1, 8000);
    dng.writeUInt16LE(0xc612, 8002);
    const root = folder({ 'no-extension': dng });
    expect(await eventsOf(root)).toMatchObject([{ target: { kind: 'raw', mediaType: 'image/x-adobe-dng' } }]);
  });

  it('counts videos as ignored if they are skipped', async () => {
    const root = folder({ 'a.mp4': MP4, 'broken.mov': PDF, 'c.jpg': JPEG, 'is-a-heic.mov': HEIC });
    expect(await met(root, { videos: 'skip' })).toEqual(['ignored video', 'ignored video', 'c.jpg', 'is-a-heic.mov']);
    expect(await met(root)).toEqual(['a.mp4', 'broken.mov', 'c.jpg', 'is-a-heic.mov']);
  });

  it('yields paths that begin with the argument as given', async () => {
    const root = folder({ 'DCIM/a.jpg': JPEG });
    const here = process.cwd();
    process.chdir(root);
    try {
      const paths = async (given: string) => inShort(await eventsOf(given), '');
      expect(await paths('DCIM')).toEqual([join('DCIM', 'a.jpg')]);
      expect(await paths('DCIM/')).toEqual(['DCIM/a.jpg']);
      expect(await paths('./DCIM//')).toEqual(['./DCIM//a.jpg']);
      expect(await paths('DCIM/a.jpg')).toEqual(['DCIM/a.jpg']);
      expect(await paths('.')).toEqual([join('DCIM', 'a.jpg')]);
    } finally {
      process.chdir(here);
    }
  });

  it('the path of what is in . has no ./, unless its name begins with -', async () => {
    const root = folder({ '-a.jpg': JPEG, '-b/c.jpg': JPEG, 'd.jpg': JPEG, 'e/-f.jpg': JPEG });
    const here = process.cwd();
    process.chdir(root);
    try {
      expect(inShort(await eventsOf('.'), '')).toEqual([
        `.${sep}-a.jpg`,
        `.${sep}${join('-b', 'c.jpg')}`,
        'd.jpg',
        join('e', '-f.jpg'),
      ]);
    } finally {
      process.chdir(here);
    }
  });

  it.skipIf(isWindows)('keeps names with newlines and control characters unchanged', async () => {
    const names = ['a\nb.jpg', 'tab\t.jpg', '\x1b[31m.jpg', ' space .jpg', 'e\u0301.jpg', '\ud83d\udcf7.jpg'];
    const root = folder(Object.fromEntries(names.map((name) => [name, JPEG])));
    expect(new Set(await met(root))).toEqual(new Set(names));
  });

  it.skipIf(process.platform !== 'linux')(
    'names that are not UTF-8 are problems where they may hide a target',
    async () => {
      const root = folder();
      const raw = (name: string) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')]);
      writeFileSync(raw('caf\xe9.jpg'), JPEG);
      writeFileSync(raw('\xff-notes.txt'), PDF);
      writeFileSync(raw('\xff\xfe'), JPEG);
      mkdirSync(raw('album\xe9'));
      expect(await met(root)).toEqual([
        'ignored txt',
        '\\xff\\xfe: name-not-utf8',
        'album\\xe9: name-not-utf8',
        'caf\\xe9.jpg: name-not-utf8',
      ]);
    },
  );
});

describe('links', () => {
  it.skipIf(isWindows)('never cause a loop', async () => {
    const root = folder({ 'a/b/x.jpg': JPEG });
    symlinkSync('..', join(root, 'a/b/up'));
    symlinkSync(root, join(root, 'a/self'));
    expect(await met(root)).toEqual(['a/b/x.jpg']);
  });

  it.skipIf(isWindows)('to the parent folder are walked once', async () => {
    const outer = folder({ 'inner/a.jpg': JPEG, 'other/b.jpg': JPEG });
    symlinkSync('..', join(outer, 'inner/up'));
    symlinkSync('../inner', join(outer, 'other/back'));
    const root = join(outer, 'inner');
    expect(await met(root)).toEqual(['a.jpg', 'up/other/b.jpg']);
  });

  it.skipIf(isWindows)('are followed out of the folder, once for each file and folder', async () => {
    const outside = folder({ 'x.jpg': JPEG, 'album/y.jpg': JPEG });
    const root = folder({ 'own.jpg': JPEG });
    symlinkSync(join(outside, 'x.jpg'), join(root, 'a-link'));
    symlinkSync(join(outside, 'x.jpg'), join(root, 'b-link'));
    symlinkSync(join(outside, 'album/y.jpg'), join(root, 'c-link'));
    symlinkSync(join(outside, 'album'), join(root, 'd-album'));
    symlinkSync(outside, join(root, 'e-outside'));
    expect(await met(root)).toEqual(['a-link', 'c-link', 'own.jpg']);
    rmSync(join(root, 'c-link'));
    expect(await met(root)).toEqual(['a-link', 'd-album/y.jpg', 'own.jpg']);
  });

  it.skipIf(isWindows)('within the folder are skipped in favour of the file itself', async () => {
    const root = folder({ 'z.jpg': JPEG, 'deep/y.jpg': JPEG });
    symlinkSync('z.jpg', join(root, 'a.jpg'));
    symlinkSync('deep', join(root, 'b'));
    expect(await met(root)).toEqual(['deep/y.jpg', 'z.jpg']);
  });

  it.skipIf(isWindows)('to missing files and to each other are problems', async () => {
    const root = folder({ 'z.jpg': JPEG });
    symlinkSync('nowhere', join(root, 'broken'));
    symlinkSync('loop-b', join(root, 'loop-a'));
    symlinkSync('loop-a', join(root, 'loop-b'));
    symlinkSync('z.jpg/inside', join(root, 'through-a-file'));
    expect(await met(root)).toEqual([
      'broken: link-broken',
      'loop-a: link-broken',
      'loop-b: link-broken',
      'through-a-file: link-broken',
      'z.jpg',
    ]);
  });

  it('that are hard links are two files: either can be uploaded', async () => {
    const root = folder({ 'a.jpg': JPEG });
    linkSync(join(root, 'a.jpg'), join(root, 'b.jpg'));
    expect(await met(root)).toEqual(['a.jpg', 'b.jpg']);
  });
});

describe('named paths', () => {
  it('that overlap report each file once', async () => {
    const root = folder({ 'a/x.jpg': JPEG, 'a/y.jpg': JPEG, 'b.jpg': JPEG });
    const at = (name: string) => join(root, name);
    const roots = [at('a'), root, at('a/x.jpg'), at('b.jpg'), at('b.jpg'), root];
    const found = inShort(await eventsOf(roots), root);
    expect(found.sort()).toEqual(['a/x.jpg', 'a/y.jpg', 'b.jpg']);
    expect(inShort(await eventsOf(roots.reverse()), root).sort()).toEqual(found);
  });

  it('that are not targets are problems, also within a named folder', async () => {
    const root = folder({ 'doc.pdf': PDF, 'other.pdf': PDF, 'x.jpg': JPEG });
    const events = await eventsOf([root, join(root, 'doc.pdf')]);
    expect(inShort(events, root)).toEqual(['ignored pdf', 'x.jpg', 'doc.pdf: not-a-target']);
  });

  it.skipIf(isWindows)('may be links', async () => {
    const outside = folder({ 'x.jpg': JPEG, 'y.jpg': JPEG });
    const root = folder();
    symlinkSync(outside, join(root, 'album'));
    symlinkSync(join(outside, 'x.jpg'), join(root, 'photo'));
    const found = inShort(await eventsOf([join(root, 'album'), join(root, 'photo'), outside]), root);
    expect(found).toEqual(['album/y.jpg', 'photo']);
  });

  it('that do not exist are refused before the walk begins', async () => {
    const root = folder({ 'x.jpg': JPEG });
    const events = walk({
      roots: [root, join(root, 'gone\n')],
      filesFrom: null,
      isNullSeparated: false,
      videos: 'auto',
    });
    const error = await events.next().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(/gone\\n": no such file or folder exists/);
    expect((error as UsageError).message).not.toContain('\n');
  });

  it('below a file is as missing as any other', async () => {
    const root = folder({ 'a.jpg': JPEG });
    await expect(eventsOf([join(root, 'a.jpg', 'b')])).rejects.toThrow(/b": no such file or folder exists/);
  });

  it('may be empty: then there are no events', async () => {
    expect(await eventsOf([])).toEqual([]);
  });
});

describe('a list of paths', () => {
  it('is read line by line', async () => {
    const root = folder({ 'a.jpg': JPEG, 'b/c.jpg': JPEG, 'doc.pdf': PDF });
    const list = ['a.jpg', '', 'b', 'missing.jpg', 'doc.pdf', 'b/c.jpg', 'a.jpg'].map(
      (name) => name && join(root, name),
    );
    put(root, { 'list.txt': Buffer.from(list.join('\n')) });
    expect(inShort(await eventsOf([], { filesFrom: join(root, 'list.txt') }), root)).toEqual([
      'a.jpg',
      'b/c.jpg',
      'missing.jpg: not-found',
      'doc.pdf: not-a-target',
    ]);
  });

  it.skipIf(isWindows)('is split at NUL from standard input, whatever the chunks are', async () => {
    const root = folder({ 'a\nb.jpg': JPEG, '\u00e9.jpg': JPEG });
    const list = Buffer.from(`${root}/a\nb.jpg\0${root}/\u00e9.jpg\0`);
    for (const cut of [1, 7, list.length]) {
      const pieces = Array.from({ length: Math.ceil(list.length / cut) }, (_, i) =>
        list.subarray(i * cut, (i + 1) * cut),
      );
      const stdin = Readable.from(pieces, { objectMode: true });
      const events = await eventsOf([], { filesFrom: '-', isNullSeparated: true, stdin });
      expect(inShort(events, root)).toEqual(['a\nb.jpg', '\u00e9.jpg']);
    }
  });

  it('comes after the named paths and may overlap with them', async () => {
    const root = folder({ 'a/x.jpg': JPEG, 'b.jpg': JPEG });
    const stdin = Readable.from([Buffer.from(`${join(root, 'a/x.jpg')}\n${join(root, 'b.jpg')}\n${root}\n`)]);
    expect(inShort(await eventsOf(join(root, 'a'), { filesFrom: '-', stdin }), root)).toEqual(['a/x.jpg', 'b.jpg']);
  });

  it('may hold entries that are not paths', async () => {
    const stdin = Readable.from([Buffer.from('a\0b.jpg\n'), Buffer.from('caf\xe9.jpg\n', 'latin1')]);
    expect(inShort(await eventsOf([], { filesFrom: '-', stdin }), '')).toEqual([
      'a\0b.jpg: not-found',
      'caf\\xe9.jpg: name-not-utf8',
    ]);
  });

  it('is refused if its content is not a list', async () => {
    const root = folder({ 'list.txt': Buffer.alloc(200_000, 'x') });
    const reading = (filesFrom: string) => eventsOf([], { filesFrom });
    await expect(reading(join(root, 'list.txt'))).rejects.toThrow(/longer than any path; give -0/);
    await expect(reading(join(root, 'gone.txt'))).rejects.toThrow(/there is no such file/);
    await expect(reading(root)).rejects.toThrow(/this is a folder/);
  });
});

/**
 * Root ignores permissions, so the test drops to an unprivileged user for the duration of `work`.
 */
async function withoutPrivileges<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0 || !process.seteuid) return work();
  process.seteuid(65_534);
  try {
    return await work();
  } finally {
    process.seteuid(0);
  }
}

describe.skipIf(isWindows)('without permission', () => {
  it('a folder is a problem, and the walk continues', async () => {
    const root = folder({ 'a/x.jpg': JPEG, 'b/y.jpg': JPEG, 'c.jpg': JPEG });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'a'), 0o000);
    expect(await withoutPrivileges(() => met(root))).toEqual(['a: folder-unreadable', 'b/y.jpg', 'c.jpg']);
    expect(inShort(await withoutPrivileges(() => eventsOf(join(root, 'a'))), root)).toEqual(['a: folder-unreadable']);
    chmodSync(join(root, 'a'), 0o755);
  });

  it('a path in a folder that cannot be entered is called neither file nor folder', async () => {
    const root = folder({ 'a/x.jpg': JPEG });
    const path = join(root, 'a', 'x.jpg');
    chmodSync(root, 0o755);
    chmodSync(join(root, 'a'), 0o000);
    expect(inShort(await withoutPrivileges(() => eventsOf(path)), root)).toEqual(['a/x.jpg: path-unreadable']);
    chmodSync(join(root, 'a'), 0o755);
  });

  it('a folder can be listed but not entered', async () => {
    const root = folder({ 'a/x.jpg': JPEG, 'a/notes': PDF });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'a'), 0o444);
    expect(await withoutPrivileges(() => met(root))).toEqual(['a/notes: file-unreadable', 'a/x.jpg: file-unreadable']);
    chmodSync(join(root, 'a'), 0o755);
  });

  it('a file is a target by its extension, because it counts as not examined; otherwise a problem', async () => {
    const root = folder({ 'x.jpg': JPEG, blob: JPEG, 'z.jpg': JPEG });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'x.jpg'), 0o000);
    chmodSync(join(root, 'blob'), 0o000);
    const events = await withoutPrivileges(() => eventsOf(root));
    expect(inShort(events, root)).toEqual(['blob: file-unreadable', 'x.jpg', 'z.jpg']);
    expect(events[1]).toMatchObject({ target: { bytes: JPEG.length, mediaType: 'application/octet-stream' } });
  });
});

it('a file that vanishes during the walk is a problem', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `${String(i).padStart(2, '0')}.jpg`);
  const root = folder({ ...Object.fromEntries(names.map((name) => [name, JPEG])), 'zz/x.jpg': JPEG });
  const events = walk({ roots: [root], filesFrom: null, isNullSeparated: false, videos: 'auto' });
  const found = [(await events.next()).value];
  rmSync(join(root, '39.jpg'));
  rmSync(join(root, 'zz'), { recursive: true });
  for await (const event of events) found.push(event);
  expect(inShort(found, root).slice(-2)).toEqual(['39.jpg: vanished', 'zz: vanished']);
  expect(found).toHaveLength(41);
});

it('a walk that is stopped early closes all files', async () => {
  const root = folder(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.jpg`, JPEG])));
  for await (const event of walk({ roots: [root], filesFrom: null, isNullSeparated: false, videos: 'auto' })) {
    expect(event.type).toBe('target');
    break;
  }
  rmSync(root, { recursive: true });
});
