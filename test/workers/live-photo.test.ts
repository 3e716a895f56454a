// A still and a video form one Live Photo if they share an identifier or the time. The same name
// alone is not enough.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { container } from '../../src/detectors/container/index.js';
import type { DetectContext } from '../../src/detectors/detector.js';
import { addWords } from '../../src/findings/add-words.js';
import { evaluate } from '../../src/rules/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { openTarget } from '../../src/workers/open-target.js';
import { folder } from '../helpers/folder.js';
import { exifSegment, jpegWith, tiff } from '../helpers/metadata-files.js';
import { keyed, video } from '../helpers/video-boxes.js';

const ONE = '1745E022-9';
const OTHER = 'AAAAAAAA-9';

/**
 * An iPhone JPEG.
 * @param id ten characters in its maker note
 */
function still(id: string | null, taken = '2025:06:01 18:02:11'): Promise<Buffer> {
  const note = Buffer.concat([
    Buffer.from('Apple iOS\0\0\x01MM', 'latin1'),
    Buffer.from([0, 1, 0, 0x11, 0, 2, 0, 0, 0, 10, 0, 0, 0, 32, 0, 0, 0, 0]),
    Buffer.from(`${id}\0`, 'latin1'),
  ]);
  const exif = [[0x9003, 'ascii', taken] as const, ...(id === null ? [] : [[0x927c, 'bytes', note] as const])];
  return jpegWith(exifSegment(tiff([[0x010f, 'ascii', 'Apple']], { 34665: exif })));
}

const clip = (id: string | null, taken: string) =>
  video(
    keyed({
      ...(id === null ? {} : { 'com.apple.quicktime.content.identifier': id }),
      'com.apple.quicktime.creationdate': taken,
    }),
  );

async function findings(photo: Buffer, beside: Buffer, name = 'IMG_1.MOV') {
  const path = join(folder({ [name]: beside }), 'IMG_1.JPG');
  writeFileSync(path, photo);
  const target = { path, bytes: photo.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const opened = await openTarget(target, NO_VIDEOS);
  const detections = await container.detect(opened.photo, {} as DetectContext);
  return addWords(evaluate(detections, RULES)).map(({ rule, proved, detail }) => [rule, proved, detail]);
}

const pair = (proved: boolean, { length }: Buffer) => [
  ['metadata/hidden-media', proved, `the video of this Live Photo, stored next to it (${length} bytes)`],
];

const THEN = '2025-06-01T18:02:10+0200';
const YEARS_BEFORE = '2021-06-01T18:02:10+0200';

describe('a video alongside a still', () => {
  it('with the same identifier is proved to belong to it, whatever its time and the case of its extension', async () => {
    const beside = clip(ONE, YEARS_BEFORE);
    expect(await findings(await still(ONE), beside)).toEqual(pair(true, beside));
    expect(await findings(await still(ONE), beside, 'IMG_1.mp4')).toEqual(pair(true, beside));
  });

  it('with the same time probably belongs to it if one of them has lost its identifier', async () => {
    const beside = clip(null, THEN);
    expect(await findings(await still(ONE), beside)).toEqual(pair(false, beside));
    expect(await findings(await still(null), beside)).toEqual(pair(false, beside));
  });

  it.each([
    ['another identifier', clip(OTHER, THEN)],
    ['a time years apart', clip(null, YEARS_BEFORE)],
    ['no time and no identifier', video()],
    ['no video in it', Buffer.from('not a video')],
  ])('does not belong to it: %s', async (_, beside) => {
    expect(await findings(await still(ONE), beside)).toEqual([]);
  });

  it('with another name is not considered', async () => {
    expect(await findings(await still(ONE), clip(ONE, THEN), 'IMG_2.MOV')).toEqual([]);
  });
});
