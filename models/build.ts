// Builds models/*.onnx from the weights in the installed packages. The result is the same each
// time, and nothing is downloaded.
//   tsx models/build.ts            build all; fails if a model differs from manifest.json
//   tsx models/build.ts --steps    the same, but prints which model is built, not the checksums
//   tsx models/build.ts --check    only report what is missing or altered
//   tsx models/build.ts --accept   after a change of this code: build all and write their
//                                  checksums into manifest.json
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSteps, type Steps } from '../scripts/steps.js';
import { UsageError } from '../src/errors.js';
import { modelStatus, readSource, sha256 } from '../src/inference/files.js';
import { type CheckedFile, MODELS_FOLDER, type ModelEntry, readManifest } from '../src/inference/manifest.js';
import { RECIPES } from './build/recipes.js';

interface BuiltFile {
  readonly expected: CheckedFile;
  readonly content: Uint8Array;
}

/** Whether every built file exists with the checksum of the manifest. */
export async function areModelsFresh(): Promise<boolean> {
  return (await modelStatus()).every(({ state }) => state === 'ok');
}

/**
 * The files of one model, not written yet.
 * @throws ModelError if files of the package are missing or different
 */
export async function buildModel(entry: ModelEntry): Promise<readonly BuiltFile[]> {
  const { model, labels } = RECIPES[entry.id](...(await readSource(entry)));
  const files: BuiltFile[] = [{ expected: entry, content: model }];
  if (labels && entry.labels) files.push({ expected: entry.labels, content: labels });
  return files;
}

async function buildAll(isAccepted: boolean, steps: Steps | null): Promise<void> {
  const entries = readManifest();
  for (const [done, entry] of entries.entries()) {
    steps?.show(done, entries.length, entry.title);
    for (const { expected, content } of await buildModel(entry)) {
      const actual = sha256(content);
      if (actual !== expected.sha256) {
        if (!isAccepted) {
          throw new UsageError(
            `${expected.file} became ${actual}, but manifest.json says ${expected.sha256}; where that is meant, run \`npm run models -- --accept\``,
          );
        }
        await writeChecksum(expected, content.length, actual);
      }
      await writeWhole(join(MODELS_FOLDER, expected.file), content);
      if (steps === null) console.log(`${expected.file}  ${content.length} bytes  sha256 ${actual}`);
    }
  }
}

/** Writes to another name first, so that an interrupted build leaves no partial model. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

/** Replaces text, so that the manifest keeps its layout. */
async function writeChecksum({ file, sha256: old }: CheckedFile, bytes: number, actual: string): Promise<void> {
  const path = join(MODELS_FOLDER, 'manifest.json');
  const text = await readFile(path, 'utf8');
  const place = new RegExp(`("file": "${file}",\\s*"bytes": )\\d+(,\\s*"sha256": ")${old}"`);
  if (!place.test(text)) throw new Error(`manifest.json has no checksum of ${file} to replace`);
  await writeFile(path, text.replace(place, `$1${bytes}$2${actual}"`));
}

async function check(): Promise<void> {
  for (const { file, state } of await modelStatus()) console.log(`${file}  ${state}`);
  if (!(await areModelsFresh())) process.exitCode = 1;
}

async function main(): Promise<void> {
  const steps = process.argv.includes('--steps') ? createSteps('building the models') : null;
  try {
    if (process.argv.includes('--check')) await check();
    else await buildAll(process.argv.includes('--accept'), steps);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    steps?.clear();
    console.error(`lenscap: ${error.message}`);
    process.exitCode = 1;
  } finally {
    steps?.clear();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
