// One interface over the runtimes that can execute the models.
import type { ModelId } from './models.js';

export const ENGINE_IDS = ['onnx', 'tfjs'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

/** Row-major values with their shape. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly data: Uint8Array | Float32Array;
}

/**
 * A loaded model. Names, shapes and ranges of the input and the outputs: models/manifest.json.
 * Throws RangeError for an input of another shape.
 */
export interface Model {
  run(input: Tensor): Promise<Readonly<Record<string, Tensor>>>;
}

export interface Engine {
  readonly id: EngineId;
  canRun(model: ModelId): boolean;
  /**
   * Loads the model on first use, checks the SHA-256 of its file, and keeps it. Throws ModelError
   * (exit code 2) for a missing or altered model.
   */
  model(id: ModelId): Promise<Model>;
}
