// `npx tsx eval/calibrate-faces.ts DIR [SEEN]`: examines the labelled photos of DIR, or reads the
// observations that an earlier run stored in SEEN. Fits the calibrators of the faces detector,
// prints their accuracy on photos they were not fitted on, and writes
// src/detectors/faces/calibration.ts.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Calibration } from '../src/detectors/faces/calibration.js';
import { createEngine } from '../src/inference/index.js';
import { type SeenPhoto, type Speed, seePhoto } from './faces/collect.js';
import { faceFigures } from './faces/figures.js';
import { fitAll, type LabelledPhoto } from './faces/fit.js';
import { type LabelledFile, readLabels } from './labels.js';

const CALIBRATION_FILE = fileURLToPath(new URL('../src/detectors/faces/calibration.ts', import.meta.url));

/** Ignored by git. */
const SEEN_FILE = fileURLToPath(new URL('./results/faces-seen.ndjson', import.meta.url));

/** Share of labelled ages that the interval must contain. */
const INTERVAL_HOLDS = 0.8;

const FOLDERS: readonly string[] = ['faces', 'children', 'negatives'];

async function seeAll(dir: string, files: readonly LabelledFile[]): Promise<SeenPhoto[]> {
  const engine = await createEngine('onnx');
  const seen: SeenPhoto[] = [];
  for (const file of files) seen.push(await seePhoto(dir, file, engine));
  await mkdir(dirname(SEEN_FILE), { recursive: true });
  await writeFile(SEEN_FILE, seen.map((photo) => `${JSON.stringify(photo)}\n`).join(''));
  return seen;
}

async function readSeen(path: string): Promise<SeenPhoto[]> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as SeenPhoto);
}

/**
 * Half width in years of the interval around the mean estimate that contains the labelled age for
 * INTERVAL_HOLDS of the face crops.
 */
function yearsAround(photos: readonly LabelledPhoto[]): number {
  const distances = photos.flatMap(({ file, suspects }) => {
    const age = file.folder === 'children' && file.label.age_label_doubtful !== true ? file.label.age : null;
    const years = suspects[0]?.ages?.years ?? [];
    if (typeof age !== 'number' || years.length === 0) return [];
    return [Math.abs(age - years.reduce((sum, one) => sum + one, 0) / years.length)];
  });
  distances.sort((a, b) => a - b);
  return Math.ceil(distances[Math.ceil(INTERVAL_HOLDS * distances.length) - 1] ?? 0);
}

function calibrate(name: string, photos: readonly LabelledPhoto[]): Calibration {
  const { fitted, judged } = fitAll(photos);
  console.log([`${name}, cross-fitted:`, ...faceFigures(judged)].join('\n  '));
  return { ...fitted, yearsAround: yearsAround(photos) };
}

const [dir, seenFile] = process.argv.slice(2);
if (dir === undefined || (seenFile !== undefined && !existsSync(seenFile))) {
  console.error('usage: npx tsx eval/calibrate-faces.ts DIR [SEEN]; DIR holds labels.ndjson');
  process.exitCode = 2;
} else {
  const { files } = await readLabels(dir);
  const used = files.filter(({ folder }) => FOLDERS.includes(folder));
  const seen = new Map(
    (seenFile ? await readSeen(seenFile) : await seeAll(dir, used)).map((photo) => [photo.file, photo]),
  );
  const photosOf = (speed: Speed): LabelledPhoto[] =>
    used.flatMap((file) => {
      const photo = seen.get(file.file);
      return photo === undefined ? [] : [{ file, ...photo[speed] }];
    });
  const calibration = { full: calibrate('full', photosOf('full')), fast: calibrate('fast', photosOf('fast')) };
  const rounded = JSON.stringify(
    calibration,
    (_, value) => (typeof value === 'number' ? Number(value.toFixed(5)) : value),
    2,
  );
  const source = await readFile(CALIBRATION_FILE, 'utf8');
  const start = source.indexOf("Record<'full' | 'fast', Calibration>> =");
  const end = source.indexOf('=', start);
  await writeFile(CALIBRATION_FILE, `${source.slice(0, end)}= ${rounded};\n`);
  console.log(`written: ${CALIBRATION_FILE}; format it with npx biome check --write`);
}
