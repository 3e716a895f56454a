import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { firstKinds, inGroups } from '../../models/build/channels.js';
import { Graph } from '../../models/build/onnx.js';
import { permute } from '../../models/build/shapes.js';
import { readWeights, type Weight, widened } from '../../models/build/weights.js';
import { areModelsFresh, buildModel } from '../../models/build.js';
import { sha256 } from '../../src/inference/files.js';
import { readManifest } from '../../src/inference/manifest.js';

describe('building the models', () => {
  it.each(readManifest())('reproduces the bytes in the manifest for $id, each time', async (entry) => {
    for (let time = 0; time < 2; time++) {
      for (const { expected, content } of await buildModel(entry)) {
        expect([content.length, sha256(content)]).toEqual([expected.bytes, expected.sha256]);
      }
    }
  });

  it('is not repeated once it is done', async () => {
    expect(await areModelsFresh()).toBe(true);
  });

  it('rejects a package with other weights', async () => {
    const [entry] = readManifest();
    const files = entry!.source.files.map((file) => ({ ...file, sha256: '0'.repeat(64) }));
    await expect(buildModel({ ...entry!, source: { ...entry!.source, files } })).rejects.toThrow(
      'npm install @vladmandic/face-api',
    );
  });
});

describe('readWeights', () => {
  const list = JSON.stringify([
    {
      weights: [
        { name: 'a', shape: [2], dtype: 'float32' },
        { name: 'b', shape: [1, 3], dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.5, min: -1 } },
      ],
    },
  ]);
  const bin = Uint8Array.from([...new Uint8Array(Float32Array.of(1.5, -2).buffer), 0, 2, 255]);

  it('finds each tensor at its offset', () => {
    const weights = readWeights(list, bin);
    expect(weights('a')).toEqual({ kind: 'float32', dims: [2], data: Float32Array.of(1.5, -2) });
    expect(weights('b')).toEqual({ kind: 'uint8', dims: [1, 3], data: Uint8Array.of(0, 2, 255), scale: 0.5, min: -1 });
  });

  it('ignores nothing silently', () => {
    expect(() => readWeights(list, Uint8Array.of(...bin, 1))).toThrow('byte 11 of 12');
    expect(() => readWeights(list, bin)('c')).toThrow('no weight named c');
    expect(() => readWeights(list.replace('"uint8"', '"uint16"'), bin)).toThrow('b has an unsupported type');
  });
});

describe('widened', () => {
  it('reads every kind of half: one, below one, negative, the smallest, zero', () => {
    const halves: Weight = { kind: 'float16', dims: [5], data: Uint16Array.of(0x3c00, 0x3555, 0xc000, 0x0001, 0x8000) };
    expect([...widened(() => halves)('any').data]).toEqual([1, 0.333251953125, -2, 2 ** -24, -0]);
  });

  it('reads bytes by their scale', () => {
    const bytes: Weight = { kind: 'uint8', dims: [2], data: Uint8Array.of(0, 4), scale: 0.5, min: -1 };
    expect([...widened(() => bytes)('any').data]).toEqual([-1, 1]);
  });

  it('rejects values that are no numbers', () => {
    const infinite: Weight = { kind: 'float16', dims: [1], data: Uint16Array.of(0x7c00) };
    expect(() => widened(() => infinite)('any')).toThrow('not a number');
  });
});

describe('channels', () => {
  const weight: Weight = { kind: 'float32', dims: [2, 9], data: Float32Array.from({ length: 18 }, (_, i) => i + 1) };

  it('are padded to whole groups with zeros', () => {
    const { dims, data } = inGroups(() => weight)('any');
    expect(dims).toEqual([2, 16]);
    expect([...data.subarray(0, 10)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
    expect([...data.subarray(16, 26)]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 0]);
  });

  it('of a classifier are those of the requested classes; other layers keep all', () => {
    const kept = firstKinds(() => weight, ['classifier'], 2);
    expect(kept('classifier')).toEqual({ kind: 'float32', dims: [2, 2], data: Float32Array.of(1, 2, 10, 11) });
    expect(kept('another')).toBe(weight);
  });
});

describe('permute', () => {
  it('turns rows into columns', () => {
    const { data, dims } = permute(Uint8Array.of(1, 2, 3, 4, 5, 6), [2, 3], [1, 0]);
    expect([...data]).toEqual([1, 4, 2, 5, 3, 6]);
    expect(dims).toEqual([3, 2]);
  });

  it('does not change the source or the bytes of a buffer', () => {
    const source = Buffer.from([1, 2, 3, 4]);
    permute(source, [2, 2], [1, 0]);
    expect([...source]).toEqual([1, 2, 3, 4]);
  });
});

describe('Graph', () => {
  it('writes what ONNX Runtime reads', async () => {
    const graph = new Graph();
    const input = graph.input({ name: 'in', type: 'float32', dims: ['N', 4] });
    const [, right = ''] = graph.split(input, 1, 2);
    graph.node('Mul', [right, graph.floats([10, 100], [1, 2])], {}, 'out');
    graph.output({ name: 'out', type: 'float32', dims: ['N', 2] });
    const session = await InferenceSession.create(graph.encode('test'));
    const { out } = await session.run({ in: new Tensor('float32', [1, 2, 3, 4, 5, 6, 7, 8], [2, 4]) });
    expect([...(out!.data as Float32Array)]).toEqual([30, 400, 70, 800]);
  });
});
