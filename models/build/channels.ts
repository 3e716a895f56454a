// Changes the number of channels in the layers of a package's network without changing what it
// computes.
import { product } from './shapes.js';
import type { Weight, Weights } from './weights.js';

type Floats = Extract<Weight, { kind: 'float32' }>;

/**
 * ONNX Runtime stores planes in groups of this size (twice the size with AVX-512). It does not use
 * that layout for layers whose channels are not a multiple of it.
 */
const GROUP = 8;

/**
 * The same tensors, with the groups filled up by channels of zeros. Correct if the operations after
 * a layer keep zeros.
 */
export function inGroups(weights: Weights): Weights {
  return (name) => {
    const weight = asFloats(weights(name), name);
    const dims = weight.dims.map((size) => (size > GROUP ? GROUP * Math.ceil(size / GROUP) : size));
    return cutOrFill(weight, dims);
  };
}

/**
 * The same tensors, but those named keep only their first `count` numbers along the last axis: the
 * other classes of a classifier are not needed.
 */
export function firstKinds(weights: Weights, names: readonly string[], count: number): Weights {
  return (name) => {
    if (!names.includes(name)) return weights(name);
    const weight = asFloats(weights(name), name);
    return cutOrFill(weight, [...weight.dims.slice(0, -1), count]);
  };
}

function asFloats(weight: Weight, name: string): Floats {
  if (weight.kind !== 'float32') throw new Error(`${name} is not float32`);
  return weight;
}

/** Resizes a tensor: cuts off what is beyond the new size and fills with zeros. */
function cutOrFill(weight: Floats, dims: readonly number[]): Floats {
  if (dims.every((size, axis) => size === weight.dims[axis])) return weight;
  const data = new Float32Array(product(dims));
  for (const index of data.keys()) {
    let rest = index;
    let from = 0;
    let stride = 1;
    let isInside = true;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      const place = rest % dims[axis]!;
      rest = Math.floor(rest / dims[axis]!);
      isInside &&= place < weight.dims[axis]!;
      from += place * stride;
      stride *= weight.dims[axis]!;
    }
    if (isInside) data[index] = weight.data[from]!;
  }
  return { kind: 'float32', dims, data };
}
