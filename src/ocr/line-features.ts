// What the recogniser's last layer sees of a line, as the model text-script takes it.
import type { Tensor } from '../inference/engine.js';

/** Features are given to the model as bytes of this many to 1. They reach about 20. */
export const UNITS = 12;

/** The mean and the highest value of each feature over the steps of a line. */
export function pooledFeatures({ dims, data }: Tensor): Float32Array {
  const [, steps = 0, size = 0] = dims;
  const pooled = new Float32Array(2 * size).fill(0);
  for (let step = 0; step < steps; step += 1) {
    for (let index = 0; index < size; index += 1) {
      const value = data[step * size + index]!;
      pooled[index]! += value / steps;
      if (step === 0 || value > pooled[size + index]!) pooled[size + index] = value;
    }
  }
  return pooled;
}

export function featureBytes(features: Float32Array): Uint8Array {
  return Uint8Array.from(features, (value) => Math.min(255, Math.max(0, Math.round(value * UNITS))));
}
