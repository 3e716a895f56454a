// Reads models/manifest.json: what each model is, where it came from, and the checksum that makes it the right one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineId } from './engine.js';
import { manifestError } from './model-error.js';
import type { ModelId } from './models.js';

/** A file that must be whole. */
export interface CheckedFile {
  /** Relative to the folder of the models, or to the package it comes from. */
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Name and shape of what goes in or comes out; a dimension with a name may have any size. */
export interface TensorDescription {
  readonly name: string;
  readonly type: 'uint8' | 'float32';
  readonly dims: readonly (number | string)[];
  readonly meaning: string;
}

export interface ModelEntry extends CheckedFile {
  readonly id: ModelId;
  readonly title: string;
  /** lenscap works without it, and says so. */
  readonly isOptional?: true;
  /** Which engines can run it. */
  readonly engines: readonly EngineId[];
  readonly source: {
    readonly package: string;
    readonly version: string;
    /** Licence of the package, and of the weights where that is another. */
    readonly licence: string;
    readonly origin: string;
    readonly files: readonly CheckedFile[];
  };
  readonly trainedOn: string;
  readonly input: TensorDescription;
  readonly outputs: readonly TensorDescription[];
  readonly preprocessing: string;
  /** The names of the classes, one a line, where there are more than a few. */
  readonly labels: (CheckedFile & { readonly meaning: string }) | null;
}

/** The package's `models/`: two levels above this module, in src/ as in dist/. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../models', import.meta.url));

/** All models, in the manifest's order. Throws ModelError where the manifest cannot be read. */
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

/** One model. Throws ModelError where the manifest does not have it. */
export function modelEntry(id: ModelId, folder: string = MODELS_FOLDER): ModelEntry {
  const entry = readManifest(folder).find((model) => model.id === id);
  if (!entry) throw manifestError(folder);
  return entry;
}
