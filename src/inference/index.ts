// Creates the requested engine, and verifies the models before the walk.
import type { Engine, EngineId } from './engine.js';

export { modelLabels, modelStatus, verifyModels } from './files.js';
export { ModelError } from './model-error.js';

/**
 * onnx: loads no runtime and no model yet. tfjs: loads the runtime. Throws ModelError if the
 * runtime is not installed.
 */
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
