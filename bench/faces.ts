// The processor time of each step of the faces detector on one thread, and of the whole detector
// with and without --fast. Photos and steps alternate.
// `tsx bench/faces.ts`; the goal is at most 120 ms for a photo with 1.3 faces (these have more), on
// a machine where the face model takes 36 ms.
import sharp from 'sharp';
import { estimateAges, FIRST_CUTS, FURTHER_CUTS } from '../src/detectors/faces/ages.js';
import { rotatedPass, runPass, wholePass } from '../src/detectors/faces/detection-passes.js';
import { findFaces } from '../src/detectors/faces/find.js';
import { faces } from '../src/detectors/faces/index.js';
import { findObjects } from '../src/detectors/faces/objects.js';
import { childPersons, FIRST_VIEW, personsToExamine } from '../src/detectors/faces/persons.js';
import { objectsOf, peopleOf, wholeOf } from '../src/detectors/faces/photo-faces.js';
import { createEngine } from '../src/inference/index.js';
import { asWorker } from './as-worker.js';
import { median } from './median.js';
import { cpuMs, openJpeg, SAMPLES } from './photos.js';

asWorker();

const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** One run of the face model on the machine for which the goal was set. */
const REFERENCE_MS = 36;
const TARGET_MS = 120;

const engine = await createEngine('onnx');

/**
 * Parts of sample photos of the face-api package with few faces each; the number found is printed.
 */
const PARTS = [
  { name: 'sample1.jpg', part: 0.5 },
  { name: 'sample3.jpg', part: 0.45 },
  { name: 'sample6.jpg', part: 0.4 },
  { name: 'sample5.jpg', part: 0.5 },
] as const;

async function photoOf({ name, part }: (typeof PARTS)[number]) {
  const path = `${SAMPLES}/${name}`;
  const { width, height } = await sharp(path).metadata();
  const bytes = await sharp(path)
    .extract({ left: 0, top: 0, width: Math.round(width * part), height })
    .resize(1000)
    .jpeg()
    .toBuffer();
  const photo = openJpeg(bytes);
  const decoded = await photo.pixels();
  /** A new picture each time, because drawings and results of a picture are cached. */
  const fresh = () => ({ ...decoded });
  const again = () => ({ ...photo, pixels: async () => fresh() });
  const detector = await engine.model('face-ssd');
  const searchOf = (raster: typeof decoded) => {
    return {
      detector,
      peopleAt: peopleOf(objectsOf(raster, engine, false)),
      wholeAt: wholeOf(raster, engine),
      isFast: false,
    };
  };
  const { faces: found } = await findFaces(fresh(), searchOf(fresh()));
  const persons = personsToExamine((await findObjects(fresh(), 0, engine, false)).persons, decoded);
  const blank = { dims: [1, 512, 512, 3], data: new Uint8Array(512 * 512 * 3) };
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    'one run of the face model': () => detector.run(blank),
    'four rotations on one tile canvas': () => runPass(rotatedPass(decoded), fresh(), detector),
    'the whole picture': () => runPass(wholePass(decoded), fresh(), detector),
    'finding faces and people, with the second look': () => {
      const raster = fresh();
      return findFaces(raster, searchOf(raster));
    },
    'ages by the faces, first views': () => estimateAges(fresh(), found, FIRST_CUTS, engine),
    'ages by the faces, further views': () => estimateAges(fresh(), found, FURTHER_CUTS, engine),
    'finding people and things': () => findObjects(fresh(), 0, engine, false),
    'children by the people, one view': () => childPersons(fresh(), persons, engine, FIRST_VIEW),
    'the whole detector': () => faces.detect(again(), { engine, isFast: false }),
    'the whole detector, --fast': () => faces.detect(again(), { engine, isFast: true }),
  };
  return { faces: found.length, persons: persons.length, steps };
}

const photos = await Promise.all(PARTS.map(photoOf));
const names = Object.keys(photos[0]!.steps);
const times = new Map(names.map((name) => [name, photos.map((): number[] => [])]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [index, { steps }] of photos.entries()) {
    for (const name of names) {
      const taken = await cpuMs(steps[name]!);
      // The first round loads the models and warms up.
      if (round > 0) times.get(name)![index]!.push(taken);
    }
  }
}
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const taken = new Map(names.map((name) => [name, mean(times.get(name)!.map(median))]));
const run = taken.get('one run of the face model')!;
const perPhoto = (of: 'faces' | 'persons') => mean(photos.map((photo) => photo[of])).toFixed(2);
console.log(`${perPhoto('faces')} faces and ${perPhoto('persons')} people a photo`);
for (const [name, ms] of taken)
  console.log(`${name}: ${ms.toFixed(1)} ms, ${(ms / run).toFixed(2)} runs of the face model`);
const all = taken.get('the whole detector')! / run;
console.log(
  `${(all * REFERENCE_MS).toFixed(0)} ms where a run takes ${REFERENCE_MS}; the target is at most ${TARGET_MS}`,
);
