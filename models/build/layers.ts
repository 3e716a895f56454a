// The layers of both face models, as ONNX nodes over planes (batch, channel, row, column).
import { type Attribute, ELEMENT_TYPE, type Graph } from './onnx.js';
import { permute } from './shapes.js';
import type { Weight, Weights } from './weights.js';

/**
 * From TensorFlow's order of a convolution's axes (row, column, in, out) to ONNX's (out, in, row,
 * column).
 */
const CONVOLUTION_ORDER = [3, 2, 0, 1];
/** Depthwise: from (row, column, channel, 1) to (channel, 1, row, column). */
const DEPTHWISE_ORDER = [2, 3, 0, 1];

/**
 * Smaller tensors are stored as float32: nodes that convert them on loading take more time (a
 * fifth, for face-ssd) than they save.
 */
const MIN_CONVERTED_SIZE = 4096;

/** Layers that read their weights from the model of one package. */
export class Layers {
  /**
   * @param strides how a 3 x 3 filter with stride 2 is aligned: as SAME requires for the actual
   * size, or as for even sizes at any size
   */
  constructor(
    readonly graph: Graph,
    readonly weights: Weights,
    readonly strides: 'same' | 'as-even' = 'same',
  ) {}

  /**
   * A tensor as float32. A large tensor that the package stores in fewer bits stays so in the file,
   * and is converted when the model is loaded.
   */
  weight(name: string, order?: readonly number[]): string {
    const weight = reorder(this.weights(name), order);
    if (weight.kind === 'float32') return this.graph.floats(weight.data, weight.dims);
    if (weight.kind === 'float16') {
      return this.graph.node('Cast', [this.graph.halves(weight.data, weight.dims)], { to: ELEMENT_TYPE.float32 });
    }
    // In double precision until the end, as face-api computes it in JavaScript: the weights are the
    // same to the last bit.
    const { data, dims, scale, min } = weight;
    if (data.length < MIN_CONVERTED_SIZE) {
      return this.graph.floats(
        Array.from(data, (byte) => byte * scale + min),
        dims,
      );
    }
    const cast = this.graph.node('Cast', [this.graph.bytes(data, dims)], { to: ELEMENT_TYPE.float64 });
    const scaled = this.graph.node('Mul', [cast, this.graph.double(scale)]);
    const shifted = this.graph.node('Add', [scaled, this.graph.double(min)]);
    return this.graph.node('Cast', [shifted], { to: ELEMENT_TYPE.float32 });
  }

  /**
   * One number for each channel, shaped so that it can be added to planes or multiplied with them.
   */
  plane(name: string): string {
    return this.graph.node('Reshape', [this.weight(name), this.graph.integers([1, -1, 1, 1])]);
  }

  /** Convolution with TensorFlow's SAME padding; nothing is added without `bias`. */
  conv(x: string, filters: string, bias?: string, stride = 1): string {
    const inputs = [x, this.weight(filters, CONVOLUTION_ORDER)];
    if (bias !== undefined) inputs.push(this.weight(bias));
    return this.#conv(inputs, stride);
  }

  /** Depthwise convolution: a filter for each channel; nothing is added without `bias`. */
  depthwise(x: string, filters: string, stride = 1, bias?: string): string {
    const channels = this.weights(filters).dims[2] ?? 1;
    const added = bias === undefined ? [] : [this.weight(bias)];
    return this.#conv([x, this.weight(filters, DEPTHWISE_ORDER), ...added], stride, { group: channels });
  }

  #conv(inputs: readonly string[], stride: number, attributes: Record<string, Attribute> = {}): string {
    // Without padding at the top and left, the maps of a picture that ends earlier equal the upper
    // left parts of the maps of a whole one.
    const isAsEven = stride === 2 && this.strides === 'as-even';
    return this.graph.node('Conv', inputs, {
      ...(isAsEven ? { pads: [0, 0, 2, 2] } : { auto_pad: 'SAME_UPPER' }),
      strides: [stride, stride],
      ...attributes,
    });
  }
}

/**
 * Bytes of RGB pixels, row by row, to planes of float32: from sharp's layout to that of the
 * convolutions.
 */
export function planes(graph: Graph, pixels: string): string {
  return graph.node('Cast', [graph.node('Transpose', [pixels], { perm: [0, 3, 1, 2] })], { to: ELEMENT_TYPE.float32 });
}

function reorder(weight: Weight, order: readonly number[] | undefined): Weight {
  if (!order) return weight;
  switch (weight.kind) {
    case 'uint8':
      return { ...weight, ...permute(weight.data, weight.dims, order) };
    case 'float16':
      return { ...weight, ...permute(weight.data, weight.dims, order) };
    case 'float32':
      return { ...weight, ...permute(weight.data, weight.dims, order) };
    default:
      return weight satisfies never;
  }
}
