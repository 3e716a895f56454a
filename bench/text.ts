// The cost of text recognition: the processor time of a photo with the text detectors on and off,
// alternating, on one thread.
// `tsx bench/text.ts [PHOTO.jpg...]`: at most 60 ms more for each photo without text, and at most
// 1.5 s for a drawn page that fills the picture.
import sharp from 'sharp';
import { letter } from '../fixtures/draw/pages.js';
import { documents } from '../src/detectors/documents/index.js';
import { printedValues } from '../src/detectors/printed-values/index.js';
import { createEngine } from '../src/inference/index.js';
import { asWorker } from './as-worker.js';
import { median } from './median.js';
import { benchPhotos, cpuMs, FaceRuns, type NamedPhoto, openJpeg } from './photos.js';

asWorker();

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const PHOTO_TARGET_MS = 60;
const PAGE_TARGET_MS = 1500;

const engine = await createEngine('onnx');
const faceRuns = new FaceRuns(engine);

/** Milliseconds of one examination: decoding, and text recognition if it is on. */
function time(bytes: Buffer, isOn: boolean): Promise<number> {
  const photo = openJpeg(bytes);
  return cpuMs(async () => {
    await photo.pixels();
    if (!isOn) return;
    await documents.detect(photo, { engine, isFast: false });
    await printedValues.detect(photo, { engine, isFast: false });
  });
}

const page = { name: 'drawn page', bytes: await sharp(Buffer.from(letter().svg)).jpeg({ quality: 90 }).toBuffer() };
const timed = (photo: NamedPhoto) => ({ ...photo, on: [] as number[], off: [] as number[] });
const files = [...benchPhotos(), page].map(timed);

// The first round loads the models and warms up.
for (let round = 0; round <= ROUNDS; round++) {
  if (round > 0) await faceRuns.time();
  else await engine.model('face-ssd');
  for (const file of files) {
    // The order alternates, so that neither always gets the warmer cache.
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
console.log(
  `photos without text, median: ${faceRuns.inRuns(median(more))}; the target is at most ${PHOTO_TARGET_MS} ms`,
);
console.log(`a page of text: ${faceRuns.inRuns(ofPage)}; the target is at most ${PAGE_TARGET_MS} ms`);
