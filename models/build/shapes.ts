// Sizes and orders of tensor axes.

export const product = (dims: readonly number[]): number => dims.reduce((a, b) => a * b, 1);

/**
 * Row-major data with its axes in another order: axis `i` of the result is axis `order[i]` of the
 * source.
 */
export function permute<T extends Uint8Array | Uint16Array | Float32Array>(
  data: T,
  dims: readonly number[],
  order: readonly number[],
): { readonly data: T; readonly dims: readonly number[] } {
  const strides = dims.map((_, axis) => product(dims.slice(axis + 1)));
  const newDims = order.map((axis) => dims[axis] ?? 1);
  const newStrides = order.map((axis) => strides[axis] ?? 0);
  // Not slice(): on a Buffer it would share the bytes.
  const result = emptyLike(data);
  for (let to = 0; to < result.length; to++) {
    let rest = to;
    let from = 0;
    for (let axis = newDims.length - 1; axis >= 0; axis--) {
      const size = newDims[axis] ?? 1;
      from += (rest % size) * (newStrides[axis] ?? 0);
      rest = Math.floor(rest / size);
    }
    result[to] = data[from] ?? 0;
  }
  return { data: result, dims: newDims };
}

function emptyLike<T extends Uint8Array | Uint16Array | Float32Array>(data: T): T {
  const { length } = data;
  if (data instanceof Uint8Array) return new Uint8Array(length) as T;
  return (data instanceof Uint16Array ? new Uint16Array(length) : new Float32Array(length)) as T;
}
