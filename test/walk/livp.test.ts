import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ZippedFile, zip } from '../../fixtures/encode/zip.js';
import { PhotoError } from '../../src/errors.js';
import type { ScanTarget } from '../../src/types/target.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { openTarget } from '../../src/workers/open-target.js';
import { folder } from '../helpers/folder.js';
import { locatedJpeg } from '../helpers/plain-photos.js';
import { header, video } from '../helpers/video-boxes.js';
import { eventsOf, inShort } from './events.js';

const MOVIE = video(header(1_750_000_000));

async function targetsIn(files: readonly ZippedFile[]): Promise<readonly ScanTarget[]> {
  const events = await eventsOf(folder({ 'IMG_1.livp': zip(files) }));
  return events.flatMap((event) => (event.type === 'target' ? [event.target] : []));
}

async function problemOf(target: ScanTarget | undefined): Promise<string> {
  if (!target) return 'no target';
  const opened = await openTarget(target, NO_VIDEOS).catch((error: unknown) => error);
  return opened instanceof PhotoError ? opened.code : 'none';
}

describe('a Live Photo in a ZIP', () => {
  it.each([false, true])('is a still and a video, and both are opened (packed: %s)', async (isPacked) => {
    const still = await locatedJpeg();
    const targets = await targetsIn([
      { name: 'IMG_1.HEIC.JPG', data: still, isPacked },
      { name: 'IMG_1.MOV', data: MOVIE, isPacked },
    ]);
    expect(targets.map(({ path, kind, bytes }) => [path.split(/[\\/]/).slice(-2).join('/'), kind, bytes])).toEqual([
      ['IMG_1.livp/IMG_1.HEIC.JPG', 'image', still.length],
      ['IMG_1.livp/IMG_1.MOV', 'video', MOVIE.length],
    ]);
    const [photo, movie] = await Promise.all(targets.map((target) => openTarget(target, NO_VIDEOS)));
    expect((await photo?.photo.pixels())?.width).toBeGreaterThan(0);
    expect((await photo?.photo.metadata())?.location).not.toBeNull();
    expect((await movie?.photo.metadata())?.takenAt?.value).toContain('2025-06-15');
  });

  it('without a photo, damaged, or of more files than a photo has is one target that is not examined', async () => {
    const note = { name: 'note.txt', data: Buffer.from('hello') };
    const many = Array.from({ length: 17 }, (_, index) => ({ name: `${index}.jpg`, data: Buffer.from('x') }));
    const whole = zip([note]);
    for (const bytes of [whole, whole.subarray(0, whole.length - 30), zip(many)]) {
      const root = folder({ 'IMG_1.livp': bytes });
      const events = await eventsOf(root);
      expect(inShort(events, root)).toEqual(['IMG_1.livp']);
      const [event] = events;
      expect(await problemOf(event?.type === 'target' ? event.target : undefined)).toBe('corrupt');
    }
  });

  it('that unpacks to more than it states, or to far more than its size, is not examined', async () => {
    const bomb = Buffer.alloc(5_000_000);
    const [large] = await targetsIn([{ name: 'a.jpg', data: bomb, isPacked: true }]);
    expect(await problemOf(large)).toBe('corrupt');
    const [wrong] = await targetsIn([{ name: 'a.jpg', data: await locatedJpeg(), isPacked: true, statedBytes: 99 }]);
    expect(await problemOf(wrong)).toBe('corrupt');
  });

  it('is opened by its name only: other archives are counted as not opened', async () => {
    const root = folder({ 'photos.zip': zip([{ name: 'a.jpg', data: await locatedJpeg() }]) });
    expect(await eventsOf(root)).toEqual([
      { type: 'ignored', kind: 'zip', notOpened: { kind: 'zip', folder: join(root) } },
    ]);
  });
});
