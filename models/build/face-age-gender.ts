// The age and gender estimator of face-api: a small Xception over one face crop.
import { Layers, planes } from './layers.js';
import { Graph } from './onnx.js';
import type { Weights } from './weights.js';

/** Side of the square input in pixels. */
const SIDE = 112;
/** Mean of red, green and blue: face-api, xception/TinyXception.ts. */
const MEAN_RGB = [122.782, 117.001, 104.298];
const MAIN_BLOCKS = 2;

export function faceAgeGender(weights: Weights): Uint8Array {
  const graph = new Graph();
  const layers = new Layers(graph, weights);
  const pixels = graph.input({ name: 'pixels', type: 'uint8', dims: ['N', SIDE, SIDE, 3] });
  const features = featureVector(layers, pixels);
  const age = graph.node('Gemm', [features, layers.weight('fc/age/weights'), layers.weight('fc/age/bias')]);
  graph.node('Squeeze', [age, graph.integers([1])], {}, 'age');
  const gender = graph.node('Gemm', [features, layers.weight('fc/gender/weights'), layers.weight('fc/gender/bias')]);
  const [male = ''] = graph.split(graph.node('Softmax', [gender], { axis: 1 }), 1, 2);
  graph.node('Squeeze', [male, graph.integers([1])], {}, 'gender');
  graph.output({ name: 'age', type: 'float32', dims: ['N'] });
  graph.output({ name: 'gender', type: 'float32', dims: ['N'] });
  return graph.encode('face-age-gender');
}

function featureVector(layers: Layers, pixels: string): string {
  const { graph } = layers;
  const centered = graph.node('Sub', [planes(graph, pixels), graph.floats(MEAN_RGB, [1, 3, 1, 1])]);
  const scaled = graph.node('Div', [centered, graph.scalar(255)]);
  let x = relu(graph, layers.conv(scaled, 'entry_flow/conv_in/filters', 'entry_flow/conv_in/bias', 2));
  x = reductionBlock(layers, x, x, 'entry_flow/reduction_block_0');
  x = reductionBlock(layers, x, relu(graph, x), 'entry_flow/reduction_block_1');
  for (let i = 0; i < MAIN_BLOCKS; i++) x = mainBlock(layers, x, `middle_flow/main_block_${i}`);
  x = reductionBlock(layers, x, relu(graph, x), 'exit_flow/reduction_block');
  x = relu(graph, separable(layers, x, 'exit_flow/separable_conv'));
  return graph.node('Flatten', [graph.node('GlobalAveragePool', [x])]);
}

/**
 * Halves both sides: `activated` passes two convolutions and a pool, `x` one convolution that skips
 * both.
 */
function reductionBlock(layers: Layers, x: string, activated: string, prefix: string): string {
  const { graph } = layers;
  const first = separable(layers, activated, `${prefix}/separable_conv0`);
  const second = separable(layers, relu(graph, first), `${prefix}/separable_conv1`);
  const pooled = graph.node('MaxPool', [second], {
    auto_pad: 'SAME_UPPER',
    kernel_shape: [3, 3],
    strides: [2, 2],
  });
  const skipped = layers.conv(x, `${prefix}/expansion_conv/filters`, `${prefix}/expansion_conv/bias`, 2);
  return graph.node('Add', [pooled, skipped]);
}

function mainBlock(layers: Layers, x: string, prefix: string): string {
  const { graph } = layers;
  let inner = x;
  for (let i = 0; i < 3; i++) inner = separable(layers, relu(graph, inner), `${prefix}/separable_conv${i}`);
  return graph.node('Add', [inner, x]);
}

function separable(layers: Layers, x: string, prefix: string): string {
  return layers.conv(layers.depthwise(x, `${prefix}/depthwise_filter`), `${prefix}/pointwise_filter`, `${prefix}/bias`);
}

const relu = (graph: Graph, x: string): string => graph.node('Relu', [x]);
