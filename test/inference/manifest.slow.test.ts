import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ENGINE_IDS } from '../../src/inference/engine.js';
import { packageFolder } from '../../src/inference/files.js';
import { createEngine } from '../../src/inference/index.js';
import { MODELS_FOLDER, readManifest } from '../../src/inference/manifest.js';
import { MODEL_IDS } from '../../src/inference/models.js';

const words = z.string().min(1);
const checkedFile = {
  file: words,
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};
const tensor = z.strictObject({
  name: words,
  type: z.enum(['uint8', 'float32']),
  dims: z.array(z.union([z.int().positive(), words])).min(1),
  meaning: words,
});
const manifest = z.strictObject({
  schemaVersion: z.literal(1),
  models: z.array(
    z.strictObject({
      id: z.enum(MODEL_IDS),
      title: words,
      isOptional: z.literal(true).optional(),
      ...checkedFile,
      engines: z.array(z.enum(ENGINE_IDS)).min(1),
      source: z.strictObject({
        package: words,
        version: words,
        licence: words,
        origin: words,
        files: z.array(z.strictObject(checkedFile)).min(1),
      }),
      trainedOn: words,
      input: tensor,
      outputs: z.array(tensor).min(1),
      preprocessing: words,
      labels: z.strictObject({ ...checkedFile, meaning: words }).nullable(),
    }),
  ),
});

describe('the manifest of models', () => {
  const text = readFileSync(join(MODELS_FOLDER, 'manifest.json'), 'utf8');

  it('has every required field for each model, and no unknown field', () => {
    expect(manifest.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it('has every model once', () => {
    expect(readManifest().map(({ id }) => id)).toEqual([...MODEL_IDS]);
  });

  const packaged = readManifest().filter(({ source }) => source.package !== 'lenscap');
  it.each(packaged)('names the installed package and its licence for $id', ({ source }) => {
    const path = join(packageFolder(source.package) ?? '', 'package.json');
    const installed = JSON.parse(readFileSync(path, 'utf8')) as { version: string; license: string };
    expect(source.version).toBe(installed.version);
    expect(source.licence.split(';')[0]).toBe(installed.license);
  });

  it.each(readManifest())('describes the outputs of $id', async ({ id, input, outputs }) => {
    // A: three anchors for each 16 pixels in both directions, then six each for 32, 64, 128, 256
    // and 512.
    const sizes: Readonly<Record<string, number>> = { N: 1, H: 64, W: 96, T: 12, A: 3 * 24 + 6 * (6 + 2 + 1 + 1 + 1) };
    const sized = (dims: readonly (number | string)[]) =>
      dims.map((dim) => (typeof dim === 'number' ? dim : sizes[dim]!));
    const dims = sized(input.dims);
    const model = await (await createEngine('onnx')).model(id);
    const given = await model.run({ dims, data: new Uint8Array(dims.reduce((a, b) => a * b)) });
    const described = Object.fromEntries(outputs.map((output) => [output.name, sized(output.dims)]));
    expect(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.dims]))).toEqual(described);
  });
});
