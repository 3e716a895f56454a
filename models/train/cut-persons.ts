// npx tsx models/train/cut-persons.ts SCENES WORK: finds the people in the training photos, as the
// faces detector does, and writes two files into WORK: persons.bin (pictures of SIDE x SIDE RGB
// bytes, one after the other) and persons.json (the photo of each person, and the box).
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { boxHeight } from '../../src/detectors/faces/boxes.js';
import { cutSquare, findPersons, tellingPersons } from '../../src/detectors/faces/persons.js';
import { createEngine } from '../../src/inference/index.js';
import { openPhoto } from '../../src/photo/open.js';

/**
 * Side of the written pictures in pixels. It is larger than the input of the model, so that
 * training can move and scale its view.
 */
const SIDE = 256;
/** The written square is this many times the longer side of the person's box. */
const REACH = 1.5;

interface CutPerson {
  /** Index of the photo in scenes.ndjson. */
  readonly photo: number;
  /** left, top, right, bottom as fractions of the side of the square. */
  readonly box: readonly number[];
  /** In pixels of the photo. */
  readonly height: number;
}

async function cutAll(scenes: string, work: string): Promise<void> {
  const lines = (await readFile(join(scenes, 'scenes.ndjson'), 'utf8')).trimEnd().split('\n');
  const engine = await createEngine('onnx');
  await mkdir(work, { recursive: true });
  const pictures = createWriteStream(join(work, 'persons.bin'));
  const cut: CutPerson[] = [];
  for (const [photo, line] of lines.entries()) {
    const { file } = JSON.parse(line) as { file: string };
    const bytes = await readFile(join(scenes, file));
    const target = { path: file, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
    const raster = await openPhoto(target, bytes).pixels();
    for (const person of tellingPersons(await findPersons(raster, 0, engine, false), raster)) {
      const { pixels, box } = await cutSquare(raster, person, REACH, SIDE);
      const sides = [box.left, box.top, box.right, box.bottom].map((side) => Number((side / SIDE).toFixed(4)));
      cut.push({ photo, box: sides, height: Math.round(boxHeight(person.box)) });
      if (!pictures.write(pixels.data)) await once(pictures, 'drain');
    }
  }
  pictures.end();
  await finished(pictures);
  await writeFile(join(work, 'persons.json'), `${JSON.stringify(cut)}\n`);
  console.log(`${cut.length} people in ${new Set(cut.map(({ photo }) => photo)).size} of ${lines.length} photos`);
}

const [scenes, work] = process.argv.slice(2);
if (scenes === undefined || work === undefined) {
  console.error('usage: npx tsx models/train/cut-persons.ts SCENES WORK');
  process.exitCode = 2;
} else await cutAll(scenes, work);
