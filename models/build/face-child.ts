// Whether a face is a child's, and whether it is a real face: one linear layer on the features of
// face-ages, trained in models/train.
import { Layers } from './layers.js';
import { ELEMENT_TYPE, Graph } from './onnx.js';
import type { Weights } from './weights.js';

const FEATURES = 1024;
/** Features are given as bytes of this many to 1 (src/detectors/faces/ages.ts). */
const BYTES_PER_UNIT = 85;
/** Log odds: of a child; of a real face, not one of a statue, a drawing or an animal. */
const HEADS = ['child', 'real'] as const;

export function faceChild(weights: Weights): Uint8Array {
  const graph = new Graph();
  const layers = new Layers(graph, weights);
  const bytes = graph.input({ name: 'features', type: 'uint8', dims: ['N', FEATURES] });
  const cast = graph.node('Cast', [bytes], { to: ELEMENT_TYPE.float32 });
  const features = graph.node('Div', [cast, graph.scalar(BYTES_PER_UNIT)]);
  const logits = graph.node('Gemm', [features, layers.weight('heads/weights'), layers.weight('heads/bias')]);
  for (const [place, head] of HEADS.entries()) {
    const column = graph.node('Gather', [logits, graph.integers([place])], { axis: 1 });
    graph.node('Squeeze', [column, graph.integers([1])], {}, head);
    graph.output({ name: head, type: 'float32', dims: ['N'] });
  }
  return graph.encode('face-child');
}
