// The work of the faces detector on a photo: more only if less leaves a doubt.
import { beforeAll, describe, expect, it } from 'vitest';
import { faces } from '../../../src/detectors/faces/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import type { ModelId } from '../../../src/inference/models.js';
import { photoOf, rasterOf } from '../../helpers/rasters.js';
import { samplePhoto } from '../../helpers/sample-photos.js';

const FACES_IN_SAMPLE6 = 4;
const [PERSONS_IN_SAMPLE6, PERSONS_IN_SAMPLE5] = [4, 5];

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

/** Number of pictures that each model was given. */
async function shownTo(file: string, degrees = 0): Promise<Readonly<Record<string, number>>> {
  const shown: Record<string, number> = {};
  const counting: Engine = {
    ...engine,
    canRun: (id) => engine.canRun(id),
    model: async (id: ModelId) => {
      const model = await engine.model(id);
      return {
        run: (input) => {
          shown[id] = (shown[id] ?? 0) + (input.dims[0] ?? 0);
          return model.run(input);
        },
      };
    },
  };
  await faces.detect(photoOf(await rasterOf(file, degrees)), { engine: counting, isFast: false });
  return shown;
}

describe('the faces detector', () => {
  it('does not rotate a photo that is surely upright', async () => {
    expect(await shownTo(samplePhoto('sample4'))).toMatchObject({ 'face-ssd': 1, objects: 1 });
  });

  it('rotates one that may not be', async () => {
    expect((await shownTo(samplePhoto('sample4'), 90))['face-ssd']).toBeGreaterThanOrEqual(3);
  });

  it('looks again at people and at the photo only in doubt', async () => {
    const [sure, doubtful] = [await shownTo(samplePhoto('sample6')), await shownTo(samplePhoto('sample5'))];
    // One view of each person and of the photo; in doubt one more of the person, two of the photo.
    expect(sure['child-person']).toBe(PERSONS_IN_SAMPLE6 + 1);
    const once = PERSONS_IN_SAMPLE5 + 1;
    expect(doubtful['child-person']).toBeGreaterThanOrEqual(once + 3);
    expect(doubtful['child-person']).toBeLessThan(once + 2 + PERSONS_IN_SAMPLE5);
  });

  it('runs the age models twice only if the first run leaves a doubt', async () => {
    const shown = (await shownTo(samplePhoto('sample6')))['face-ages'] ?? 0;
    expect(shown).toBeGreaterThanOrEqual(FACES_IN_SAMPLE6);
    expect(shown).toBeLessThan(2 * FACES_IN_SAMPLE6);
  });
});
