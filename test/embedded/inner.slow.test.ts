// Real detectors find what only the stored picture shows, and report it once.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { crop, heifOf, pictureItem } from '../../fixtures/encode/heif-items.js';
import type { Detector } from '../../src/detectors/detector.js';
import { embeddedOriginal } from '../../src/detectors/embedded-original/index.js';
import { faces } from '../../src/detectors/faces/index.js';
import type { Engine } from '../../src/inference/engine.js';
import { createEngine } from '../../src/inference/index.js';
import { openPhoto } from '../../src/photo/open.js';
import { PERSON_RULES } from '../../src/rules/person.js';
import type { Detection } from '../../src/types/detection.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { examineOpened } from '../../src/workers/examine.js';
import { jpegAround, photo, thumbnailOf } from '../helpers/thumbnails.js';

/** The detections that a rule reports. */
const FROM = PERSON_RULES.find(({ id }) => id === 'person/face')?.minScore ?? Number.NaN;

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

async function found(
  bytes: Buffer,
  detectors: readonly Detector[],
  mediaType = 'image/jpeg',
): Promise<readonly Detection[]> {
  const target = { path: 'IMG_1', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType } as const;
  const context = { engine, detectors, isFast: true, isValueShown: false, videos: NO_VIDEOS };
  return (await examineOpened(openPhoto(target, bytes), '', context)).detections;
}

/** Faces, by the picture in which they were found. */
async function faceCounts(bytes: Buffer, mediaType?: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = { main: 0, thumbnail: 0, preview: 0 };
  for (const { label, score, source } of await found(bytes, [faces], mediaType)) {
    if (label.startsWith('face') && score >= FROM) counts[source.picture] = (counts[source.picture] ?? 0) + 1;
  }
  return counts;
}

/** A photo of people, and the same photo with every face painted over. */
async function people() {
  const whole = await photo(6);
  const { data, info } = await whole.clone().png().toBuffer({ resolveWithObject: true });
  const seen = await found(await whole.clone().jpeg({ quality: 95 }).toBuffer(), [faces]);
  const covers = seen.flatMap(({ label, region, score }) => {
    if (!region || !label.startsWith('face') || score < 0.3) return [];
    const [left, top] = [Math.max(0, Math.round(region.left - 20)), Math.max(0, Math.round(region.top - 40))];
    const width = Math.min(info.width - left, Math.round(region.width + 40));
    const height = Math.min(info.height - top, Math.round(region.height + 60));
    return [{ input: { create: { width, height, channels: 3, background: '#556677' } as const }, left, top }];
  });
  return { whole, covered: sharp(await sharp(data).composite(covers).png().toBuffer()) };
}

describe('a face that is covered in the picture', () => {
  it('but its thumbnail still shows is found in the thumbnail', async () => {
    const { whole, covered } = await people();
    const counts = await faceCounts(await jpegAround(covered, await thumbnailOf(whole)));
    expect(counts.main).toBe(0);
    expect(counts.thumbnail).toBeGreaterThan(0);
  });

  it('is not searched for where nothing differs', async () => {
    const { whole } = await people();
    const counts = await faceCounts(await jpegAround(whole, await thumbnailOf(whole)));
    expect(counts.main).toBeGreaterThan(0);
    expect(counts.thumbnail).toBe(0);
  });
});

it('a face in both picture and thumbnail is reported once, though the thumbnail shows more', async () => {
  const { whole } = await people();
  const wider = sharp(await whole.clone().extend({ left: 500, extendWith: 'copy' }).png().toBuffer());
  const file = await jpegAround(whole, await thumbnailOf(wider, 640, 295));
  expect((await found(file, [embeddedOriginal])).map(({ label }) => label)).toEqual(['embedded-more']);
  const counts = await faceCounts(file);
  expect(counts.main).toBeGreaterThan(0);
  expect(counts.thumbnail).toBe(0);
});

it('a face that a HEIC’s crop hides is found in the stored picture', async () => {
  const { whole } = await people();
  const base = sharp({ create: { width: 960, height: 480, channels: 3, background: '#556677' } });
  const input = await whole.clone().resize(640, 480).png().toBuffer();
  const wide = sharp(
    await base
      .composite([{ input, left: 320, top: 0 }])
      .png()
      .toBuffer(),
  );
  const item = await pictureItem(wide, 960, 480);
  const cropped = { ...item, properties: [...item.properties, crop(320, 480, -320)] };
  const counts = await faceCounts(heifOf([cropped]), 'image/heic');
  expect(counts).toMatchObject({ main: 0, thumbnail: 0 });
  expect(counts.preview).toBeGreaterThan(0);
});
