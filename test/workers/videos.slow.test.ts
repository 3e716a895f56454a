// Videos through the whole examination: what a video shows, also one inside a photo, is found and
// reported once, with its time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHeic } from '../../fixtures/encode/heic.js';
import { toHeicMotionPhoto, toMotionPhoto } from '../../fixtures/encode/motion-photo.js';
import { loadDetectors } from '../../src/detectors/index.js';
import { addWords } from '../../src/findings/add-words.js';
import { identify } from '../../src/formats/identify.js';
import { createEngine } from '../../src/inference/index.js';
import { evaluate } from '../../src/rules/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import type { PhotoResult } from '../../src/types/photo.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import type { VideoTools } from '../../src/video/ffmpeg.js';
import { type ExamineContext, examine } from '../../src/workers/examine.js';
import { meadow, passportAtTwo, passportShown, video } from '../helpers/drawn-videos.js';
import { describeWithFfmpeg, tools } from '../helpers/ffmpeg.js';
import { folder } from '../helpers/folder.js';
import { locatedJpeg } from '../helpers/plain-photos.js';
import { keyed } from '../helpers/video-boxes.js';

const DETECTORS = await loadDetectors();

let context: ExamineContext;
beforeAll(async () => {
  const engine = await createEngine('onnx');
  context = { engine, detectors: DETECTORS, isFast: true, isValueShown: false, videos: NO_VIDEOS };
});

async function examineWith(videos: VideoTools, bytes: Buffer, name: string): Promise<PhotoResult> {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  const kind = identify(bytes.subarray(0, 4096), name);
  if (kind === null) throw new Error(`${name} is not a target`);
  return examine({ path, bytes: bytes.length, mtimeMs: 0, ...kind }, { ...context, videos });
}

const codes = ({ problems }: PhotoResult) => problems.map(({ code }) => code);
const found = ({ detections }: PhotoResult, rule: string) =>
  addWords(evaluate(detections, RULES)).filter((finding) => finding.rule === rule);

const jpegMotionPhoto = async () => toMotionPhoto(await meadow(), await passportAtTwo());
const heicMotionPhoto = async () =>
  toHeicMotionPhoto(await toHeic(sharp(await meadow()), 320, 256), await passportAtTwo());

describeWithFfmpeg('with ffmpeg', () => {
  it('a passport that a video shows for a second is reported once, at second 2', async () => {
    const result = await examineWith(tools(3), await passportAtTwo(), 'a.mov');
    const [passport, ...more] = found(result, 'document/passport');
    expect(passport).toMatchObject({ proved: true, source: { picture: 'video' } });
    expect(passport?.detail).toMatch(/, 2\.\d s into the video$/);
    expect(more).toEqual([]);
    expect(result).toMatchObject({ examination: 'full', width: 960, height: 704 });
  });

  it.each([
    ['JPEG', jpegMotionPhoto, 'a.jpg'],
    ['HEIC', heicMotionPhoto, 'a.heic'],
  ])('things that only the video inside a %s shows are found', async (_, make, name) => {
    const result = await examineWith(tools(3), await make(), name);
    expect(codes(result)).toEqual([]);
    const [passport] = found(result, 'document/passport');
    expect(passport?.source).toMatchObject({ picture: 'video' });
    expect(passport?.source.atMs).toBeGreaterThanOrEqual(2000);
  });

  it('of many videos in one photo four are examined, and the rest is reported', async () => {
    const still = await toHeic(sharp(await meadow()), 320, 256);
    const holding = (videos: readonly Buffer[]) => videos.reduce(toHeicMotionPhoto, still);
    const plain = video([{ jpeg: await meadow(), ms: 500 }]);
    const shown = video([{ jpeg: await passportShown(), ms: 500 }]);
    const fifth = await examineWith(tools(1), holding([plain, plain, plain, plain, shown]), 'a.heic');
    expect(fifth).toMatchObject({ examination: 'partial', problems: [{ code: 'films-unseen' }] });
    expect(fifth.problems[0]?.message).toMatch(/^this photo holds 5 short videos/);
    expect(found(fifth, 'document/passport')).toEqual([]);
  });

  it('a damaged video makes the examination of its photo partial', async () => {
    const result = await examineWith(tools(1), await toMotionPhoto(await meadow(), Buffer.alloc(0)), 'a.jpg');
    expect(codes(result)).toEqual([]);
    const short = (await passportAtTwo()).subarray(0, 40);
    const broken = await examineWith(tools(1), await toMotionPhoto(await meadow(), short), 'a.jpg');
    expect(broken.examination).toBe('partial');
    expect(codes(broken).sort()).toEqual(['film-unreadable', 'metadata-incomplete']);
  });
});

describe('without ffmpeg', () => {
  it.each([
    ['a video', passportAtTwo, 'a.mov', 'frames-not-examined'],
    ['the video inside a JPEG', jpegMotionPhoto, 'a.jpg', 'motion-video-unseen'],
    ['the video inside a HEIC', heicMotionPhoto, 'a.heic', 'motion-video-unseen'],
  ])('%s is reported as unexamined', async (_, make, name, code) => {
    const result = await examineWith(NO_VIDEOS, await make(), name);
    expect(result).toMatchObject({ examination: 'partial', problems: [{ code }] });
    expect(result.problems[0]?.message).toMatch(/\(ffmpeg was not found\)/);
  });

  it('the message states that the user skipped frames', async () => {
    const { problems } = await examineWith({ ...NO_VIDEOS, isLeftOut: true }, await passportAtTwo(), 'a.mov');
    expect(problems[0]?.message).toMatch(/\(--videos metadata\)/);
  });

  it('metadata of a video inside a photo is reported if the photo does not have it', async () => {
    const description = [keyed({ 'com.apple.quicktime.location.ISO6709': '+44.17386+005.27874/' })];
    const located = video([{ jpeg: await meadow(), ms: 500 }], { description });
    const result = await examineWith(NO_VIDEOS, await toMotionPhoto(await meadow(), located), 'a.jpg');
    const [place, ...more] = found(result, 'metadata/location');
    expect(place).toMatchObject({ source: { picture: 'video', atMs: null }, evidence: { latitude: 44.2 } });
    expect(place?.detail).toMatch(/, in the video inside this file$/);
    expect(more).toEqual([]);
  });

  it.each([
    ['is reported alongside that of the photo if it differs', '+44.17386+005.27874/', ['video', 'file']],
    ['is not reported again if it is that of the photo', '+45.76389+004.83556/', ['file']],
  ])('the place of a video inside a photo %s', async (_, place, pictures) => {
    const description = [keyed({ 'com.apple.quicktime.location.ISO6709': place })];
    const located = video([{ jpeg: await meadow(), ms: 500 }], { description });
    const { detections } = await examineWith(NO_VIDEOS, await toMotionPhoto(await locatedJpeg(), located), 'a.jpg');
    const places = detections.filter(({ label }) => label === 'location');
    expect(places.map(({ source }) => source.picture)).toEqual(pictures);
  });

  it('a video is examined in full if no rule that is on needs pixels', async () => {
    const detectors = DETECTORS.filter(({ needs }) => !needs.includes('pixels'));
    const path = join(folder(), 'a.mov');
    writeFileSync(path, await passportAtTwo());
    const target = { path, bytes: 1, mtimeMs: 0, kind: 'video', mediaType: 'video/quicktime' } as const;
    expect(await examine(target, { ...context, detectors })).toMatchObject({ examination: 'full', problems: [] });
  });
});
