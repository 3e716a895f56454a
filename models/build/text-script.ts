// The script of a line of text: one linear layer on the features of text-recognition, trained in
// models/train.

import { UNITS } from '../../src/ocr/line-features.js';
import { SCRIPTS } from '../../src/ocr/script-names.js';
import { Layers } from './layers.js';
import { ELEMENT_TYPE, Graph } from './onnx.js';
import type { Weights } from './weights.js';

const FEATURES = 240;

export function textScript(weights: Weights): Uint8Array {
  const graph = new Graph();
  const layers = new Layers(graph, weights);
  const bytes = graph.input({ name: 'features', type: 'uint8', dims: ['N', FEATURES] });
  const cast = graph.node('Cast', [bytes], { to: ELEMENT_TYPE.float32 });
  const features = graph.node('Div', [cast, graph.scalar(UNITS)]);
  const logits = graph.node('Gemm', [features, layers.weight('script/weights'), layers.weight('script/bias')]);
  graph.node('Softmax', [logits], { axis: 1 }, 'script');
  graph.output({ name: 'script', type: 'float32', dims: ['N', SCRIPTS.length] });
  return graph.encode('text-script');
}
