// Whether a face is a child's: one linear layer on the features of face-ages, trained in
// models/train.
import { Layers } from './layers.js';
import { ELEMENT_TYPE, Graph } from './onnx.js';
import type { Weights } from './weights.js';

const FEATURES = 1024;
/** Features are given as bytes of this many to 1 (src/detectors/faces/ages.ts). */
const BYTES_PER_UNIT = 85;

export function faceChild(weights: Weights): Uint8Array {
  const graph = new Graph();
  const layers = new Layers(graph, weights);
  const bytes = graph.input({ name: 'features', type: 'uint8', dims: ['N', FEATURES] });
  const cast = graph.node('Cast', [bytes], { to: ELEMENT_TYPE.float32 });
  const features = graph.node('Div', [cast, graph.scalar(BYTES_PER_UNIT)]);
  const logits = graph.node('Gemm', [features, layers.weight('child/weights'), layers.weight('child/bias')]);
  graph.node('Squeeze', [logits, graph.integers([1])], {}, 'child');
  graph.output({ name: 'child', type: 'float32', dims: ['N'] });
  return graph.encode('face-child');
}
