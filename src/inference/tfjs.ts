// The second engine, used as the reference: the original networks and weights of the packages, on
// TensorFlow.js.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Engine, Model, Tensor } from './engine.js';
import { packageFolder, readSource } from './files.js';
import { checkInput } from './input.js';
import { type ModelEntry, modelEntry } from './manifest.js';
import { ModelError } from './model-error.js';
import type { ModelId } from './models.js';
import { once } from './once.js';
import type { FaceApi, FaceNet, TensorFlow, TfTensor } from './tfjs-types.js';

/**
 * `tensorflow` is the native library, if @tensorflow/tfjs-node is installed. `wasm` runs
 * everywhere.
 */
export type TfjsBackend = 'tensorflow' | 'wasm';

export interface TfjsEngine extends Engine {
  readonly backend: TfjsBackend;
}

/** The outputs of human's models, from a node of their graphs. */
const HUMAN: Partial<Record<ModelId, HumanModel>> = {
  'face-ages': { node: 'age_pred/Softmax', outputs: (ages) => ({ ages }) },
  objects: { node: 'tower_0/detections', outputs: columnsOfObjects },
};

/**
 * Sides of the square inputs of the original networks. Smaller pictures (models/manifest.json) are
 * padded with black.
 */
const SQUARES: Partial<Record<ModelId, number>> = { 'face-ssd': 512, objects: 512 };

interface HumanModel {
  readonly node: string;
  readonly outputs: (given: TfTensor, tf: TensorFlow) => Readonly<Record<string, TfTensor>>;
}

/**
 * Each box has four sides, a score and a class, in consecutive columns. People are class 0. The
 * boxes of people come first in one list, and the others in the other one; the rest has the score
 * 0.
 */
function columnsOfObjects(given: TfTensor, tf: TensorFlow): Readonly<Record<string, TfTensor>> {
  const [count = 1, kept = 0] = given.shape;
  const column = (at: number) => tf.reshape(tf.slice(given, [0, 0, at], [-1, -1, 1]), [count, kept]);
  const isPerson = tf.cast(tf.equal(column(5), 0), 'float32');
  const isThing = tf.cast(tf.notEqual(column(5), 0), 'float32');
  const sides = tf.slice(given, [0, 0, 0], [-1, -1, 4]);
  const people = tf.topk(tf.mul(column(4), isPerson), kept);
  const things = tf.topk(tf.mul(column(4), isThing), kept);
  return {
    boxes: tf.gather(sides, people.indices, 1, 1),
    scores: people.values,
    thingBoxes: tf.gather(sides, things.indices, 1, 1),
    thingScores: things.values,
    kinds: tf.gather(column(5), things.indices, 1, 1),
  };
}

const WASM_PACKAGE = '@tensorflow/tfjs-backend-wasm';
const NATIVE_PACKAGE = '@tensorflow/tfjs-node';

/**
 * The packages that each backend needs besides lenscap: the weights, and the code that runs them.
 */
const NEEDED: Record<TfjsBackend, readonly string[]> = {
  tensorflow: ['@vladmandic/face-api', '@vladmandic/human'],
  wasm: ['@vladmandic/face-api', '@vladmandic/human', '@tensorflow/tfjs', WASM_PACKAGE],
};

/** Throws ModelError if a package is not installed or does not start. */
export async function createTfjsEngine(): Promise<TfjsEngine> {
  const backend: TfjsBackend = packageFolder(NATIVE_PACKAGE) ? 'tensorflow' : 'wasm';
  const api = loadApi(backend);
  await start(api.tf, backend);
  return {
    id: 'tfjs',
    backend,
    canRun: (id) => modelEntry(id).engines.includes('tfjs'),
    model: once((id) => loadModel(id, api)),
  };
}

/**
 * face-api has one file per runtime, and exports its TensorFlow.js, so that there is only one copy
 * of it.
 */
function loadApi(backend: TfjsBackend): FaceApi {
  const absent = NEEDED[backend].filter((name) => !packageFolder(name));
  if (absent.length > 0) {
    throw new ModelError(
      `--engine tfjs needs packages that are not installed; run \`npm install ${absent.join(' ')}\` (with -g where lenscap is global)`,
    );
  }
  const file = backend === 'wasm' ? 'face-api.node-wasm.js' : 'face-api.node.js';
  try {
    return createRequire(import.meta.url)(`@vladmandic/face-api/dist/${file}`) as FaceApi;
  } catch (cause) {
    const fix = `npm rebuild ${NATIVE_PACKAGE} --ignore-scripts=false`;
    throw new ModelError(`TensorFlow.js does not start; run \`${fix}\`, or \`npm uninstall ${NATIVE_PACKAGE}\``, {
      cause,
    });
  }
}

async function start(tf: TensorFlow, backend: TfjsBackend): Promise<void> {
  // Its own search for the .wasm files depends on the current folder.
  if (tf.setWasmPaths) tf.setWasmPaths(`${dirname(createRequire(import.meta.url).resolve(WASM_PACKAGE))}/`);
  if (!(await tf.setBackend(backend))) throw new ModelError(`TensorFlow.js does not start with its ${backend} backend`);
  await tf.ready();
}

async function loadModel(id: ModelId, api: FaceApi): Promise<Model> {
  const entry = modelEntry(id);
  const [list, bin] = await readSource(entry);
  if (!list || !bin) throw new Error(`the manifest names no weights for ${id}`);
  const described = JSON.parse(new TextDecoder().decode(list)) as object;
  const bytes = Uint8Array.from(bin).buffer;
  const human = HUMAN[id];
  if (human) return loadHuman(described as GraphDescription, bytes, { api, human, entry });
  const network = networkFor(id, api);
  network.net.loadFromWeightMap(api.tf.io.decodeWeights(bytes, weightsOf(described as readonly WeightGroup[])));
  return {
    async run(tensor) {
      checkInput(tensor, entry.input);
      return runNetwork(filledUp(tensor, SQUARES[id]), api, network.outputs);
    },
  };
}

interface WeightGroup {
  readonly weights: readonly object[];
}

/** The content of a TensorFlow.js `model.json`. */
interface GraphDescription {
  readonly modelTopology: object;
  readonly weightsManifest: readonly WeightGroup[];
}

const weightsOf = (groups: readonly WeightGroup[]): readonly object[] => groups.flatMap(({ weights }) => weights);

/** human's models are graphs, not networks of face-api. */
async function loadHuman(
  { modelTopology, weightsManifest }: GraphDescription,
  weightData: ArrayBuffer,
  {
    api: { tf },
    human,
    entry: { id, input },
  }: { readonly api: FaceApi; readonly human: HumanModel; readonly entry: ModelEntry },
): Promise<Model> {
  const weightSpecs = weightsOf(weightsManifest);
  const model = await tf.loadGraphModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) });
  return {
    async run(tensor) {
      checkInput(tensor, input);
      const { data, dims } = filledUp(tensor, SQUARES[id]);
      const results: Record<string, Tensor> = {};
      tf.tidy(() => {
        const given = model.execute(tf.tensor(data, dims, 'float32'), human.node);
        for (const [name, output] of Object.entries(human.outputs(given, tf))) {
          results[name] = { dims: output.shape, data: output.dataSync() };
        }
      });
      return results;
    },
  };
}

/** Pads pictures to squares of that side, with black at the right and the bottom. */
function filledUp(tensor: Tensor, side: number | undefined): Tensor {
  const [count = 0, height = 0, width = 0, channels = 0] = tensor.dims;
  if (side === undefined || (height === side && width === side)) return tensor;
  const data = new Uint8Array(count * side * side * channels);
  for (let row = 0; row < count * height; row++) {
    const to = (Math.floor(row / height) * side + (row % height)) * side * channels;
    data.set(tensor.data.subarray(row * width * channels, (row + 1) * width * channels), to);
  }
  return { dims: [count, side, side, channels], data };
}

interface Network {
  readonly net: FaceNet;
  /** The same outputs as those of the ONNX model. */
  readonly outputs: (input: object) => Readonly<Record<string, TfTensor>>;
}

function networkFor(id: ModelId, { tf, nets }: FaceApi): Network {
  switch (id) {
    case 'face-ssd': {
      const net = nets.ssdMobilenetv1;
      return {
        net,
        outputs: (input) => {
          const { boxes, scores } = net.forwardInput(input);
          return { boxes: tf.stack(boxes), scores: tf.stack(scores) };
        },
      };
    }
    case 'face-age-gender': {
      const net = nets.ageGenderNet;
      return {
        net,
        outputs: (input) => {
          const { age, gender } = net.forwardInput(input);
          return { age, gender: tf.reshape(tf.slice(gender, [0, 0], [-1, 1]), [-1]) };
        },
      };
    }
    default:
      throw new Error(`the tfjs engine cannot run ${id}`);
  }
}

function runNetwork(
  { data, dims }: Tensor,
  { tf, NetInput }: FaceApi,
  outputs: Network['outputs'],
): Readonly<Record<string, Tensor>> {
  const [count = 0, height = 0, width = 0, channels = 0] = dims;
  const size = height * width * channels;
  const results: Record<string, Tensor> = {};
  // Frees every tensor created inside. The results are copied out, so it does not have to search
  // them for tensors.
  tf.tidy(() => {
    const pictures = Array.from({ length: count }, (_, i) =>
      tf.tensor3d(data.subarray(i * size, (i + 1) * size), [height, width, channels], 'int32'),
    );
    for (const [name, tensor] of Object.entries(outputs(new NetInput(pictures)))) {
      results[name] = { dims: tensor.shape, data: tensor.dataSync() };
    }
  });
  return results;
}
