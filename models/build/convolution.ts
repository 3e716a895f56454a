// A convolution that absorbs scales and shifts of its input and output into its own weights.
import type { Write } from './onnx.js';
import type { Floats } from './shipped-node.js';

/** y = scale * x + shift. */
export interface Affine {
  readonly scale: number;
  readonly shift: number;
}

export class Convolution {
  readonly dims: readonly number[];
  readonly attributes: readonly Write[];
  input: string;
  output: string;
  /** The weights by output channel, input channel, row and column; the bias by output channel. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;

  constructor(input: string, output: string, weights: Floats, bias: Floats | null, attributes: readonly Write[]) {
    this.input = input;
    this.output = output;
    this.dims = weights.dims;
    this.attributes = attributes;
    this.weights = Float64Array.from(weights.data);
    this.bias = bias === null ? new Float64Array(weights.dims[0] ?? 0) : Float64Array.from(bias.data);
  }

  /**
   * Absorbs the affine that produced the current input, and reads `input` instead. A shift is only
   * correct without padding.
   */
  takeFrom(input: string, { scale, shift }: Affine): void {
    const size = this.weights.length / this.bias.length;
    for (let channel = 0; channel < this.bias.length; channel += 1) {
      const own = this.weights.subarray(channel * size, (channel + 1) * size);
      this.bias[channel]! += shift * own.reduce((sum, weight) => sum + weight, 0);
      for (let index = 0; index < size; index += 1) own[index]! *= scale;
    }
    this.input = input;
  }

  /** Absorbs the affine of the current output, and writes `output` instead. */
  giveAs(output: string, { scale, shift }: Affine): void {
    for (let index = 0; index < this.weights.length; index += 1) this.weights[index]! *= scale;
    for (let index = 0; index < this.bias.length; index += 1) this.bias[index] = this.bias[index]! * scale + shift;
    this.output = output;
  }
}
