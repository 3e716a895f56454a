// The text models of PP-OCR. The inputs are pixels in sharp's layout and the outputs have names;
// between them is the shipped graph, simplified.
import { bytes, type Dimension, ELEMENT_TYPE, GRAPH_FIELD, Graph, MODEL_FIELD, message, type Value } from './onnx.js';
import { bytesOf, readFields } from './protobuf.js';
import { simplify } from './simplify.js';

/**
 * Mean and standard deviation from PaddleOCR, for values 0..1 in the order blue, green, red in
 * which it reads pictures.
 */
interface Normalisation {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Names of the tensors in the shipped graphs. */
interface Ends {
  readonly input: string;
  /** Of each output, by its own name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** PaddleOCR, configs/det/ch_PP-OCRv4/ch_PP-OCRv4_det_student.yml. */
const DETECTION: Normalisation = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] };
/** PaddleOCR, tools/infer/predict_rec.py, resize_norm_img. */
const RECOGNITION: Normalisation = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };

/** Fields of the shipped graph that are not copied. */
const REPLACED: readonly number[] = [GRAPH_FIELD.input, GRAPH_FIELD.output];

export function textDetection(shipped: Uint8Array): Uint8Array {
  const output: Value = { name: 'probability', type: 'float32', dims: ['N', 1, 'H', 'W'] };
  const ends = { input: 'x', outputs: { probability: 'sigmoid_0.tmp_0' } };
  return rewire(shipped, ends, DETECTION, ['N', 'H', 'W', 3], [output]);
}

export function textRecognition(shipped: Uint8Array): Uint8Array {
  const outputs: readonly Value[] = [
    { name: 'characters', type: 'float32', dims: ['N', 'T', 6625] },
    { name: 'features', type: 'float32', dims: ['N', 'T', 120] },
  ];
  // What the last layer sees of each step: the shapes of letters, of any script.
  const ends = { input: 'x', outputs: { characters: 'softmax_11.tmp_0', features: 'transpose_51.tmp_0' } };
  return rewire(shipped, ends, RECOGNITION, ['N', 48, 'W', 3], outputs);
}

function rewire(
  shipped: Uint8Array,
  ends: Ends,
  { mean, deviation }: Normalisation,
  inputDims: readonly Dimension[],
  outputs: readonly Value[],
): Uint8Array {
  const graph = new Graph();
  const pixels = graph.input({ name: 'pixels', type: 'uint8', dims: inputDims });
  const planes = graph.node('Transpose', [pixels], { perm: [0, 3, 1, 2] });
  const bgr = graph.node('Gather', [planes, graph.integers([2, 1, 0])], { axis: 1 });
  const floats = graph.node('Cast', [bgr], { to: ELEMENT_TYPE.float32 });
  const centered = graph.node('Sub', [floats, perChannel(graph, mean)]);
  graph.node('Div', [centered, perChannel(graph, deviation)], {}, ends.input);
  const model = readFields(shipped).map((part) => {
    if (part.field !== MODEL_FIELD.graph) return part.copy;
    const rest = simplify(readFields(bytesOf(part)), Object.values(ends.outputs), graph);
    for (const output of outputs) {
      graph.node('Identity', [ends.outputs[output.name] ?? ''], {}, output.name);
      graph.output(output);
    }
    const kept = rest.filter(({ field }) => !REPLACED.includes(field));
    return bytes(MODEL_FIELD.graph, message([...graph.fields(), ...kept.map(({ copy }) => copy)]));
  });
  return message(model);
}

/** From the scale 0..1 to the scale 0..255 of bytes, one number for each plane. */
function perChannel(graph: Graph, values: readonly number[]): string {
  return graph.floats(
    values.map((value) => value * 255),
    [1, values.length, 1, 1],
  );
}
