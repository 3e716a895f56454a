// Checks a model's input against its description, in the same way for every engine. face-api, for
// example, would silently resize it.
import type { Tensor } from './engine.js';
import type { TensorDescription } from './manifest.js';

/**
 * Throws RangeError if the shape differs from the description, or if the number of values does not
 * match the shape.
 */
export function checkInput({ dims, data }: Tensor, description: TensorDescription): void {
  const isShaped =
    dims.length === description.dims.length &&
    description.dims.every((size, axis) => typeof size === 'string' || size === dims[axis]);
  if (!isShaped) throw new RangeError(`expected ${description.dims.join(' x ')}, got ${dims.join(' x ')}`);
  const count = dims.reduce((a, b) => a * b, 1);
  if (data.length !== count)
    throw new RangeError(`expected ${count} values for ${dims.join(' x ')}, got ${data.length}`);
}
