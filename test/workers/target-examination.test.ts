import { expect, it } from 'vitest';
import type { Detector } from '../../src/detectors/detector.js';
import type { Engine } from '../../src/inference/engine.js';
import type { Region } from '../../src/types/detection.js';
import type { InnerPicture, Photo } from '../../src/types/photo.js';
import { TargetExamination } from '../../src/workers/examination.js';

const TARGET = { path: 'a.jpg', bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
const PHOTO = { target: TARGET, size: { width: 9000, height: 9000 } } as unknown as Photo;

function examining(runnable: readonly string[], detector: Partial<Detector>) {
  const engine = { canRun: (model: string) => runnable.includes(model) } as unknown as Engine;
  const examination = new TargetExamination(TARGET, { engine, isFast: false });
  const whole: Detector = {
    ...{ id: 'toy', title: 'toy', needs: ['pixels'], labels: { thing: {} }, models: [], detect: async () => [] },
    ...detector,
  };
  return { examination, detector: whole };
}

it.each([
  [['face-ssd', 'objects'], []],
  [['face-ssd'], ['model-left-out']],
  [['objects'], ['model-left-out']],
])('with %j of two optional models that can run, the problems are %j', async (runnable, codes) => {
  const { examination, detector } = examining(runnable, { optionalModels: ['face-ssd', 'objects'] });
  await examination.at(PHOTO, detector);
  expect(examination.problems.map(({ code }) => code)).toEqual(codes);
});

it('what a tile shows is reported where it is in the picture', async () => {
  const region: Region = { left: 10, top: 20, width: 30, height: 40 };
  const { examination, detector } = examining([], {
    detect: async () => [
      {
        ...{ detector: 'toy', label: 'thing', score: 1, proved: false, evidence: {}, region },
        source: { picture: 'main', atMs: null },
      },
    ],
  });
  const tile: Region = { left: 1000, top: 2000, width: 6400, height: 6400 };
  const inner = { source: { picture: 'main', atMs: null }, photo: PHOTO, tile } as unknown as InnerPicture;
  await examination.at(PHOTO, detector, inner);
  expect(examination.detections.map((detection) => detection.region)).toEqual([
    { left: 1010, top: 2020, width: 30, height: 40 },
  ]);
});
