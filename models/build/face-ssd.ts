// The face detector of face-api: an SSD over MobileNet v1, with the decoding of its boxes. The
// package passes squares. Here pictures may end earlier at the right and the bottom, where a square
// would be black.
import { Layers, planes } from './layers.js';
import { Graph } from './onnx.js';
import type { Weights } from './weights.js';

/**
 * For the whole square: cells along each side of the six maps, and anchors in each cell (face-api
 * stores them as one list).
 */
const MAPS = [
  { cells: 32, anchors: 3 },
  { cells: 16, anchors: 6 },
  { cells: 8, anchors: 6 },
  { cells: 4, anchors: 6 },
  { cells: 2, anchors: 6 },
  { cells: 1, anchors: 6 },
] as const;
/** The list of anchors: edges of a box as fractions of the side of the square. */
const ANCHORS = 'Output/extra_dim';
/** face-api, ssdMobilenetv1/mobileNetV1.ts. */
const BATCH_NORM_EPSILON = 0.0010000000474974513;
const LAYERS_WITH_STRIDE_2 = [2, 4, 6, 12];
/** The layer whose features the first head reads, in addition to those of the last layer. */
const FINE_LAYER = 11;
const LAST_LAYER = 13;
/** Variances of the box encoding: face-api, ssdMobilenetv1/outputLayer.ts. */
const CENTER_VARIANCE = 10;
const SIZE_VARIANCE = 5;

export function faceSsd(weights: Weights): Uint8Array {
  const graph = new Graph();
  const layers = new Layers(graph, weights, 'as-even');
  const pixels = graph.input({ name: 'pixels', type: 'uint8', dims: ['N', 'H', 'W', 3] });
  const maps = featureMaps(layers, pixels);
  const heads = maps.map((map, i) => head(layers, map, i));
  const encoded = graph.node(
    'Concat',
    heads.map(({ boxes }) => boxes),
    { axis: 1 },
  );
  const classes = graph.node(
    'Concat',
    heads.map(({ classes }) => classes),
    { axis: 1 },
  );
  decodeBoxes(graph, encoded, anchors(layers, maps));
  // Of the three classes the first is the background and the second is the face. face-api ignores
  // the third, too.
  const [, face = ''] = graph.split(classes, 2, 3);
  graph.node('Sigmoid', [graph.node('Squeeze', [face, graph.integers([2])])], {}, 'scores');
  graph.output({ name: 'boxes', type: 'float32', dims: ['N', 'A', 4] });
  graph.output({ name: 'scores', type: 'float32', dims: ['N', 'A'] });
  return graph.encode('face-ssd');
}

/** The six feature maps in which faces are detected, from fine to coarse. */
function featureMaps(layers: Layers, pixels: string): readonly string[] {
  const { graph } = layers;
  const scaled = graph.node('Div', [planes(graph, pixels), graph.scalar(127.5)]);
  let x = pointwise(layers, graph.node('Sub', [scaled, graph.scalar(1)]), 'MobilenetV1/Conv2d_0_pointwise', 2);
  const maps: string[] = [];
  for (let i = 1; i <= LAST_LAYER; i++) {
    x = depthwise(layers, x, `MobilenetV1/Conv2d_${i}_depthwise`, LAYERS_WITH_STRIDE_2.includes(i) ? 2 : 1);
    x = pointwise(layers, x, `MobilenetV1/Conv2d_${i}_pointwise`, 1);
    if (i === FINE_LAYER || i === LAST_LAYER) maps.push(x);
  }
  for (let i = 0; i < 8; i += 2) {
    x = pointwise(layers, x, `Prediction/Conv2d_${i}_pointwise`, 1);
    x = pointwise(layers, x, `Prediction/Conv2d_${i + 1}_pointwise`, 2);
    maps.push(x);
  }
  return maps;
}

function pointwise(layers: Layers, x: string, prefix: string, stride: number): string {
  return relu6(layers.graph, layers.conv(x, `${prefix}/weights`, `${prefix}/convolution_bn_offset`, stride));
}

function depthwise(layers: Layers, x: string, prefix: string, stride: number): string {
  const norm = ['gamma', 'beta', 'moving_mean', 'moving_variance'];
  const inputs = norm.map((name) => layers.weight(`${prefix}/BatchNorm/${name}`));
  const filtered = layers.depthwise(x, `${prefix}/depthwise_weights`, stride);
  const epsilon = { float: BATCH_NORM_EPSILON };
  return relu6(layers.graph, layers.graph.node('BatchNormalization', [filtered, ...inputs], { epsilon }));
}

const relu6 = (graph: Graph, x: string): string => graph.node('Clip', [x, graph.scalar(0), graph.scalar(6)]);

/** The output of one map: four numbers and three classes for each of its anchors. */
function head(layers: Layers, map: string, index: number): { readonly boxes: string; readonly classes: string } {
  const prefix = `Prediction/BoxPredictor_${index}`;
  const { graph } = layers;
  const predict = (name: string, numbers: number): string => {
    const planes = layers.conv(map, `${prefix}/${name}/weights`, `${prefix}/${name}/biases`);
    const rows = graph.node('Transpose', [planes], { perm: [0, 2, 3, 1] });
    return graph.node('Reshape', [rows, graph.integers([0, -1, numbers])]);
  };
  return { boxes: predict('BoxEncodingPredictor', 4), classes: predict('ClassPredictor', 3) };
}

/** The anchors of the cells that the maps have: A x 4. */
function anchors(layers: Layers, maps: readonly string[]): string {
  const { graph } = layers;
  const lengths = MAPS.map(({ cells, anchors }) => cells * cells * anchors);
  const list = graph.node('Reshape', [layers.weight(ANCHORS), graph.integers([-1, 4])]);
  const lists = graph.splitInto(list, 0, lengths);
  const kept = MAPS.map(({ cells, anchors }, i) => {
    const all = graph.node('Reshape', [lists[i]!, graph.integers([cells, cells, anchors * 4])]);
    const size = graph.node('Shape', [maps[i]!], { start: 2, end: 4 });
    const own = graph.node('Slice', [all, graph.integers([0, 0]), size, graph.integers([0, 1])]);
    return graph.node('Reshape', [own, graph.integers([-1, 4])]);
  });
  return graph.node('Concat', kept, { axis: 0 });
}

/** From offsets against the anchors to corners: top, left, bottom, right. */
function decodeBoxes(graph: Graph, encoded: string, anchors: string): void {
  const [topLeft = '', bottomRight = ''] = graph.split(anchors, 1, 2);
  const sizes = graph.node('Sub', [bottomRight, topLeft]);
  const centers = graph.node('Add', [topLeft, graph.node('Div', [sizes, graph.scalar(2)])]);
  const [shift = '', growth = ''] = graph.split(encoded, 2, 2);
  const moved = graph.node('Mul', [graph.node('Div', [shift, graph.scalar(CENTER_VARIANCE)]), sizes]);
  const center = graph.node('Add', [moved, centers]);
  const factor = graph.node('Exp', [graph.node('Div', [growth, graph.scalar(SIZE_VARIANCE)])]);
  const half = graph.node('Div', [graph.node('Mul', [factor, sizes]), graph.scalar(2)]);
  const corners = [graph.node('Sub', [center, half]), graph.node('Add', [center, half])];
  graph.node('Concat', corners, { axis: 2 }, 'boxes');
}
