// Whether a person in a picture is a child, judged by the whole person: a MobileNet v2 with weights
// trained in models/train.
import { Layers, planes } from './layers.js';
import { Graph } from './onnx.js';
import type { Weights } from './weights.js';

/** Side of the square input in pixels. */
const SIDE = 192;
const HIGHEST = 6;
/** Strides of the depthwise convolutions, block by block (Sandler et al. 2018, table 2). */
const STRIDES = [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1];
/**
 * Blocks that change the number of channels and therefore cannot add their input to their output.
 */
const WIDENING = [0, 1, 3, 6, 10, 13, 16];
/** Sharpness of the soft maximum over positions (models/train/train.py). */
const SHARPNESS = 2;
/** Number of positions in the last feature map. */
const PLACES = 36;
/**
 * Log odds of each head: a child, judged by the person; a child in the photo, judged by all of it;
 * a real person, not a picture of one; and, four numbers, by how many quarter turns a whole photo
 * is turned (models/train/train.py).
 */
const HEADS = ['child', 'scene', 'real'] as const;
const TURNS = [3, 4, 5, 6];

/** Blocks that the members share (models/train/backbone.py). */
const SHARED = 3;
/**
 * Models of one kind, trained at different depths; their outputs are averaged
 * (models/train/train.py).
 */
const MEMBERS = 2;

export function childPerson(weights: Weights): Uint8Array {
  const graph = new Graph();
  const layers = new Layers(graph, weights);
  const pixels = graph.input({ name: 'pixels', type: 'uint8', dims: ['N', SIDE, SIDE, 3] });
  // 0..255 to -1..1.
  const scaled = graph.node('Div', [planes(graph, pixels), graph.scalar(127.5)]);
  let x = relu6(graph, conv(layers, graph.node('Sub', [scaled, graph.scalar(1)]), 'stem', 2));
  for (let index = 0; index < SHARED; index++) x = block(layers, x, `block_${index}`, index);
  const members = Array.from({ length: MEMBERS }, (_, number) => member(layers, x, `member_${number}`));
  const sum = members.reduce((before, next) => graph.node('Add', [before, next]));
  const logits = graph.node('Div', [sum, graph.scalar(MEMBERS)]);
  for (const [place, head] of HEADS.entries()) {
    const column = graph.node('Gather', [logits, graph.integers([place])], { axis: 1 });
    graph.node('Squeeze', [column, graph.integers([1])], {}, head);
    graph.output({ name: head, type: 'float32', dims: ['N'] });
  }
  graph.node('Gather', [logits, graph.integers(TURNS)], { axis: 1 }, 'turned');
  graph.output({ name: 'turned', type: 'float32', dims: ['N', TURNS.length] });
  return graph.encode('child-person');
}

/** The log odds of each head from one member. */
function member(layers: Layers, shared: string, name: string): string {
  const { graph } = layers;
  let x = shared;
  for (let index = SHARED; index < STRIDES.length; index++) x = block(layers, x, `${name}/block_${index}`, index);
  x = relu6(graph, conv(layers, x, `${name}/last`));
  const pooled = ['GlobalAveragePool', 'GlobalMaxPool'].map((pool) => graph.node('Flatten', [graph.node(pool, [x])]));
  const whole = graph.node('Gemm', [
    graph.node('Concat', pooled, { axis: 1 }),
    layers.weight(`${name}/whole/weights`),
    layers.weight(`${name}/whole/bias`),
  ]);
  const somewhere = anywhere(layers, x, `${name}/place`);
  return graph.node('Add', [whole, somewhere]);
}

/**
 * Soft maximum of the log odds over all positions: the features of a child may be visible at few of
 * them.
 */
function anywhere(layers: Layers, x: string, name: string): string {
  const { graph } = layers;
  const sharpened = graph.node('Mul', [conv(layers, x, name), graph.scalar(SHARPNESS)]);
  const sum = graph.node('ReduceLogSumExp', [sharpened], { axes: [2, 3], keepdims: 0 });
  const mean = graph.node('Sub', [sum, graph.scalar(Math.log(PLACES))]);
  return graph.node('Div', [mean, graph.scalar(SHARPNESS)]);
}

/** Inverted residual block: expand, depthwise filter, project. */
function block(layers: Layers, x: string, name: string, index: number): string {
  const { graph } = layers;
  const wide = index === 0 ? x : relu6(graph, conv(layers, x, `${name}/expand`));
  const filtered = layers.depthwise(wide, `${name}/depthwise/filters`, STRIDES[index], `${name}/depthwise/bias`);
  const narrow = conv(layers, relu6(graph, filtered), `${name}/project`);
  return WIDENING.includes(index) ? narrow : graph.node('Add', [x, narrow]);
}

function conv(layers: Layers, x: string, name: string, stride = 1): string {
  return layers.conv(x, `${name}/filters`, `${name}/bias`, stride);
}

function relu6(graph: Graph, x: string): string {
  return graph.node('Clip', [x, graph.scalar(0), graph.scalar(HIGHEST)]);
}
