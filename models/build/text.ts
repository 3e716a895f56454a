// The text models of PP-OCR, as shipped but for their ends: pixels as sharp gives them go in, named outputs come out.
import protobuf from 'protobufjs/minimal.js';
import {
  bytes,
  type Dimension,
  ELEMENT_TYPE,
  GRAPH_FIELD,
  Graph,
  MODEL_FIELD,
  message,
  type Value,
  type Write,
} from './onnx.js';

/** Mean and deviation as PaddleOCR writes them, for values 0..1, in the order blue, green, red in which it reads pictures. */
interface Normalisation {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Names of the tensors in the shipped graphs. */
interface Ends {
  readonly input: string;
  readonly output: string;
}

/** PaddleOCR, configs/det/ch_PP-OCRv4/ch_PP-OCRv4_det_student.yml. */
const DETECTION: Normalisation = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] };
/** PaddleOCR, tools/infer/predict_rec.py, resize_norm_img. */
const RECOGNITION: Normalisation = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };

export function textDetection(shipped: Uint8Array): Uint8Array {
  const output: Value = { name: 'probability', type: 'float32', dims: ['N', 1, 'H', 'W'] };
  return rewire(shipped, { input: 'x', output: 'sigmoid_0.tmp_0' }, DETECTION, ['N', 'H', 'W', 3], output);
}

export function textRecognition(shipped: Uint8Array): Uint8Array {
  const output: Value = { name: 'characters', type: 'float32', dims: ['N', 'T', 6625] };
  return rewire(shipped, { input: 'x', output: 'softmax_11.tmp_0' }, RECOGNITION, ['N', 48, 'W', 3], output);
}

function rewire(
  shipped: Uint8Array,
  ends: Ends,
  { mean, deviation }: Normalisation,
  inputDims: readonly Dimension[],
  output: Value,
): Uint8Array {
  const before = new Graph();
  const pixels = before.input({ name: 'pixels', type: 'uint8', dims: inputDims });
  const planes = before.node('Transpose', [pixels], { perm: [0, 3, 1, 2] });
  const bgr = before.node('Gather', [planes, before.integers([2, 1, 0])], { axis: 1 });
  const floats = before.node('Cast', [bgr], { to: ELEMENT_TYPE.float32 });
  const centered = before.node('Sub', [floats, perChannel(before, mean)]);
  before.node('Div', [centered, perChannel(before, deviation)], {}, ends.input);
  const after = new Graph();
  after.node('Identity', [ends.output], {}, output.name);
  after.output(output);

  const isEnd = ({ field }: Field): boolean => field === GRAPH_FIELD.input || field === GRAPH_FIELD.output;
  const model = readFields(shipped).map(({ field, value, copy }) => {
    if (field !== MODEL_FIELD.graph || !value) return copy;
    const kept = readFields(value).filter((part) => !isEnd(part));
    return bytes(MODEL_FIELD.graph, message([...before.fields(), ...kept.map((part) => part.copy), ...after.fields()]));
  });
  return message(model);
}

/** From the scale 0..1 to the octets' 0..255, one number for each plane. */
function perChannel(graph: Graph, values: readonly number[]): string {
  return graph.floats(
    values.map((value) => value * 255),
    [1, values.length, 1, 1],
  );
}

interface Field {
  readonly field: number;
  /** The bytes of a message, text or packed list; null for a number. */
  readonly value: Uint8Array | null;
  readonly copy: Write;
}

/** The fields of a message, in order, each with what writes it again unchanged. */
function readFields(encoded: Uint8Array): readonly Field[] {
  const reader = protobuf.Reader.create(encoded);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const field = tag >>> 3;
    const wire = tag & 7;
    if (wire === 2) {
      const value = reader.bytes();
      fields.push({ field, value, copy: bytes(field, value) });
    } else if (wire === 0) {
      const value = reader.uint64();
      fields.push({ field, value: null, copy: (to) => to.uint32(tag).uint64(value) });
    } else {
      throw new Error(`field ${field} of the shipped model is of a kind not known here`);
    }
  }
  return fields;
}
