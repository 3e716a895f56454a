import { existsSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { folder, put } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';
import { found, laterOn, open, resultOf, targetIn, troubled } from './helpers.js';

const JPEG = await plainJpeg();

/** A photo with this content after its end. */
function photo(content: string): Buffer {
  return Buffer.concat([JPEG, Buffer.from(content)]);
}

/** A folder with photos, and a folder for the cache. */
function setUp(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = folder(files);
  return { root, store: join(folder(), 'cache') };
}

/** Keeps a result of each of these photos. */
async function scanned(root: string, store: string, names: readonly string[], more = {}) {
  const opened = await open(store, more);
  for (const name of names) await opened.cache.keep(resultOf(await targetIn(root, name, opened)));
  opened.cache.close();
}

describe('a file that did not change', () => {
  it('is not read again', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a') });
    laterOn();
    await scanned(root, store, ['a.jpg']);
    const opened = await open(store);
    const target = await targetIn(root, 'a.jpg', opened);
    rmSync(target.path);
    expect(await opened.cache.find(target)).toMatchObject({ target, width: 320, examination: 'full' });
  });

  it('is read where it had just been written when it was scanned', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a') });
    await scanned(root, store, ['a.jpg']);
    const opened = await open(store);
    const target = await targetIn(root, 'a.jpg', opened);
    expect(opened.cache.isKnown(target)).toBe(false);
    expect(await opened.cache.find(target)).not.toBeNull();
    rmSync(target.path);
    expect(await opened.cache.find(target)).toBeNull();
  });

  it('is read by check and with --verify', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a') });
    laterOn();
    await scanned(root, store, ['a.jpg']);
    const opened = await open(store, { isHashed: true });
    const target = await targetIn(root, 'a.jpg', opened);
    expect(await opened.cache.find(target)).not.toBeNull();
    rmSync(target.path);
    expect(await opened.cache.find(target)).toBeNull();
  });
});

describe('a file that changed', () => {
  it('is examined anew, also with the same size and time', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('one') });
    laterOn();
    await scanned(root, store, ['a.jpg']);
    const path = join(root, 'a.jpg');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, photo('two'));
    utimesSync(path, atime, mtime);
    const opened = await open(store);
    expect(await opened.cache.find(await targetIn(root, 'a.jpg', opened))).toBeNull();
  });

  it('is not kept where it changed while it was examined', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('one') });
    const opened = await open(store);
    const target = await targetIn(root, 'a.jpg', opened);
    const result = resultOf(target);
    writeFileSync(target.path, photo('other'));
    await opened.cache.keep(result);
    writeFileSync(target.path, photo('one'));
    expect(await opened.cache.find(await targetIn(root, 'a.jpg', opened))).toBeNull();
  });

  it.each([
    ['its sidecar', 'a.xmp', '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>', '<x:xmpmeta xmlns:x="adobe:ns:meta/" />'],
    ['the video of a Live Photo', 'A.mov', 'one', 'two'],
  ])('or of which %s changed', async (_what, name, before, after) => {
    const { root, store } = setUp({ 'a.jpg': photo('a'), [name]: before });
    laterOn();
    await scanned(root, store, ['a.jpg']);
    const find = async () => {
      const opened = await open(store);
      return opened.cache.find(await targetIn(root, 'a.jpg', opened));
    };
    expect(await find()).not.toBeNull();
    put(root, { [name]: after });
    expect(await find()).toBeNull();
    rmSync(join(root, name));
    expect(await find()).toBeNull();
  });
});

describe('a file that was renamed or copied', () => {
  it('has the same result, with its own name', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a') });
    const first = await open(store);
    const target = await targetIn(root, 'a.jpg', first);
    await first.cache.keep(resultOf(target, { examination: 'partial', problems: [problem(target.path, 'truncated')] }));
    renameSync(target.path, join(root, 'IMG_20240102_030405.jpg'));
    const renamed = await targetIn(root, 'IMG_20240102_030405.jpg', first);
    expect(await first.cache.find(renamed)).toMatchObject({
      target: renamed,
      takenAt: '2024-01-02T03:04:05',
      takenAtSource: 'filename',
      problems: [{ path: renamed.path, code: 'truncated' }],
    });
  });

  it('is examined where its extension makes it another kind', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a') });
    await scanned(root, store, ['a.jpg']);
    renameSync(join(root, 'a.jpg'), join(root, 'a.jpg.part'));
    const opened = await open(store);
    expect(await opened.cache.find(await targetIn(root, 'a.jpg.part', opened))).toBeNull();
  });

  it('has the problems of its sidecar under the new name', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a'), 'a.xmp': 'x' });
    const opened = await open(store);
    await opened.cache.keep(troubled(await targetIn(root, 'a.jpg', opened), 'place-unread', join(root, 'a.xmp')));
    renameSync(join(root, 'a.jpg'), join(root, 'b.jpg'));
    renameSync(join(root, 'a.xmp'), join(root, 'b.xmp'));
    const result = await opened.cache.find(await targetIn(root, 'b.jpg', opened));
    expect(result?.problems.map(({ path }) => path)).toEqual([join(root, 'b.xmp')]);
  });
});

describe('never kept as final', () => {
  it.each(['time-limit', 'crashed', 'detector-failed', 'sidecar-unreadable', 'film-unreadable'] as const)(
    '%s',
    async (code) => {
      const { root, store } = setUp({ 'a.jpg': photo('a') });
      const opened = await open(store);
      const target = await targetIn(root, 'a.jpg', opened);
      await opened.cache.keep(troubled(target, code));
      expect(await opened.cache.find(target)).toBeNull();
      await opened.cache.keep(troubled(target, 'truncated'));
      expect(await opened.cache.find(target)).not.toBeNull();
    },
  );

  it('frames for want of ffmpeg, unless they are not wanted', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a') });
    const kept = async (videoSettings: { ffmpeg: string | null; isLeftOut: boolean }) => {
      const opened = await open(store, { videoSettings: { ...videoSettings, frames: 8 } });
      const target = await targetIn(root, 'a.jpg', opened);
      await opened.cache.keep(troubled(target, 'motion-video-unseen'));
      return (await opened.cache.find(target)) !== null;
    };
    expect(await kept({ ffmpeg: null, isLeftOut: false })).toBe(false);
    expect(await kept({ ffmpeg: null, isLeftOut: true })).toBe(true);
  });
});

describe('the settings of the examination', () => {
  it.each([
    ['fast', { isFast: true }],
    ['the engine', { engine: 'tfjs' }],
    ['the number of frames', { videoSettings: { ffmpeg: null, frames: 9, isLeftOut: false } }],
    ['frames left out', { videoSettings: { ffmpeg: null, frames: 8, isLeftOut: true } }],
    ['another detector', { detectors: ['metadata', 'faces', 'codes'] }],
  ] as const)('%s need another examination', async (_what, more) => {
    const { root, store } = setUp({ 'a.jpg': photo('a') });
    await scanned(root, store, ['a.jpg']);
    const opened = await open(store, more);
    expect(await opened.cache.find(await targetIn(root, 'a.jpg', opened))).toBeNull();
  });

  it('fewer detectors need none, and what the others found is not found', async () => {
    const { root, store } = setUp({ 'a.jpg': photo('a'), 'b.jpg': photo('b') });
    const first = await open(store);
    const detections = [found('metadata', 'location'), found('faces', 'face')];
    const hash = '0123456789abcdef';
    await first.cache.keep(resultOf(await targetIn(root, 'a.jpg', first), { detections, hash }));
    await first.cache.keep(troubled(await targetIn(root, 'b.jpg', first), 'truncated'));
    const opened = await open(store, { detectors: ['metadata'] });
    const result = await opened.cache.find(await targetIn(root, 'a.jpg', opened));
    // Without a detector that sees the picture, a worker would not have decoded it.
    expect(result).toMatchObject({ detections: [detections[0]], width: null, height: null, hash: null });
    // The problem may be that of a detector that is not needed now.
    expect(await opened.cache.find(await targetIn(root, 'b.jpg', opened))).toBeNull();
  });
});

it('what a comparison found needs another examination where nothing else sees the picture', async () => {
  const { root, store } = setUp({ 'a.jpg': photo('a'), 'b.jpg': photo('b') });
  const detectors = ['faces', 'embedded-original'];
  const first = await open(store, { detectors });
  const detections = [found('embedded-original', 'other-content')];
  await first.cache.keep(resultOf(await targetIn(root, 'a.jpg', first), { detections }));
  await first.cache.keep(resultOf(await targetIn(root, 'b.jpg', first)));
  const find = async (name: string, needed: readonly string[]) => {
    const opened = await open(store, { detectors: needed });
    return opened.cache.find(await targetIn(root, name, opened));
  };
  expect(await find('a.jpg', ['embedded-original'])).toBeNull();
  expect(await find('b.jpg', ['embedded-original'])).not.toBeNull();
  expect(await find('a.jpg', detectors)).not.toBeNull();
});

it('forgets files that are gone when their folder is scanned again', async () => {
  const { root, store } = setUp({ 'a.jpg': photo('a'), 'b.jpg': photo('b'), 'c.txt': 'c' });
  await scanned(root, store, ['a.jpg', 'b.jpg']);
  rmSync(join(root, 'a.jpg'));
  const opened = await open(store);
  await targetIn(root, 'b.jpg', opened);
  opened.cache.forgetGone([root]);
  put(root, { 'a.jpg': photo('a') });
  expect(
    opened.cache.files.recall(join(root, 'a.jpg'), 'a.jpg', await opened.cache.files.factsOf(join(root, 'a.jpg'))),
  ).toBeNull();
  expect(existsSync(join(root, 'b.jpg'))).toBe(true);
});
