// Reads the weights of a TensorFlow.js model: a JSON list of tensors, and one file with their bytes
// one after the other.
import { product } from './shapes.js';

/**
 * One tensor in the package's own type: float32, the bits of float16, or bytes with `value = byte *
 * scale + min`.
 */
export type Weight =
  | { readonly kind: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array }
  | { readonly kind: 'float16'; readonly dims: readonly number[]; readonly data: Uint16Array }
  | {
      readonly kind: 'uint8';
      readonly dims: readonly number[];
      readonly data: Uint8Array;
      readonly scale: number;
      readonly min: number;
    };

/** One entry of a TensorFlow.js weights manifest. */
interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?:
    | { readonly dtype: 'uint8'; readonly scale: number; readonly min: number }
    | { readonly dtype: 'float16' };
}

/** The list alone, or together with the graph of the model. */
type List = readonly Group[] | { readonly weightsManifest: readonly Group[] };

interface Group {
  readonly weights: readonly Entry[];
}

/**
 * Returns a tensor by its name in the package.
 * @throws Error if there is none, so that no tensor is skipped silently
 */
export type Weights = (name: string) => Weight;

/**
 * @param list text of `*-weights_manifest.json`, or of a `model.json` that holds it
 * @param bin bytes of the matching `.bin`
 */
export function readWeights(list: string, bin: Uint8Array): Weights {
  const parsed = JSON.parse(list) as List;
  const groups = 'weightsManifest' in parsed ? parsed.weightsManifest : parsed;
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const entry of groups.flatMap((group) => group.weights)) {
    const weight = readWeight(entry, bin, offset);
    weights.set(entry.name, weight);
    offset += weight.data.byteLength;
  }
  if (offset !== bin.byteLength) throw new Error(`the weights end at byte ${offset} of ${bin.byteLength}`);
  return (name) => {
    const weight = weights.get(name);
    if (!weight) throw new Error(`the package has no weight named ${name}`);
    return weight;
  };
}

function readWeight({ name, shape, dtype, quantization }: Entry, bin: Uint8Array, offset: number): Weight {
  const size = product(shape);
  if (quantization?.dtype === 'uint8') {
    const { scale, min } = quantization;
    return { kind: 'uint8', dims: shape, data: Uint8Array.from(bin.subarray(offset, offset + size)), scale, min };
  }
  if (quantization?.dtype === 'float16') {
    const view = new DataView(bin.buffer, bin.byteOffset + offset, size * 2);
    return {
      kind: 'float16',
      dims: shape,
      data: Uint16Array.from({ length: size }, (_, i) => view.getUint16(i * 2, true)),
    };
  }
  if (quantization || (dtype !== 'float32' && dtype !== 'int32')) {
    throw new Error(`${name} has an unsupported type`);
  }
  const view = new DataView(bin.buffer, bin.byteOffset + offset, size * 4);
  return {
    kind: 'float32',
    dims: shape,
    data: Float32Array.from({ length: size }, (_, i) =>
      dtype === 'int32' ? view.getInt32(i * 4, true) : view.getFloat32(i * 4, true),
    ),
  };
}

/** The same tensors converted to float32. */
export function widened(weights: Weights): Weights {
  return (name) => {
    const weight = weights(name);
    if (weight.kind === 'float32') return weight;
    const number = weight.kind === 'uint8' ? (byte: number) => byte * weight.scale + weight.min : fromHalf;
    return { kind: 'float32', dims: weight.dims, data: Float32Array.from(weight.data, number) };
  };
}

/**
 * The number with these bits in float16 (IEEE 754 binary16: a sign, five bits of exponent, ten of
 * fraction).
 */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) throw new Error('a weight is not a number');
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
