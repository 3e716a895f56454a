// Frames of real videos, decoded by the real ffmpeg: their times, their rotation, and how damage is
// reported.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { VideoSource } from '../../src/video/ffmpeg.js';
import { type Frame, framesOf } from '../../src/video/frames.js';
import { parseListing } from '../../src/video/probe.js';
import { samsungTrailer } from '../helpers/attachments.js';
import { coloured, video } from '../helpers/drawn-videos.js';
import { describeWithFfmpeg, tools } from '../helpers/ffmpeg.js';
import { folder } from '../helpers/folder.js';

function onDisk(bytes: Buffer, name = 'a.mov'): VideoSource {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  return { path, mediaType: 'video/quicktime', within: null };
}

/** Everything up to the end or to a problem. The code of the problem is the last. */
async function framesIn(place: VideoSource, count = 8): Promise<(Frame | string)[]> {
  const found: (Frame | string)[] = [];
  try {
    for await (const frame of framesOf(tools(count), place)) found.push(frame);
  } catch (error) {
    found.push((error as { code: string }).code);
  }
  return found;
}

const times = (found: readonly (Frame | string)[]) => found.map((one) => (typeof one === 'string' ? one : one.atMs));

async function colourOf(frame: Frame | string | undefined): Promise<number[]> {
  const { data } = await sharp((frame as Frame).tiff)
    .resize(1, 1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data].map((level) => Math.round(level / 51));
}

async function traffic(): Promise<Buffer> {
  const lights = ['#ff0000', '#ffff00', '#00ff00'].map(async (light) => ({ jpeg: await coloured(light), ms: 1000 }));
  return video(await Promise.all(lights));
}

describeWithFfmpeg('the frames of a video', () => {
  it('are those of its scenes, each with its time', async () => {
    const found = await framesIn(onDisk(await traffic()), 3);
    expect(times(found)).toEqual([0, 1000, 2000]);
    expect(await Promise.all(found.map(colourOf))).toEqual([
      [5, 0, 0],
      [5, 5, 0],
      [0, 5, 0],
    ]);
  });

  it('are upright where the video states a rotation', async () => {
    const lying = await coloured('#336699', { width: 160, height: 96 });
    const look = { width: 160, height: 96, isTurned: true };
    const [frame] = await framesIn(onDisk(video([{ jpeg: lying, ms: 500 }], look)));
    expect(await sharp((frame as Frame).tiff).metadata()).toMatchObject({ width: 96, height: 160 });
  });

  it('are found in a range of another file, whatever its name', async () => {
    const bytes = await traffic();
    const around = Buffer.concat([Buffer.alloc(1001, 7), bytes, samsungTrailer()]);
    const place = onDisk(around, 'concat:a|b,,x%03d.jpg');
    const found = await framesIn({ ...place, within: { start: 1001, end: 1001 + bytes.length } }, 2);
    expect(times(found)).toEqual([0, 1000]);
  });

  it('that are missing at the end of an interrupted copy are reported', async () => {
    const whole = await traffic();
    expect(times(await framesIn(onDisk(whole.subarray(0, whole.length - 2000)), 3))).toEqual([0, 1000, 'film-in-part']);
  });

  it.each([
    [
      'rubbish behind a good beginning',
      (whole: Buffer) => Buffer.concat([whole.subarray(0, 16), Buffer.alloc(900, 5)]),
    ],
    ['nothing but a beginning', (whole: Buffer) => whole.subarray(0, 16)],
  ])('of %s cannot be read, and that is reported', async (_, damage) => {
    expect(times(await framesIn(onDisk(damage(await traffic()))))).toEqual(['film-unreadable']);
  });

  it('do not exist where there is only sound', async () => {
    const path = join(folder(), 'sound.mp4');
    const tone = ['-f', 'lavfi', '-i', 'sine=d=1', '-c:a', 'aac', path];
    execFileSync(tools().ffmpeg as string, ['-loglevel', 'error', ...tone]);
    expect(await framesIn({ path, mediaType: 'video/mp4', within: null })).toEqual([]);
  });

  it('are never read from other files that a playlist names', async () => {
    const beside = onDisk(await traffic());
    // By its bare name: ffmpeg opens no other without an option.
    const list = join(dirname(beside.path), 'list.mov');
    writeFileSync(list, `ffconcat version 1.0\nfile ${basename(beside.path)}\n`);
    expect(await framesIn({ ...beside, path: list })).toEqual(['film-unreadable']);
  });

  it('stop being decoded when their caller stops', async () => {
    const seen: (number | null)[] = [];
    const watched = { ...tools(1), onProgram: (pid: number | null) => seen.push(pid) };
    for await (const _ of framesOf(watched, onDisk(await traffic())));
    expect(seen.filter((pid) => pid !== null).length).toBe(3);
    expect(seen.filter((_, at) => at % 2 === 1)).toEqual([null, null, null]);
  });
});

it('a listing distinguishes moving pictures from sound and covers', () => {
  const log = [
    "Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:a.mp4':",
    '  Duration: 01:02:03.45, start: 0.000000, bitrate: 171 kb/s',
    '  Stream #0:0[0x1](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 69 kb/s (default)',
    '      title           : Stream #0:9: Video: no',
    '  Stream #0:1[0x2](eng): Video: h264 (High) (avc1 / 0x31637661), yuv420p, 1280x720, 25 fps (default)',
    '  Stream #0:2[0x0]: Video: png, rgb24(pc), 300x300, 90k tbr, 90k tbn (attached pic)',
  ].join('\n');
  expect(parseListing(log)).toEqual({ durationMs: 3_723_450, tracks: 1, hasCover: true });
  expect(parseListing('a.mp4: Invalid data found when processing input')).toBeNull();
});
