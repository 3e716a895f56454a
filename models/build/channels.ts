// Changes how many channels the layers of a package's network have, without changing what it computes.
import { product } from './shapes.js';
import type { Weight, Weights } from './weights.js';

type Floats = Extract<Weight, { kind: 'float32' }>;

/** ONNX Runtime keeps planes in groups of so many (of twice as many with AVX-512), and leaves that layout for layers that are no multiple. */
const GROUP = 8;

/** The same tensors, in which channels of zeros fill up the groups. Right where what follows a layer leaves zeros alone. */
export function inGroups(weights: Weights): Weights {
  return (name) => {
    const weight = asFloats(weights(name), name);
    const dims = weight.dims.map((size) => (size > GROUP ? GROUP * Math.ceil(size / GROUP) : size));
    return cutOrFill(weight, dims);
  };
}

/** The same tensors, of which those named give their first `count` numbers along the last axis: the other kinds of a classifier are not asked for. */
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

/** A tensor of other sizes: what lies beyond them is left out, what is new is zero. */
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
