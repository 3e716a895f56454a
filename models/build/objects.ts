// The class "person" of human's object detector (CenterNet over MobileNet v3, 80 classes of COCO).
// It is the package's own graph, translated node by node; the last layer keeps only the part for
// people.
import { firstKinds, inGroups } from './channels.js';
import { planes } from './layers.js';
import { ELEMENT_TYPE, Graph } from './onnx.js';
import { simplified } from './simplify.js';
import { readTopology, type Translated, translate } from './tf-graph.js';
import { type Weights, widened } from './weights.js';

/** One cell of the network's maps covers this number of pixels in both directions. */
const PIXELS_A_CELL = 4;
/** Number of boxes kept, best first, as in the package. */
const KEPT = 100;
/** Number of classes used: people are the first class of COCO. */
const KINDS = 1;
/** The tensors that compute the score of each class. */
const CLASSIFIER = ['pointwise_weights', 'biases'].map((name) => `CenternetHead/centernet_cls_output/${name}`);

export function objects(topology: string, weights: Weights): Uint8Array {
  const graph = new Graph();
  const pixels = graph.input({ name: 'pixels', type: 'uint8', dims: ['N', 'H', 'W', 3] });
  const floats = firstKinds(inGroups(widened(weights)), CLASSIFIER, KINDS);
  const network = translate(graph, readTopology(topology), floats, { 'tower_0/images': planes(graph, pixels) });
  const { scores, cells, width } = best(graph, network);
  const { columns, rows } = positions(graph, cells, width);
  const reach = reaches(graph, network, cells);
  const [left, top, right, bottom] = graph.split(reach, 1, 4);
  const sides = [
    graph.node('Sub', [columns, left!]),
    graph.node('Sub', [rows, top!]),
    graph.node('Add', [columns, right!]),
    graph.node('Add', [rows, bottom!]),
  ];
  graph.node('Transpose', [graph.node('Concat', sides, { axis: 1 })], { perm: [0, 2, 1] }, 'boxes');
  graph.node('Identity', [scores], {}, 'scores');
  graph.output({ name: 'boxes', type: 'float32', dims: ['N', KEPT, 4] });
  graph.output({ name: 'scores', type: 'float32', dims: ['N', KEPT] });
  return simplified(graph, ['boxes', 'scores']).encode('objects');
}

/** The best cells; a cell counts only if no neighbour has a higher score. */
function best(graph: Graph, network: Translated) {
  const map = network('tower_0/keypoints');
  const highest = graph.node('MaxPool', [map], { kernel_shape: [3, 3], pads: [1, 1, 1, 1] });
  const isPeak = graph.node('Cast', [graph.node('Equal', [map, highest])], { to: ELEMENT_TYPE.float32 });
  const flat = graph.node('Flatten', [graph.node('Mul', [map, isPeak])]);
  const [scores, cells] = graph.topK(flat, KEPT);
  return { scores, cells, width: graph.node('Shape', [map], { start: 3, end: 4 }) };
}

/** Positions of the cells' corners, in pixels of the input: N x 1 x KEPT. */
function positions(graph: Graph, cells: string, width: string) {
  const inPixels = (op: string) => {
    const index = graph.node('Cast', [graph.node(op, [cells, width])], { to: ELEMENT_TYPE.float32 });
    return graph.node('Mul', [graph.node('Unsqueeze', [index, graph.integers([1])]), graph.scalar(PIXELS_A_CELL)]);
  };
  return { columns: inPixels('Mod'), rows: inPixels('Div') };
}

/** Distances of each box from its cell to the left, top, right and bottom: N x 4 x KEPT. */
function reaches(graph: Graph, network: Translated, cells: string): string {
  const map = graph.node('Reshape', [network('tower_0/wh'), graph.integers([0, 4, -1])]);
  const wanted = graph.node('Unsqueeze', [cells, graph.integers([1])]);
  return graph.node('GatherElements', [map, graph.node('Tile', [wanted, graph.integers([1, 4, 1])])], { axis: 2 });
}
