// For any bytes, an examination settles with a result that states what could not be examined.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { identify } from '../../src/formats/identify.js';
import { createEngine } from '../../src/inference/index.js';
import type { PhotoResult } from '../../src/types/photo.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { type ExamineContext, examine } from '../../src/workers/examine.js';
import { folder } from '../helpers/folder.js';
import { locatedJpeg } from '../helpers/plain-photos.js';
import { ROOT } from '../helpers/root.js';
import { keyed, video } from '../helpers/video-boxes.js';

const DETECTORS = await loadDetectors();

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let context: ExamineContext;
beforeAll(async () => {
  context = {
    engine: await createEngine('onnx'),
    detectors: DETECTORS,
    isFast: true,
    isValueShown: false,
    videos: NO_VIDEOS,
  };
});

async function examineBytes(bytes: Uint8Array, name = 'a.jpg'): Promise<PhotoResult> {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  const known = identify(bytes.subarray(0, 4096), name) ?? {
    kind: name.endsWith('.mp4') ? ('video' as const) : ('image' as const),
    mediaType: 'application/octet-stream',
  };
  return examine({ path, bytes: bytes.length, mtimeMs: 0, ...known }, context);
}

describe('an examination', () => {
  it('of damaged bytes settles, and is full exactly if there is no problem', async () => {
    const whole = await locatedJpeg();
    const cuts = fc.record({
      at: fc.nat(whole.length - 1),
      values: fc.uint8Array({ minLength: 1, maxLength: 12 }),
      length: fc.integer({ min: 0, max: whole.length }),
    });
    await fc.assert(
      fc.asyncProperty(cuts, async ({ at, values, length }) => {
        const bytes = Buffer.from(whole);
        bytes.set(values.subarray(0, whole.length - at), at);
        const result = await examineBytes(bytes.subarray(0, length));
        expect(result.examination === 'full').toBe(result.problems.length === 0);
        if (length < whole.length - 2) expect(result.examination).not.toBe('full');
      }),
      { numRuns: 40 },
    );
  });

  it('never returns a raw value, neither as evidence nor in a problem', async () => {
    const bytes = await sharp(await locatedJpeg())
      .withExif({
        IFD0: { Artist: 'Quillfjord Vyxanda' },
        IFD2: { BodySerialNumber: 'KZ7QXW9MVT' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '44/1 10/1 2590/100',
          GPSLongitudeRef: 'E',
          GPSLongitude: '5/1 16/1 4347/100',
        },
      })
      .toBuffer();
    const crossing = JSON.stringify(await examineBytes(bytes));
    expect(crossing).toMatch(/"latitude":44\.2/);
    for (const secret of ['Quillf', 'Vyxand', 'KZ7QXW', '44.173', '5.278']) expect(crossing).not.toContain(secret);
  });

  it('gives one problem if the picture cannot be decoded, and is `none` if nothing else was found', async () => {
    const result = await examineBytes(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300, 7)]));
    expect(result.examination).toBe('none');
    expect(result.problems.map(({ code }) => code)).toContain('corrupt');
  });

  it('keeps the metadata of a picture that cannot be decoded', async () => {
    const whole = await locatedJpeg();
    const scan = whole.indexOf(Buffer.from([0xff, 0xdb]));
    const result = await examineBytes(Buffer.concat([whole.subarray(0, scan), Buffer.alloc(200, 7)]));
    expect(result.examination).toBe('partial');
    expect(result.detections.map(({ label }) => label)).toContain('location');
  });

  it('of a video covers its metadata and reports unexamined frames, whatever the metadata holds', async () => {
    const secretly = video(keyed({ 'com.apple.quicktime.location.ISO6709': '+44.17386+005.27874/' }));
    const located = await examineBytes(secretly, 'a.mp4');
    expect(located).toMatchObject({ examination: 'partial', sha256: sha256(secretly), width: null });
    expect(located.detections.map(({ label }) => label)).toEqual(['location']);
    expect(JSON.stringify(located)).not.toContain('44.17');
    const silent = await examineBytes(video(), 'a.mp4');
    for (const { problems } of [located, silent])
      expect(problems.map(({ code }) => code)).toEqual(['frames-not-examined']);
    expect(silent).toMatchObject({ examination: 'partial', detections: [] });
  });

  it('of a video is `none` if its metadata cannot be read either, or if the file is empty or not a video', async () => {
    const codes = async (bytes: Uint8Array) => {
      const { examination, problems } = await examineBytes(bytes, 'a.mp4');
      return [examination, ...problems.map(({ code }) => code).sort()];
    };
    expect(await codes(video().subarray(0, 60))).toEqual(['none', 'frames-not-examined', 'metadata-unreadable']);
    expect(await codes(Buffer.alloc(0))).toEqual(['none', 'empty']);
    expect(await codes(Buffer.alloc(40, 7))).toEqual(['none', 'content-unknown']);
  });

  it('of a video that has vanished reports that', async () => {
    const gone = {
      path: join(folder(), 'a.mp4'),
      bytes: 1,
      mtimeMs: 0,
      kind: 'video',
      mediaType: 'video/mp4',
    } as const;
    expect(await examine(gone, context)).toMatchObject({ examination: 'none', problems: [{ code: 'vanished' }] });
  });

  it('takes the time from the name if the file has none', async () => {
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    expect(await examineBytes(bytes, 'IMG-20250607-WA0001.jpg')).toMatchObject({
      takenAt: '2025-06-07',
      takenAtSource: 'filename',
    });
  });

  it('finds faces in a real photo', async () => {
    const bytes = readFileSync(join(ROOT, 'node_modules/@vladmandic/face-api/demo/sample1.jpg'));
    const { detections, examination } = await examineBytes(bytes);
    expect(examination).toBe('full');
    expect(detections.filter(({ label }) => label === 'face').length).toBeGreaterThan(0);
  });
});
