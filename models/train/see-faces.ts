// npx tsx models/train/see-faces.ts WORK FOLDER...: finds the faces of the training photos, as the
// detector does, and writes WORK/faces.ndjson: what the age models say of each, on all crops.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { estimateAges, FIRST_CUTS, FURTHER_CUTS, joinReadings } from '../../src/detectors/faces/ages.js';
import { findFaces } from '../../src/detectors/faces/find.js';
import { objectsOf, peopleOf } from '../../src/detectors/faces/photo-faces.js';
import { createEngine } from '../../src/inference/index.js';
import { openTrainingPhoto, readTrainingPhotos } from './photos.js';

const DIGITS = 4;
const short = (value: number): number => Number(value.toFixed(DIGITS));

async function seeAll(work: string, folders: readonly string[]): Promise<void> {
  const engine = await createEngine('onnx');
  const detector = await engine.model('face-ssd');
  await mkdir(work, { recursive: true });
  const lines = createWriteStream(join(work, 'faces.ndjson'));
  for (const { path, file } of await readTrainingPhotos(folders)) {
    const raster = await openTrainingPhoto(path);
    const peopleAt = peopleOf(objectsOf(raster, engine, false));
    // Training photos are upright, and the model that could vote on it is what is trained.
    const search = { detector, peopleAt, wholeAt: async () => null, isFast: false };
    const { faces } = await findFaces(raster, search);
    const first = await estimateAges(raster, faces, FIRST_CUTS, engine);
    const further = await estimateAges(raster, faces, FURTHER_CUTS, engine);
    const seen = faces.map(({ box, probability }, place) => {
      const { years, under13, from13To17, features } = joinReadings(first[place]!, further[place]!);
      const ages = { years: years.map(short), under13: short(under13), from13To17: short(from13To17) };
      return {
        box: Object.values(box).map(short),
        probability: short(probability),
        ...ages,
        features: features?.map(short),
      };
    });
    lines.write(`${JSON.stringify({ file, width: raster.width, height: raster.height, faces: seen })}\n`);
  }
  lines.end();
  await finished(lines);
  console.log(`written: ${join(basename(work), 'faces.ndjson')}`);
}

const [work, ...folders] = process.argv.slice(2);
if (work === undefined || folders.length === 0) {
  console.error('usage: npx tsx models/train/see-faces.ts WORK FOLDER...');
  process.exitCode = 2;
} else await seeAll(work, folders);
