// Reads the model files and verifies their checksums. Loads no runtime, so it can run before the
// walk.
import { createHash, webcrypto } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EngineId } from './engine.js';
import { type CheckedFile, MODELS_FOLDER, type ModelEntry, modelEntry, readManifest } from './manifest.js';
import { howToGetModels, type ModelFault, modelFileError, weightsError } from './model-error.js';
import type { ModelId } from './models.js';

/** The manifest's package name for weights made by models/train. */
const OWN_PACKAGE = 'lenscap';

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Hashes on another thread: 20 MB of models are verified while this thread still loads code. */
async function sha256Aside(content: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', content)).toString('hex');
}

/**
 * Files that this process has verified. A hook verifies before it walks and loads right after;
 * hashing twice would cost it 60 ms.
 */
const whole = new Set<string>();

/** The content, or the fault. */
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

/** Whether an optional model is not installed. An altered one is refused, not skipped. */
function isSkipped({ isOptional, file }: ModelEntry, folder: string = MODELS_FOLDER): boolean {
  return isOptional === true && !existsSync(join(folder, file));
}

/** The optional models that are not installed. Throws ModelError. */
export function skippedModels(folder: string = MODELS_FOLDER): ReadonlySet<ModelId> {
  return new Set(
    readManifest(folder)
      .filter((entry) => isSkipped(entry, folder))
      .map(({ id }) => id),
  );
}

/** The bytes of a built model. Throws ModelError. */
export async function readModel(id: ModelId, folder: string = MODELS_FOLDER): Promise<Uint8Array> {
  const content = await readChecked(modelEntry(id, folder), folder);
  if (typeof content === 'string') throw modelFileError(id, content, folder);
  return content;
}

/**
 * The labels of the last dimension of a model's output, by index. Empty if the manifest names no
 * labels. For text-recognition, index 0 is the blank between characters ('') and the last index is
 * the space. Throws ModelError.
 */
export async function modelLabels(id: ModelId, folder: string = MODELS_FOLDER): Promise<readonly string[]> {
  const { labels } = modelEntry(id, folder);
  if (!labels) return [];
  const content = await readChecked(labels, folder);
  if (typeof content === 'string') throw modelFileError(id, content, folder);
  return ['', ...new TextDecoder().decode(content).split('\n'), ' '];
}

/**
 * The files of the package that supplies a model's weights, or of lenscap's own models folder.
 * Throws ModelError.
 */
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

/**
 * The folder of an installed package, as resolved from here. Null if it is not installed. Checks
 * the disk, because a package may hide its files from `resolve`.
 */
export function packageFolder(name: string): string | null {
  const roots = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folders = roots.map((root) => join(root, name));
  return folders.find((folder) => existsSync(join(folder, 'package.json'))) ?? null;
}

/**
 * Verifies that the given models are present and intact for the engine that will run them. Models
 * that the engine cannot run are ignored. Throws ModelError for the first faulty one, with the
 * command that fixes it.
 */
export async function verifyModels(
  ids: readonly ModelId[],
  engine: EngineId = 'onnx',
  folder: string = MODELS_FOLDER,
): Promise<void> {
  const entries = ids
    .map((id) => modelEntry(id, folder))
    .filter((entry) => entry.engines.includes(engine) && !isSkipped(entry, folder));
  const check = (entry: ModelEntry) =>
    engine === 'tfjs' ? readSource(entry) : Promise.all([readModel(entry.id, folder), modelLabels(entry.id, folder)]);
  await Promise.all(entries.map(check));
}

/**
 * The same by the sizes of the files alone, where it is not known yet whether a model is used.
 * Throws ModelError.
 */
export function requireModelFiles(
  ids: readonly ModelId[],
  engine: EngineId = 'onnx',
  folder: string = MODELS_FOLDER,
): void {
  for (const id of ids) {
    const entry = modelEntry(id, folder);
    if (!entry.engines.includes(engine) || isSkipped(entry, folder)) continue;
    for (const { file, bytes } of [entry, ...(entry.labels ? [entry.labels] : [])]) {
      const size = statSync(join(folder, file), { throwIfNoEntry: false })?.size;
      if (size !== bytes) throw modelFileError(id, size === undefined ? 'missing' : 'altered', folder);
    }
  }
}

export interface ModelStatus extends CheckedFile {
  readonly id: ModelId;
  /** `not installed`: optional, so nothing is wrong. */
  readonly state: 'ok' | 'not installed' | ModelFault;
  /** The command that installs the file. */
  readonly remedy: string;
}

/** Every file of every model, with its state. Throws ModelError if there is no manifest. */
export async function modelStatus(folder: string = MODELS_FOLDER): Promise<readonly ModelStatus[]> {
  const files = readManifest(folder).flatMap((entry) =>
    [entry, ...(entry.labels ? [entry.labels] : [])].map(({ file, bytes, sha256 }) => ({
      file,
      bytes,
      sha256,
      id: entry.id,
      isSkipped: isSkipped(entry, folder),
    })),
  );
  return Promise.all(
    files.map(async ({ isSkipped, ...file }) => {
      const content = isSkipped ? 'not installed' : await readChecked(file, folder);
      return { ...file, state: typeof content === 'string' ? content : 'ok', remedy: howToGetModels(folder) };
    }),
  );
}
