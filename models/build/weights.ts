// Reads the weights of a face-api model: a JSON list of tensors and one file with their bytes, one after the other.
import { product } from './shapes.js';

/** One tensor as the package stores it: float32, or octets with `value = octet * scale + min`. */
export type Weight =
  | { readonly kind: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array }
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
  readonly quantization?: { readonly dtype: string; readonly scale: number; readonly min: number };
}

/** Gives a tensor by its name in the package; throws where there is none, so that nothing is left out in silence. */
export type Weights = (name: string) => Weight;

/**
 * @param list text of `*-weights_manifest.json`
 * @param bin bytes of the `.bin` beside it
 */
export function readWeights(list: string, bin: Uint8Array): Weights {
  const groups = JSON.parse(list) as readonly { readonly weights: readonly Entry[] }[];
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
  if (quantization || dtype !== 'float32') throw new Error(`${name} is stored in a way not known here`);
  const view = new DataView(bin.buffer, bin.byteOffset + offset, size * 4);
  return {
    kind: 'float32',
    dims: shape,
    data: Float32Array.from({ length: size }, (_, i) => view.getFloat32(i * 4, true)),
  };
}
