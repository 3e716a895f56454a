// The metadata of a video from the disk: the same as from memory, and how errors of the disk are
// reported.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { box } from '../../fixtures/encode/boxes.js';
import { readVideo as readFromDisk } from '../../src/video/read-metadata.js';
import { folder } from '../helpers/folder.js';
import { keyed, listed, readVideo, video } from '../helpers/video-boxes.js';

const BYTES = Buffer.concat([
  box('free', Buffer.alloc(10_000)),
  video(keyed({ 'com.apple.quicktime.make': 'Apple' }), box('udta', listed({ '©nam': 'the garden' }))),
]);

const written = (bytes: Uint8Array) => join(folder({ 'a.mp4': bytes }), 'a.mp4');

describe('a video on the disk', () => {
  it('states what the same bytes state in memory', async () => {
    const found = await readFromDisk(written(BYTES), 'video/mp4');
    expect(found).toEqual(await readVideo(BYTES));
    expect(found).toMatchObject({ device: { make: 'Apple' }, isComplete: true });
  });

  it.each([
    ['that is gone', 'gone.mp4', { code: 'vanished' }],
    ['that is a folder', '', { code: 'unread', detail: 'EISDIR' }],
  ])('%s is a problem of the disk, not of the video', async (_what, name, problem) => {
    await expect(readFromDisk(join(folder(), name), 'video/mp4')).rejects.toMatchObject({
      name: 'PhotoError',
      ...problem,
    });
  });

  it.skipIf(!existsSync('/proc/self/fd'))('is closed again, whatever its content', async () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();
    for (let time = 0; time < 20; time++) {
      await readFromDisk(written(BYTES), 'video/mp4');
      await expect(readFromDisk(written(Buffer.alloc(9)), 'video/mp4')).rejects.toMatchObject({
        code: 'metadata-unreadable',
      });
    }
    expect(open() - before).toBeLessThan(10);
  });
});
