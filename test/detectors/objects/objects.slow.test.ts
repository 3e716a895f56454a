// The detector of themes on pictures, with the real network.
import { beforeAll, expect, test } from 'vitest';
import { faces } from '../../../src/detectors/faces/index.js';
import { objects } from '../../../src/detectors/objects/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import type { ModelId } from '../../../src/inference/models.js';
import { drawnBus } from '../../helpers/drawn-bus.js';
import { photoOf, rasterOf } from '../../helpers/rasters.js';
import { samplePhoto } from '../../helpers/sample-photos.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

test('finds a vehicle and where it is', async () => {
  const [seen, ...others] = await objects.detect(photoOf(await rasterOf(await drawnBus())), { engine, isFast: false });
  expect(others).toEqual([]);
  expect(seen).toMatchObject({ label: 'vehicle', evidence: { objects: expect.arrayContaining(['train']) } });
  expect(seen!.score).toBeGreaterThan(0.4);
  // The drawn bus is at 90, 170 and has 620 x 320 pixels with its wheels.
  const { left, top, width, height } = seen!.region!;
  for (const [is, drawn] of [
    [left, 90],
    [top, 170],
    [width, 620],
    [height, 320],
  ] as const) {
    expect(Math.abs(is - drawn)).toBeLessThan(60);
  }
});

test('tells no vehicle in fast mode, where one pass is not precise enough', async () => {
  const photo = photoOf(await rasterOf(await drawnBus()));
  expect(await objects.detect(photo, { engine, isFast: true })).toEqual([]);
});

test('is no second run of the network after the detector of faces, and none the other way round', async () => {
  for (const order of [
    [faces, objects],
    [objects, faces],
  ]) {
    const runs: ModelId[] = [];
    const counting: Engine = {
      ...engine,
      model: async (id) => {
        const model = await engine.model(id);
        return {
          run: (input) => {
            runs.push(id);
            return model.run(input);
          },
        };
      },
    };
    const photo = photoOf(await rasterOf(samplePhoto('sample4')));
    for (const detector of order) await detector.detect(photo, { engine: counting, isFast: false });
    expect(runs.filter((id) => id === 'objects')).toHaveLength(1);
  }
});

test('people at a table have no theme', async () => {
  const seen = await objects.detect(photoOf(await rasterOf(samplePhoto('sample3'))), { engine, isFast: false });
  expect(seen.filter(({ score }) => score >= 0.2)).toEqual([]);
});
