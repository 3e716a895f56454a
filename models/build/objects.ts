// human's object detector (CenterNet over MobileNet v3, 80 classes of COCO). It is the package's
// own graph, translated node by node. People, its first class, have outputs of their own: the
// package's list of the best boxes of all classes leaves people out where a photo is full of
// things.
import { inGroups } from './channels.js';
import { planes } from './layers.js';
import { ELEMENT_TYPE, Graph } from './onnx.js';
import { simplified } from './simplify.js';
import { readTopology, type Translated, translate } from './tf-graph.js';
import { type Weights, widened } from './weights.js';

/** One cell of the network's maps covers this number of pixels in both directions. */
const PIXELS_A_CELL = 4;
/** Number of boxes kept, best first, as in the package; once for people, once for the rest. */
const KEPT = 100;
/** Number of classes. */
const KINDS = 80;

export function objects(topology: string, weights: Weights): Uint8Array {
  const graph = new Graph();
  const pixels = graph.input({ name: 'pixels', type: 'uint8', dims: ['N', 'H', 'W', 3] });
  const network = translate(graph, readTopology(topology), inGroups(widened(weights)), {
    'tower_0/images': planes(graph, pixels),
  });
  const map = network('tower_0/keypoints');
  const [people, things] = graph.splitInto(map, 1, [1, KINDS - 1]);
  const size = graph.node('Shape', [map], { start: 2, end: 4 });
  const person = best(graph, people!);
  graph.node('Transpose', [boxesAt(graph, network, person.places, size)], { perm: [0, 2, 1] }, 'boxes');
  graph.node('Identity', [person.scores], {}, 'scores');
  const thing = best(graph, things!);
  const area = graph.node('ReduceProd', [size], { keepdims: 0 });
  const cells = graph.node('Mod', [thing.places, area]);
  graph.node('Transpose', [boxesAt(graph, network, cells, size)], { perm: [0, 2, 1] }, 'thingBoxes');
  graph.node('Identity', [thing.scores], {}, 'thingScores');
  const kinds = graph.node('Cast', [graph.node('Div', [thing.places, area])], { to: ELEMENT_TYPE.float32 });
  graph.node('Add', [kinds, graph.scalar(1)], {}, 'kinds');
  graph.output({ name: 'boxes', type: 'float32', dims: ['N', KEPT, 4] });
  graph.output({ name: 'scores', type: 'float32', dims: ['N', KEPT] });
  graph.output({ name: 'thingBoxes', type: 'float32', dims: ['N', KEPT, 4] });
  graph.output({ name: 'thingScores', type: 'float32', dims: ['N', KEPT] });
  graph.output({ name: 'kinds', type: 'float32', dims: ['N', KEPT] });
  const outputs = ['boxes', 'scores', 'thingBoxes', 'thingScores', 'kinds'];
  return simplified(graph, outputs).encode('objects');
}

/**
 * The best places in a map of one or more classes; a cell counts only if no neighbour of its class
 * has a higher score.
 */
function best(graph: Graph, map: string) {
  const highest = graph.node('MaxPool', [map], { kernel_shape: [3, 3], pads: [1, 1, 1, 1] });
  const isPeak = graph.node('Cast', [graph.node('Equal', [map, highest])], { to: ELEMENT_TYPE.float32 });
  const [scores, places] = graph.topK(graph.node('Flatten', [graph.node('Mul', [map, isPeak])]), KEPT);
  return { scores, places };
}

/** Left, top, right and bottom of these cells' boxes, in pixels of the input: N x 4 x KEPT. */
function boxesAt(graph: Graph, network: Translated, cells: string, size: string): string {
  const width = graph.node('Slice', [size, graph.integers([1]), graph.integers([2])]);
  const inPixels = (op: string) => {
    const index = graph.node('Cast', [graph.node(op, [cells, width])], { to: ELEMENT_TYPE.float32 });
    return graph.node('Mul', [graph.node('Unsqueeze', [index, graph.integers([1])]), graph.scalar(PIXELS_A_CELL)]);
  };
  const [columns, rows] = [inPixels('Mod'), inPixels('Div')];
  const [left, top, right, bottom] = graph.split(reaches(graph, network, cells), 1, 4);
  const sides = [
    graph.node('Sub', [columns, left!]),
    graph.node('Sub', [rows, top!]),
    graph.node('Add', [columns, right!]),
    graph.node('Add', [rows, bottom!]),
  ];
  return graph.node('Concat', sides, { axis: 1 });
}

/** Distances of each box from its cell to the left, top, right and bottom: N x 4 x KEPT. */
function reaches(graph: Graph, network: Translated, cells: string): string {
  const map = graph.node('Reshape', [network('tower_0/wh'), graph.integers([0, 4, -1])]);
  const wanted = graph.node('Unsqueeze', [cells, graph.integers([1])]);
  return graph.node('GatherElements', [map, graph.node('Tile', [wanted, graph.integers([1, 4, 1])])], { axis: 2 });
}
