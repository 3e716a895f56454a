// Reads the files of models and holds them against their checksums. Loads no runtime, so that it can be done before walking.
import { createHash, webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EngineId } from './engine.js';
import { type CheckedFile, MODELS_FOLDER, type ModelEntry, modelEntry, readManifest } from './manifest.js';
import { type ModelFault, modelFileError, weightsError } from './model-error.js';
import type { ModelId } from './models.js';

/** The manifest's name for weights that models/train made. */
const OWN_PACKAGE = 'lenscap';

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The same on another thread: 20 MB of models are checked while this one still loads code. */
async function sha256Aside(content: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', content)).toString('hex');
}

/** Files that this process has found whole. A hook checks before it walks and loads at once; hashing twice would cost it 60 ms. */
const whole = new Set<string>();

/** The content, or what is wrong with it. */
async function readChecked(file: CheckedFile, folder: string): Promise<Uint8Array | ModelFault> {
  const path = join(folder, file.file);
  const content = await readFile(path).catch(() => null);
  if (!content) return 'missing';
  const key = `${path} ${file.sha256} ${content.length}`;
  if (whole.has(key)) return content;
  if ((await sha256Aside(content)) !== file.sha256) return 'altered';
  whole.add(key);
  return content;
}

/** Whether a model that lenscap can do without is not installed; an altered one is not left out but refused. */
function isLeftOut({ isOptional, file }: ModelEntry, folder: string = MODELS_FOLDER): boolean {
  return isOptional === true && !existsSync(join(folder, file));
}

/** The models that are not installed and that lenscap can do without. Throws ModelError. */
export function leftOutModels(folder: string = MODELS_FOLDER): ReadonlySet<ModelId> {
  return new Set(
    readManifest(folder)
      .filter((entry) => isLeftOut(entry, folder))
      .map(({ id }) => id),
  );
}

/** A built model's bytes. Throws ModelError. */
export async function readModel(id: ModelId, folder: string = MODELS_FOLDER): Promise<Uint8Array> {
  const content = await readChecked(modelEntry(id, folder), folder);
  if (typeof content === 'string') throw modelFileError(id, content, folder);
  return content;
}

/**
 * What the last dimension of a model's output stands for, by index; empty where the manifest names no labels.
 * For text-recognition: index 0 is the blank between characters (''), the last one the space. Throws ModelError.
 */
export async function modelLabels(id: ModelId, folder: string = MODELS_FOLDER): Promise<readonly string[]> {
  const { labels } = modelEntry(id, folder);
  if (!labels) return [];
  const content = await readChecked(labels, folder);
  if (typeof content === 'string') throw modelFileError(id, content, folder);
  return ['', ...new TextDecoder().decode(content).split('\n'), ' '];
}

/** Files of the package that a model's weights came in, or of lenscap's own folder of models. Throws ModelError. */
export async function readSource(entry: ModelEntry): Promise<readonly Uint8Array[]> {
  const { files, package: name, version } = entry.source;
  const folder = name === OWN_PACKAGE ? MODELS_FOLDER : packageFolder(name);
  const contents: Uint8Array[] = [];
  for (const file of files) {
    const content = folder === null ? 'missing' : await readChecked(file, folder);
    if (typeof content === 'string') throw weightsError(entry.id, content, `${name}@${version}`);
    contents.push(content);
  }
  return contents;
}

/** Where a package is installed, seen from here; null where it is not. Asks the disk, since a package may hide its files from `resolve`. */
export function packageFolder(name: string): string | null {
  const roots = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folders = roots.map((root) => join(root, name));
  return folders.find((folder) => existsSync(join(folder, 'package.json'))) ?? null;
}

/**
 * Checks that the given models are there and whole, for the engine that is to run them; what it cannot run is passed over.
 * Throws ModelError, with the command that mends it, for the first that is not.
 */
export async function verifyModels(
  ids: readonly ModelId[],
  engine: EngineId = 'onnx',
  folder: string = MODELS_FOLDER,
): Promise<void> {
  const entries = ids
    .map((id) => modelEntry(id, folder))
    .filter((entry) => entry.engines.includes(engine) && !isLeftOut(entry, folder));
  const check = (entry: ModelEntry) =>
    engine === 'tfjs' ? readSource(entry) : Promise.all([readModel(entry.id, folder), modelLabels(entry.id, folder)]);
  await Promise.all(entries.map(check));
}

export interface ModelStatus extends CheckedFile {
  readonly id: ModelId;
  /** `left out`: missing, and lenscap can do without it. */
  readonly state: 'ok' | 'left out' | ModelFault;
}

/** Every file of every model, with its state. Throws ModelError where there is no manifest. */
export async function modelStatus(folder: string = MODELS_FOLDER): Promise<readonly ModelStatus[]> {
  const files = readManifest(folder).flatMap((entry) =>
    [entry, ...(entry.labels ? [entry.labels] : [])].map(({ file, bytes, sha256 }) => ({
      file,
      bytes,
      sha256,
      id: entry.id,
      isLeftOut: isLeftOut(entry, folder),
    })),
  );
  return Promise.all(
    files.map(async ({ isLeftOut, ...file }) => {
      const content = isLeftOut ? 'left out' : await readChecked(file, folder);
      return { ...file, state: typeof content === 'string' ? content : 'ok' };
    }),
  );
}
