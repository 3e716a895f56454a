// In a file of its own, because modules loaded by one test stay loaded for the next.
import { expect, it } from 'vitest';
import { createEngine, verifyModels } from '../../src/inference/index.js';
import { MODEL_IDS } from '../../src/inference/models.js';

function isRuntimeLoaded(): boolean {
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: readonly string[] };
  return sharedObjects.some((path) => path.includes('onnxruntime'));
}

it('ONNX Runtime is loaded with the first model, not when files are checked or the engine is created', async () => {
  await verifyModels(MODEL_IDS);
  const engine = await createEngine('onnx');
  expect(isRuntimeLoaded()).toBe(false);
  await engine.model('face-age-gender');
  expect(isRuntimeLoaded()).toBe(true);
});
