// Both engines on the same photos. The second runs on @tensorflow/tfjs-node if that is installed,
// otherwise on wasm.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/inference/engine.js';
import { packageFolder } from '../../src/inference/files.js';
import { createEngine } from '../../src/inference/index.js';
import { createTfjsEngine } from '../../src/inference/tfjs.js';
import { largestDifference, pixels, SAMPLES } from '../helpers/sample-photos.js';

/**
 * Differences over all 5,118 boxes, including those without a face. Measured with wasm on one
 * x86-64 processor: 2.4e-6, 1.5e-6, 2e-5 years, 3e-7.
 */
const CASES = [
  { id: 'face-ssd', side: 512, tolerances: { boxes: 5e-5, scores: 5e-5 } },
  { id: 'face-age-gender', side: 112, tolerances: { age: 1e-3, gender: 1e-4 } },
  { id: 'face-ages', side: 224, tolerances: { ages: 1e-4 } },
  { id: 'objects', side: 512, tolerances: { scores: 5e-5, thingScores: 5e-5 } },
] as const;

/** Outputs that only the converted model has; the package's own network does not return them. */
const ONLY_ONNX: readonly string[] = ['features'];

/**
 * The package's own network returns the best boxes of all classes, so low-scoring people and things
 * are missing from its output.
 */
const OBJECTS_FROM = 0.1;
const telling = (id: string, values: ArrayLike<number>): number[] => {
  return Array.from(values).filter((value) => id !== 'objects' || value >= OBJECTS_FROM);
};

describe('the engines agree', () => {
  let engines: readonly [Engine, Engine];

  beforeAll(async () => {
    engines = [await createEngine('onnx'), await createEngine('tfjs')];
  });

  it.each(CASES)('on $id', async ({ id, side, tolerances }) => {
    const compared = new Set<string>();
    for (const path of SAMPLES) {
      const picture = await pixels(path, side, side);
      const [onnx, tfjs] = await Promise.all(engines.map(async (engine) => (await engine.model(id)).run(picture)));
      const shared = Object.keys(onnx!).filter((name) => !ONLY_ONNX.includes(name));
      expect(Object.keys(tfjs!).sort()).toEqual(shared.sort());
      for (const [name, tolerance] of Object.entries(tolerances)) {
        expect(tfjs![name]!.dims).toEqual(onnx![name]!.dims);
        const [ours, theirs] = [onnx!, tfjs!].map((given) => telling(id, given[name]!.data));
        expect(theirs).toHaveLength(ours!.length);
        // Not every photo shows things.
        if (ours!.length === 0) continue;
        compared.add(name);
        expect(largestDifference(theirs!, ours!), name).toBeLessThan(tolerance);
      }
    }
    expect([...compared].sort()).toEqual(Object.keys(tolerances).sort());
  });
});

/**
 * Tolerances for the highest-scoring face or person in six photos. Measured: 1e-6, and 0.042,
 * because the network for people scales its features by the whole picture.
 */
it.each([
  { id: 'face-ssd', tolerance: 0.01 },
  { id: 'objects', tolerance: 0.1 },
] as const)('$id returns the same output if the black padding of a picture is omitted', async ({ id, tolerance }) => {
  const model = await (await createEngine('onnx')).model(id);
  for (const path of SAMPLES) {
    const square = await pixels(path, 512, 512);
    const { info } = await sharp(path).resize(512, 512, { fit: 'inside' }).toBuffer({ resolveWithObject: true });
    const rows = 32 * Math.ceil(info.height / 32);
    const cut = { dims: [1, rows, 512, 3], data: square.data.subarray(0, rows * 512 * 3) };
    const [whole, part] = [await model.run(square), await model.run(cut)];
    const highest = (scores: ArrayLike<number>): number => Math.max(...Array.from(scores));
    expect(rows).toBeLessThan(512);
    expect(Math.abs(highest(whole.scores!.data) - highest(part.scores!.data)), path).toBeLessThan(tolerance);
  }
});

it('the second engine runs on the native library where it is installed', async () => {
  const { backend } = await createTfjsEngine();
  expect(backend).toBe(packageFolder('@tensorflow/tfjs-node') ? 'tensorflow' : 'wasm');
});
