// Every detector that needs only pixels examines the pictures inside a file. Each detection has the
// source of its picture.
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { type Detector, needsPixelsOnly } from '../../src/detectors/detector.js';
import { loadDetectors } from '../../src/detectors/index.js';
import { PhotoError } from '../../src/errors.js';
import type { Engine } from '../../src/inference/engine.js';
import { createEngine } from '../../src/inference/index.js';
import { openPhoto } from '../../src/photo/open.js';
import type { Source } from '../../src/types/detection.js';
import type { InnerPicture, OpenedPhoto, PhotoResult } from '../../src/types/photo.js';
import type { ScanTarget } from '../../src/types/target.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { examineOpened } from '../../src/workers/examine.js';

const DETECTORS = await loadDetectors();

const TARGET: ScanTarget = { path: 'a.png', bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/png' };
const AT_TWO: Source = { picture: 'video', atMs: 2000 };
const PREVIEW: Source = { picture: 'preview', atMs: null };

/** Reports the width of the picture that it was given. */
const widths: Detector = {
  id: 'widths',
  title: 'widths',
  needs: ['pixels'],
  labels: { width: {} },
  models: [],
  async detect(photo) {
    const { width, height } = await photo.pixels();
    const region = { left: 0, top: 0, width, height };
    const source = { picture: 'main', atMs: null } as const;
    return [{ detector: 'widths', label: 'width', score: 1, proved: false, source, region, evidence: {} }];
  },
};

async function picture(width: number): Promise<OpenedPhoto> {
  const create = { width, height: 20, channels: 3, background: '#887766' } as const;
  return openPhoto(TARGET, await sharp({ create }).png().toBuffer());
}

/** A photo with other inner pictures. */
function holding(photo: OpenedPhoto, inner: () => AsyncIterable<InnerPicture>, hasPicture = true): OpenedPhoto {
  return new Proxy(photo, {
    get(real, key) {
      if (key === 'innerPictures') return inner;
      if (key === 'hasPicture') return hasPicture;
      const value = Reflect.get(real, key, real);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
}

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

const examined = (photo: OpenedPhoto, detectors: readonly Detector[]): Promise<PhotoResult> =>
  examineOpened(photo, '', { engine, detectors, isFast: true, isValueShown: false, videos: NO_VIDEOS });

const places = ({ detections }: PhotoResult) => detections.map(({ source, region }) => [region?.width, source]);
const codes = ({ problems }: PhotoResult) => problems.map(({ code }) => code);

test('detectors of the container or the metadata do not examine them', () => {
  const ids = DETECTORS.filter(needsPixelsOnly).map(({ id }) => id);
  expect(ids).toEqual(DETECTORS.filter(({ needs }) => needs.join() === 'pixels').map(({ id }) => id));
  expect(ids).not.toContain('embedded-original');
  expect(ids.length).toBeGreaterThan(2);
});

test('each is examined in its own pixels, under its own source', async () => {
  const photo = holding(await picture(40), async function* () {
    yield { source: PREVIEW, photo: await picture(50) };
    yield { source: AT_TWO, photo: await picture(60) };
  });
  const result = await examined(photo, [widths]);
  expect(places(result)).toEqual([
    [40, { picture: 'main', atMs: null }],
    [50, PREVIEW],
    [60, AT_TWO],
  ]);
  expect(result).toMatchObject({ examination: 'full', width: 40 });
});

test('a damaged one is a problem, and the next is still examined', async () => {
  const photo = holding(await picture(40), async function* () {
    yield { source: PREVIEW, photo: openPhoto(TARGET, Buffer.from('no picture')) };
    yield { source: AT_TWO, photo: await picture(60) };
  });
  const result = await examined(photo, [widths]);
  expect(places(result).map(([width]) => width)).toEqual([40, 60]);
  expect([result.examination, ...codes(result)]).toEqual(['partial', 'corrupt']);
});

test('an unreadable part of one is a problem', async () => {
  const unread: Detector = {
    ...widths,
    async detect(inside) {
      if ((await inside.pixels()).width === 50) inside.unseen.push(new PhotoError('code-unread'));
      return [];
    },
  };
  const photo = holding(await picture(40), async function* () {
    yield { source: AT_TWO, photo: await picture(50) };
    yield { source: AT_TWO, photo: await picture(50) };
  });
  const result = await examined(photo, [unread]);
  expect([result.examination, ...codes(result)]).toEqual(['partial', 'code-unread']);
});

test('a failure to read them is a problem', async () => {
  // biome-ignore lint/correctness/useYield: it throws before the first picture
  const photo = holding(await picture(40), async function* () {
    throw new PhotoError('motion-video-unseen');
  });
  expect(codes(await examined(photo, [widths]))).toEqual(['motion-video-unseen']);
});

test('they are not read if no rule needs pixels', async () => {
  const photo = holding(await picture(40), () => {
    throw new PhotoError('motion-video-unseen');
  });
  const unneeding = DETECTORS.filter(({ needs }) => !needs.includes('pixels'));
  expect(codes(await examined(photo, unneeding))).toEqual([]);
});

test('they are the only pictures examined if the file has no main picture', async () => {
  const photo = holding(
    await picture(40),
    async function* () {
      yield { source: AT_TWO, photo: await picture(60) };
    },
    false,
  );
  const result = await examined(photo, [widths]);
  expect(places(result)).toEqual([[60, AT_TWO]]);
  expect(result).toMatchObject({ examination: 'full', width: null });
});

test.each([
  ['an error of the file leaves the rest', new PhotoError('metadata-unreadable'), 'full'],
  ['an error of the program is not hidden', new TypeError('a bug'), null],
])('of metadata that no detector needs %s', async (_, error, examination) => {
  const photo = new Proxy(await picture(40), {
    get(real, key) {
      if (key === 'metadata') return () => Promise.reject(error);
      const value = Reflect.get(real, key, real);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
  const result = examined(photo, [widths]);
  if (examination === null) await expect(result).rejects.toBe(error);
  else expect(await result).toMatchObject({ examination, takenAt: null });
});
