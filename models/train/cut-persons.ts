// npx tsx models/train/cut-persons.ts WORK FOLDER...: finds the people in the training photos, as
// the faces detector does, and writes three files into WORK: photos.json (the labels), persons.bin
// (pictures of SIDE x SIDE RGB bytes, one after the other: the people, then the whole photos) and
// persons.json (the photo of each picture, and the box in it).
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { boxHeight, type EdgeBox } from '../../src/detectors/faces/boxes.js';
import { findObjects } from '../../src/detectors/faces/objects.js';
import { cutSquare, personsToExamine } from '../../src/detectors/faces/persons.js';
import { createEngine } from '../../src/inference/index.js';
import { openTrainingPhoto, readTrainingPhotos } from './photos.js';

/**
 * Side of the written pictures in pixels. It is larger than the input of the model, so that
 * training can move and scale its view.
 */
const SIDE = 256;
/** The written square is this many times the longer side of the person's box. */
const REACH = 1.5;

interface CutPicture {
  /** Index of the photo in photos.json. */
  readonly photo: number;
  /** left, top, right, bottom as fractions of the side of the square. */
  readonly box: readonly number[];
  /** The same in pixels of the photo. */
  readonly at: readonly number[];
  /** In pixels of the photo; 0 for a whole photo. */
  readonly height: number;
  /** The score of the person detector; 1 for a whole photo. */
  readonly score: number;
  readonly whole: boolean;
}

async function cutAll(work: string, folders: readonly string[]): Promise<void> {
  const photos = await readTrainingPhotos(folders);
  const engine = await createEngine('onnx');
  await mkdir(work, { recursive: true });
  const pictures = createWriteStream(join(work, 'persons.bin'));
  const cut: CutPicture[] = [];
  const sides = ({ left, top, right, bottom }: EdgeBox, by: number): number[] =>
    [left, top, right, bottom].map((side) => Number((side / by).toFixed(4)));
  for (const isWhole of [false, true]) {
    for (const [photo, { path }] of photos.entries()) {
      const raster = await openTrainingPhoto(path);
      const all = { box: { left: 0, top: 0, right: raster.width, bottom: raster.height }, turns: 0, score: 1 } as const;
      const shown = isWhole ? [all] : personsToExamine((await findObjects(raster, 0, engine, false)).persons, raster);
      for (const person of shown) {
        const { pixels, box } = await cutSquare(raster, person, isWhole ? 1 : REACH, SIDE);
        const height = isWhole ? 0 : Math.round(boxHeight(person.box));
        const where = { box: sides(box, SIDE), at: sides(person.box, 1) };
        cut.push({ photo, ...where, height, score: person.score, whole: isWhole });
        if (!pictures.write(pixels.data)) await once(pictures, 'drain');
      }
    }
  }
  pictures.end();
  await finished(pictures);
  await writeFile(join(work, 'photos.json'), `${JSON.stringify(photos.map(({ path: _, ...label }) => label))}\n`);
  await writeFile(join(work, 'persons.json'), `${JSON.stringify(cut)}\n`);
  console.log(`${cut.length - photos.length} people in ${photos.length} photos`);
}

const [work, ...folders] = process.argv.slice(2);
if (work === undefined || folders.length === 0) {
  console.error('usage: npx tsx models/train/cut-persons.ts WORK FOLDER...');
  process.exitCode = 2;
} else await cutAll(work, folders);
