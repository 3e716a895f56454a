// The age estimator of human ("faceres"): a MobileNet v1 over one face crop, with a probability for
// each year of age.
import { Layers, planes } from './layers.js';
import { Graph } from './onnx.js';
import type { Weights } from './weights.js';

/** Side of the square input in pixels. */
const SIDE = 224;
const BLOCKS = 13;
/** Planes of the last block. Their means are what face-child judges. */
const FEATURES = 1024;
/** Blocks whose depthwise convolution halves both sides (Howard et al. 2017, table 1). */
const HALVING = [2, 4, 6, 12];
/** ReLU6. */
const HIGHEST = 6;

export function faceAges(weights: Weights): Uint8Array {
  const graph = new Graph();
  const layers = new Layers(graph, weights);
  const pixels = graph.input({ name: 'pixels', type: 'uint8', dims: ['N', SIDE, SIDE, 3] });
  let x = merged(layers, planes(graph, pixels), 'conv1', 2);
  for (let i = 1; i <= BLOCKS; i++) {
    x = depthwise(layers, x, `conv_dw_${i}`, HALVING.includes(i) ? 2 : 1);
    x = merged(layers, x, `conv_pw_${i}`, 1);
  }
  const pooled = graph.node('Flatten', [graph.node('GlobalAveragePool', [x])], {}, 'features');
  graph.output({ name: pooled, type: 'float32', dims: ['N', FEATURES] });
  const features = graph.node('Relu', [dense(layers, pooled, 'feats')]);
  graph.node('Softmax', [dense(layers, features, 'age_pred')], { axis: 1 }, 'ages');
  graph.output({ name: 'ages', type: 'float32', dims: ['N', 100] });
  return graph.encode('face-ages');
}

/** A convolution whose weights already include the batch normalisation; only the shift remains. */
function merged(layers: Layers, x: string, name: string, stride: number): string {
  return relu6(layers.graph, layers.conv(x, `${name}/convolution/merged_input`, `${name}_bn/batchnorm_1/sub`, stride));
}

function depthwise(layers: Layers, x: string, name: string, stride: number): string {
  const { graph } = layers;
  const filtered = layers.depthwise(x, `${name}/depthwise_kernel`, stride);
  const norm = `${name}_bn/batchnorm_1`;
  const scaled = graph.node('Mul', [filtered, layers.plane(`${norm}/mul`)]);
  return relu6(graph, graph.node('Add', [scaled, layers.plane(`${norm}/sub`)]));
}

function dense(layers: Layers, x: string, name: string): string {
  return layers.graph.node('Gemm', [x, layers.weight(`${name}/kernel`), layers.weight(`${name}/bias`)]);
}

const relu6 = (graph: Graph, x: string): string => graph.node('Clip', [x, graph.scalar(0), graph.scalar(HIGHEST)]);
