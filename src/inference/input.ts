// Holds a model's input against its description, the same way for every engine: face-api, say, would resize in silence.
import type { Tensor } from './engine.js';
import type { TensorDescription } from './manifest.js';

/** Throws RangeError where the shape is not the described one, or has not as many values as the shape says. */
export function checkInput({ dims, data }: Tensor, description: TensorDescription): void {
  const isShaped =
    dims.length === description.dims.length &&
    description.dims.every((size, axis) => typeof size === 'string' || size === dims[axis]);
  if (!isShaped) throw new RangeError(`expected ${description.dims.join(' x ')}, got ${dims.join(' x ')}`);
  const count = dims.reduce((a, b) => a * b, 1);
  if (data.length !== count)
    throw new RangeError(`expected ${count} values for ${dims.join(' x ')}, got ${data.length}`);
}
