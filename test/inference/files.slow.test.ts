import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelError, modelLabels, modelStatus, verifyModels } from '../../src/inference/index.js';
import { MODELS_FOLDER, modelEntry } from '../../src/inference/manifest.js';
import { MODEL_IDS } from '../../src/inference/models.js';
import { createOnnxEngine } from '../../src/inference/onnx.js';

const flipOneBit = async (path: string) => {
  const content = await readFile(path);
  content[content.length >> 1]! ^= 1;
  await writeFile(path, content);
};

/** The damage to a file, and the state that is reported for it. */
const DAMAGES = [
  { what: 'one bit flipped', state: 'altered', harm: flipOneBit },
  { what: 'the end cut off', state: 'altered', harm: (path: string) => truncate(path, 1000) },
  { what: 'the file gone', state: 'missing', harm: (path: string) => rm(path) },
];

const FILES = MODEL_IDS.flatMap((id) => {
  const { file, labels, isOptional } = modelEntry(id);
  const damages = DAMAGES.filter(({ state }) => !(isOptional && state === 'missing'));
  return (labels ? [file, labels.file] : [file]).flatMap((name) => damages.map((damage) => ({ id, name, ...damage })));
});

describe('the models in a checkout', () => {
  let folder: string;

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'lenscap-')), 'models');
    await cp(MODELS_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  it('pass if they are intact', async () => {
    await verifyModels(MODEL_IDS, 'onnx', folder);
    expect(new Set((await modelStatus(folder)).map(({ state }) => state))).toEqual(new Set(['ok']));
  });

  it('may lack the optional model of persons: lenscap then works without it, and reports that', async () => {
    await rm(join(folder, 'child-person.onnx'));
    await verifyModels(MODEL_IDS, 'onnx', folder);
    const engine = createOnnxEngine(folder);
    expect(MODEL_IDS.filter((id) => !engine.canRun(id))).toEqual(['child-person']);
    expect((await modelStatus(folder)).filter(({ state }) => state !== 'ok')).toMatchObject([
      { id: 'child-person', state: 'not installed' },
    ]);
  });

  it.each(FILES)(
    'are rejected with $what in $name, with the command that fixes it',
    async ({ id, name, harm, state }) => {
      await harm(join(folder, name));
      const others = MODEL_IDS.filter((other) => other !== id);
      await verifyModels(others, 'onnx', folder);
      const refused = verifyModels([...others, id], 'onnx', folder);
      await expect(refused).rejects.toThrow(ModelError);
      await expect(refused).rejects.toThrow(`run \`npm run models\` in ${join(folder, '..')}`);
      const status = await modelStatus(folder);
      expect(status.filter((file) => file.state !== 'ok')).toMatchObject([{ id, file: name, state }]);
    },
  );

  it('are rejected by the engine, too, if they change after the check', async () => {
    await flipOneBit(join(folder, 'face-ssd.onnx'));
    const engine = createOnnxEngine(folder);
    await expect(engine.model('face-ssd')).rejects.toThrow(ModelError);
    await expect(engine.model('face-age-gender')).resolves.toHaveProperty('run');
  });

  it('must be reinstalled if the package has no code to build them', async () => {
    await rm(join(folder, 'build.ts'));
    await rm(join(folder, 'face-ssd.onnx'));
    await expect(verifyModels(['face-ssd'], 'onnx', folder)).rejects.toThrow('npm install --ignore-scripts lenscap');
    const [missing] = (await modelStatus(folder)).filter(({ state }) => state === 'missing');
    expect(missing?.remedy).toContain('npm install --ignore-scripts lenscap');
  });

  it.each(['', '{}', '{"models": []}'])('are rejected with %j as the manifest', async (text) => {
    await writeFile(join(folder, 'manifest.json'), text);
    await expect(verifyModels(['face-ssd'], 'onnx', folder)).rejects.toThrow(ModelError);
  });
});

it('verifyModels checks the packages’ own weights for tfjs, and ignores models that it cannot run', async () => {
  await verifyModels(MODEL_IDS, 'tfjs');
});

describe('modelLabels', () => {
  it('maps each class of the recogniser to its character', async () => {
    const labels = await modelLabels('text-recognition');
    expect(labels).toHaveLength(6625);
    expect([labels[0], labels[6624]]).toEqual(['', ' ']);
    expect(new Set(labels).size).toBe(6625);
    for (const character of 'AZaz09<') expect(labels).toContain(character);
  });

  it('is empty for a model without labels', async () => {
    expect(await modelLabels('face-ssd')).toEqual([]);
  });
});
