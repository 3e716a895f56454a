// Makes the engine that a person asked for, and checks the models before anything is walked.
import type { Engine, EngineId } from './engine.js';

export { type ModelStatus, modelLabels, modelStatus, verifyModels } from './files.js';
export { type ModelEntry, readManifest } from './manifest.js';
export { ModelError } from './model-error.js';

/** Loads no runtime and no model yet, for onnx; for tfjs loads the runtime. Throws ModelError where the runtime is not installed. */
export async function createEngine(id: EngineId): Promise<Engine> {
  switch (id) {
    case 'onnx':
      return (await import('./onnx.js')).createOnnxEngine();
    case 'tfjs':
      return (await import('./tfjs.js')).createTfjsEngine();
    default:
      return id satisfies never;
  }
}
