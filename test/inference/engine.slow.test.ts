import { describe, expect, it } from 'vitest';
import { ENGINE_IDS } from '../../src/inference/engine.js';
import { createEngine } from '../../src/inference/index.js';
import { MODELS_FOLDER, modelEntry } from '../../src/inference/manifest.js';
import { MODEL_IDS } from '../../src/inference/models.js';
import { largestDifference, pixels, SAMPLES } from '../helpers/sample-photos.js';

describe.each(ENGINE_IDS)('the engine %s', (id) => {
  it('can run the models that the manifest lists for it', async () => {
    const engine = await createEngine(id);
    const runnable = MODEL_IDS.filter((model) => engine.canRun(model));
    expect(engine.id).toBe(id);
    expect(runnable).toEqual(MODEL_IDS.filter((model) => modelEntry(model, MODELS_FOLDER).engines.includes(id)));
  });

  it('loads a model once, however often it is requested', async () => {
    const engine = await createEngine(id);
    const [first, second] = await Promise.all([engine.model('face-age-gender'), engine.model('face-age-gender')]);
    expect(second).toBe(first);
  });

  it('returns the same results in a batch as one by one', async () => {
    const model = await (await createEngine(id)).model('face-age-gender');
    const crops = await Promise.all(SAMPLES.map((path) => pixels(path, 112, 112)));
    const data = new Uint8Array(crops.flatMap((crop) => [...crop.data]));
    const { age: together } = await model.run({ dims: [crops.length, 112, 112, 3], data });
    const alone: number[] = [];
    for (const crop of crops) alone.push(...((await model.run(crop)).age?.data ?? []));
    expect(largestDifference(together!.data, alone)).toBeLessThan(1e-3);
    expect(new Set(alone.map(Math.round)).size).toBeGreaterThan(3);
  });

  it('reads a view into a larger buffer from where it begins', async () => {
    const model = await (await createEngine(id)).model('face-age-gender');
    const { data, dims } = await pixels(SAMPLES[0]!, 112, 112);
    const larger = new Uint8Array(data.length + 100).fill(255);
    larger.set(data, 50);
    const { age } = await model.run({ dims, data });
    const { age: viewed } = await model.run({ dims, data: larger.subarray(50, 50 + data.length) });
    expect(viewed).toEqual(age);
  });

  it('rejects a picture of the wrong size', async () => {
    const model = await (await createEngine(id)).model('face-age-gender');
    await expect(model.run({ dims: [1, 112, 112, 3], data: new Uint8Array(100) })).rejects.toThrow('37632 values');
    await expect(model.run({ dims: [1, 64, 64, 3], data: new Uint8Array(64 * 64 * 3) })).rejects.toThrow(
      'N x 112 x 112 x 3',
    );
  });
});

it('tfjs does not run text', async () => {
  await expect((await createEngine('tfjs')).model('text-detection')).rejects.toThrow('text-detection');
});
