// Each built face model compared with face-api's own results under TensorFlow.js (wasm), on the
// sample photos of its package.
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Model, Tensor } from '../../src/inference/engine.js';
import { packageFolder } from '../../src/inference/files.js';
import { createEngine } from '../../src/inference/index.js';
import { largestDifference, type Part, pixels, SAMPLES } from '../helpers/sample-photos.js';

/** The part of face-api's public functions that is used. */
interface FaceApi {
  readonly tf: {
    setWasmPaths(folder: string): void;
    setBackend(name: 'wasm'): Promise<boolean>;
    tensor3d(data: Tensor['data'], shape: readonly number[], type: 'int32'): object;
  };
  readonly nets: Record<'ssdMobilenetv1' | 'ageGenderNet', { loadFromDisk(folder: string): Promise<void> }>;
  readonly SsdMobilenetv1Options: new (options: { minConfidence: number }) => object;
  detectAllFaces(picture: object, options: object): PromiseLike<readonly { score: number; box: Box }[]>;
  predictAgeAndGender(picture: object): Promise<{ age: number; gender: string; genderProbability: number }>;
}

/** In pixels of the picture. */
type Box = Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>;

const SIDE = 512;
/** Measured on one x86-64 processor: 1e-6 of the side, 2e-6, 3e-5 years, 4e-7. */
const TOLERANCE = { box: 2e-5 * SIDE, score: 5e-5, age: 1e-3, gender: 1e-4 };

let api: FaceApi;
let detector: Model;
let estimator: Model;

beforeAll(async () => {
  const faceApi = packageFolder('@vladmandic/face-api')!;
  api = createRequire(import.meta.url)(join(faceApi, 'dist/face-api.node-wasm.js')) as FaceApi;
  api.tf.setWasmPaths(`${join(packageFolder('@tensorflow/tfjs-backend-wasm')!, 'dist')}/`);
  await api.tf.setBackend('wasm');
  await api.nets.ssdMobilenetv1.loadFromDisk(join(faceApi, 'model'));
  await api.nets.ageGenderNet.loadFromDisk(join(faceApi, 'model'));
  const engine = await createEngine('onnx');
  detector = await engine.model('face-ssd');
  estimator = await engine.model('face-age-gender');
});

const reference = ({ data, dims }: Tensor): object => api.tf.tensor3d(data, dims.slice(1), 'int32');

/**
 * Boxes from `minConfidence` that no better box covers by half, the best first, as face-api filters
 * the network's output.
 */
async function detect(picture: Tensor, minConfidence: number): Promise<readonly { score: number; box: Box }[]> {
  const { boxes, scores } = await detector.run(picture);
  const candidates = [...scores!.data.entries()]
    .filter(([, score]) => score > minConfidence)
    .sort(([, a], [, b]) => b - a)
    .map(([i, score]) => {
      const [top, left, bottom, right] = [...boxes!.data.subarray(i * 4, i * 4 + 4)].map((edge) => edge * SIDE);
      return { score, box: { top: top!, left: left!, bottom: bottom!, right: right! } };
    });
  const kept: typeof candidates = [];
  for (const one of candidates) if (kept.every((better) => overlap(one.box, better.box) <= 0.5)) kept.push(one);
  return kept.map(({ score, box }) => ({ score, box: inside(box) }));
}

function overlap(a: Box, b: Box): number {
  const area = ({ top, left, bottom, right }: Box) => Math.max(0, bottom - top) * Math.max(0, right - left);
  const shared = area({
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  });
  return shared / (area(a) + area(b) - shared);
}

const inside = ({ top, left, bottom, right }: Box): Box => ({
  top: Math.max(0, top),
  left: Math.max(0, left),
  bottom: Math.min(SIDE, bottom),
  right: Math.min(SIDE, right),
});

const corners = ({ top, left, bottom, right }: Box) => [top, left, bottom, right];

describe.each(SAMPLES.map((path) => ({ name: basename(path), path })))('on $name', ({ path }) => {
  it('face-ssd finds the faces of face-api', async () => {
    // Low, because many weak boxes test equality better than a few strong ones.
    const minConfidence = 0.1;
    const picture = await pixels(path, SIDE, SIDE);
    const options = new api.SsdMobilenetv1Options({ minConfidence });
    const expected = await api.detectAllFaces(reference(picture), options);
    const found = await detect(picture, minConfidence);
    expect(expected.length).toBeGreaterThanOrEqual(3);
    expect(found).toHaveLength(expected.length);
    for (const [i, face] of expected.entries()) {
      expect(largestDifference(corners(found[i]!.box), corners(face.box))).toBeLessThan(TOLERANCE.box);
      expect(Math.abs(found[i]!.score - face.score)).toBeLessThan(TOLERANCE.score);
    }
  });

  it('face-age-gender returns the ages and genders of face-api', async () => {
    for (const { box } of await detect(await pixels(path, SIDE, SIDE), 0.5)) {
      const crop = await pixels(path, 112, 112, await partOf(path, box));
      const expected = await api.predictAgeAndGender(reference(crop));
      const { age, gender } = await estimator.run(crop);
      const male = expected.gender === 'male' ? expected.genderProbability : 1 - expected.genderProbability;
      expect(Math.abs(age!.data[0]! - expected.age)).toBeLessThan(TOLERANCE.age);
      expect(Math.abs(gender!.data[0]! - male)).toBeLessThan(TOLERANCE.gender);
    }
  });
});

/** Maps a box from the 512 square back to the file. */
async function partOf(path: string, { top, left, bottom, right }: Box): Promise<Part> {
  const { width, height } = await sharp(path).metadata();
  const scale = Math.max(width, height) / SIDE;
  return {
    left: Math.floor(left * scale),
    top: Math.floor(top * scale),
    width: Math.min(Math.ceil((right - left) * scale), width - Math.floor(left * scale)),
    height: Math.min(Math.ceil((bottom - top) * scale), height - Math.floor(top * scale)),
  };
}
