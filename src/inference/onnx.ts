// The first engine: the models built into models/*.onnx, on ONNX Runtime.
import type { InferenceSession } from 'onnxruntime-node';
import type { Engine, Model, Tensor } from './engine.js';
import { readModel, skippedModels } from './files.js';
import { checkInput } from './input.js';
import { MODELS_FOLDER, modelEntry } from './manifest.js';
import { ModelError } from './model-error.js';
import type { ModelId } from './models.js';
import { once } from './once.js';
import { forbidTelemetry } from './telemetry.js';

/**
 * One thread, because each core has its own process. The arena and the memory pattern would only
 * hold on to memory (docs/architecture.md).
 */
const SESSION_OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  enableMemPattern: false,
  enableCpuMemArena: false,
  // Errors only: the warnings are about graphs, and stderr belongs to the user.
  logSeverityLevel: 3,
};

type Runtime = typeof import('onnxruntime-node');

export function createOnnxEngine(folder: string = MODELS_FOLDER): Engine {
  let skipped: ReadonlySet<ModelId> | undefined;
  return {
    id: 'onnx',
    canRun: (id) => !(skipped ??= skippedModels(folder)).has(id),
    model: once((id) => loadModel(id, folder)),
  };
}

async function loadModel(id: ModelId, folder: string): Promise<Model> {
  const bytes = await readModel(id, folder);
  const { input } = modelEntry(id, folder);
  const { InferenceSession, Tensor: OrtTensor } = await loadRuntime();
  const session = await InferenceSession.create(bytes, SESSION_OPTIONS);
  return {
    async run(tensor) {
      checkInput(tensor, input);
      const { data, dims } = tensor;
      const outputs = await session.run({ [input.name]: new OrtTensor('uint8', data, dims) });
      return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, plain(value)]));
    },
  };
}

function plain({ data, dims }: InferenceSession.OnnxValueMapType[string]): Tensor {
  if (!(data instanceof Float32Array)) throw new TypeError('a model returned values other than float32');
  return { data, dims };
}

/** The package has no binary for some systems. */
async function loadRuntime(): Promise<Runtime> {
  forbidTelemetry();
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    const system = `${process.platform} ${process.arch}`;
    throw new ModelError(
      `ONNX Runtime does not start on this system (${system}); run \`npm install --ignore-scripts onnxruntime-node\`, or scan with --engine tfjs`,
      { cause },
    );
  }
}
