// What looking for text costs: the processor time of a photo with the text detectors on and off, in turn, on one thread.
// `tsx bench/text.ts [PHOTO.jpg...]`: photos without text, at most 60 ms more each, and one drawn page that fills the picture, at most 1.5 s.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import { letter } from '../fixtures/draw/pages.js';
import { documents } from '../src/detectors/documents/index.js';
import { printedValues } from '../src/detectors/printed-values/index.js';
import { openPhoto } from '../src/image/open.js';
import { createEngine } from '../src/inference/index.js';
import { asWorker } from './as-worker.js';
import { median } from './median.js';

asWorker();

const SAMPLES = 'node_modules/@vladmandic/face-api/demo';
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const PHOTO_TARGET_MS = 60;
const PAGE_TARGET_MS = 1500;

const given = process.argv.slice(2);
const photos = given.length > 0 ? given : [1, 3, 4, 5, 6].map((number) => `${SAMPLES}/sample${number}.jpg`);
const engine = await createEngine('onnx');
sharp.concurrency(1);

/** Processor time of this process in milliseconds: on a busy machine it varies less than the clock. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of one examination: decode, and text where it is on. */
async function time(bytes: Buffer, isOn: boolean): Promise<number> {
  const target = { path: 'a.jpg', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const photo = openPhoto(target, bytes);
  const startedAt = cpuMs();
  await photo.pixels();
  if (isOn) {
    await documents.detect(photo, { engine, isFast: false });
    await printedValues.detect(photo, { engine, isFast: false });
  }
  return cpuMs() - startedAt;
}

interface Timed {
  readonly name: string;
  readonly bytes: Buffer;
  readonly on: number[];
  readonly off: number[];
}

const timed = (name: string, bytes: Buffer): Timed => ({ name, bytes, on: [], off: [] });
const page = await sharp(Buffer.from(letter().svg)).jpeg({ quality: 90 }).toBuffer();
const files = [...photos.map((path) => timed(basename(path), readFileSync(path))), timed('drawn page', page)];

// The first round loads the models and warms up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const file of files) {
    // Which comes first changes, so that neither always finds the warmer cache.
    for (const isOn of round % 2 === 0 ? [true, false] : [false, true]) {
      const ms = await time(file.bytes, isOn);
      if (round > 0) (isOn ? file.on : file.off).push(ms);
    }
  }
}

const more = files.map(({ name, on, off }) => {
  const [withText, without] = [median(on), median(off)];
  console.log(
    `${name.padEnd(16)} off ${without.toFixed(0).padStart(5)} ms   on ${withText.toFixed(0).padStart(5)} ms   ratio ${(withText / without).toFixed(1)}   ${(withText - without).toFixed(0)} ms more`,
  );
  return withText - without;
});
const ofPage = more.pop() ?? 0;
console.log(`photos without text: median ${median(more).toFixed(0)} ms more; the target is at most ${PHOTO_TARGET_MS}`);
console.log(`a page of text: ${ofPage.toFixed(0)} ms more; the target is at most ${PAGE_TARGET_MS}`);
