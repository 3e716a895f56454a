// Both engines on the same photos. The second runs on @tensorflow/tfjs-node by itself where that is installed, else on wasm.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/inference/engine.js';
import { packageFolder } from '../../src/inference/files.js';
import { createEngine } from '../../src/inference/index.js';
import { createTfjsEngine } from '../../src/inference/tfjs.js';
import { largestDifference, pixels, SAMPLES } from '../inference/photos.js';

/** Over all 5,118 boxes, also those of no face; measured with wasm on one x86-64 processor: 2.4e-6, 1.5e-6, 2e-5 years, 3e-7. */
const CASES = [
  { id: 'face-ssd', side: 512, tolerances: { boxes: 5e-5, scores: 5e-5 } },
  { id: 'face-age-gender', side: 112, tolerances: { age: 1e-3, gender: 1e-4 } },
  { id: 'face-ages', side: 224, tolerances: { ages: 1e-4 } },
  { id: 'objects', side: 512, tolerances: { scores: 5e-5 } },
] as const;

describe('the engines agree', () => {
  let engines: readonly [Engine, Engine];

  beforeAll(async () => {
    engines = [await createEngine('onnx'), await createEngine('tfjs')];
  });

  it.each(CASES)('on $id', async ({ id, side, tolerances }) => {
    for (const path of SAMPLES) {
      const picture = await pixels(path, side, side);
      const [onnx, tfjs] = await Promise.all(engines.map(async (engine) => (await engine.model(id)).run(picture)));
      expect(Object.keys(tfjs!).sort()).toEqual(Object.keys(onnx!).sort());
      for (const [name, tolerance] of Object.entries(tolerances)) {
        expect(tfjs![name]!.dims).toEqual(onnx![name]!.dims);
        expect(largestDifference(tfjs![name]!.data, onnx![name]!.data), name).toBeLessThan(tolerance);
      }
    }
  });
});

it('the second engine runs on the native library where it is installed', async () => {
  const { backend } = await createTfjsEngine();
  expect(backend).toBe(packageFolder('@tensorflow/tfjs-node') ? 'tensorflow' : 'wasm');
});
