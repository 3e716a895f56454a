// Reads models/manifest.json: what each model is, where it comes from, and the checksum of its
// file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineId } from './engine.js';
import { manifestError } from './model-error.js';
import type { ModelId } from './models.js';

/** A file with a known checksum. */
export interface CheckedFile {
  /** Relative to the models folder, or to the package that it comes from. */
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Name and shape of an input or output. A named dimension may have any size. */
export interface TensorDescription {
  readonly name: string;
  readonly type: 'uint8' | 'float32';
  readonly dims: readonly (number | string)[];
  readonly meaning: string;
}

export interface ModelEntry extends CheckedFile {
  readonly id: ModelId;
  readonly title: string;
  /** lenscap works without it, and reports that it is missing. */
  readonly isOptional?: true;
  /** The engines that can run it. */
  readonly engines: readonly EngineId[];
  readonly source: {
    readonly package: string;
    readonly version: string;
    /** Licence of the package, and of the weights if it differs. */
    readonly licence: string;
    readonly origin: string;
    readonly files: readonly CheckedFile[];
  };
  readonly trainedOn: string;
  readonly input: TensorDescription;
  readonly outputs: readonly TensorDescription[];
  readonly preprocessing: string;
  /** The names of the classes, one per line, if there are more than a few. */
  readonly labels: (CheckedFile & { readonly meaning: string }) | null;
}

/** The `models/` folder of the package: two levels above this module, both in src/ and in dist/. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../models', import.meta.url));

/** All models, in the manifest's order. Throws ModelError if the manifest cannot be read. */
export function readManifest(folder: string = MODELS_FOLDER): readonly ModelEntry[] {
  let models: unknown;
  try {
    ({ models } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { models?: unknown });
  } catch (cause) {
    throw manifestError(folder, cause);
  }
  if (!Array.isArray(models)) throw manifestError(folder);
  return models as readonly ModelEntry[];
}

/** One model. Throws ModelError if the manifest does not contain it. */
export function modelEntry(id: ModelId, folder: string = MODELS_FOLDER): ModelEntry {
  const entry = readManifest(folder).find((model) => model.id === id);
  if (!entry) throw manifestError(folder);
  return entry;
}
