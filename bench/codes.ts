// What looking for codes costs a photo without one: the processor time of a decode and of the detector after it, photos in turn, on one thread.
// `tsx bench/codes.ts [PHOTO.jpg...]`; the target is at most 25 ms more.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import { codes } from '../src/detectors/codes/index.js';
import { openPhoto } from '../src/image/open.js';
import { createEngine } from '../src/inference/index.js';
import { asWorker } from './as-worker.js';
import { median } from './median.js';

asWorker();

const SAMPLES = 'node_modules/@vladmandic/face-api/demo';
const ROUNDS = 15;
const TARGET_MS = 25;

const given = process.argv.slice(2);
const photos = given.length > 0 ? given : [1, 3, 4, 5, 6].map((number) => `${SAMPLES}/sample${number}.jpg`);
const engine = await createEngine('onnx');
sharp.concurrency(1);

/** Processor time of this process in milliseconds: on a busy machine it varies less than the clock. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of the decode to the analysis size, and of the detector after it. */
async function time(bytes: Buffer): Promise<{ decode: number; detector: number; pixels: number }> {
  const target = { path: 'a.jpg', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const photo = openPhoto(target, bytes);
  const startedAt = cpuMs();
  const { width, height } = await photo.pixels();
  const decodedAt = cpuMs();
  const found = await codes.detect(photo, { engine, isFast: false });
  if (found.length > 0) throw new Error('this photo has a code; name one without');
  return { decode: decodedAt - startedAt, detector: cpuMs() - decodedAt, pixels: width * height };
}

const files = photos.map((path) => ({
  path,
  bytes: readFileSync(path),
  times: [] as Awaited<ReturnType<typeof time>>[],
}));
// The first round loads the reader and warms up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const file of files) {
    const taken = await time(file.bytes);
    if (round > 0) file.times.push(taken);
  }
}
const perPhoto = files.map(({ path, times }) => {
  const decode = median(times.map((one) => one.decode));
  const detector = median(times.map((one) => one.detector));
  const megapixels = (times[0]?.pixels ?? 0) / 1e6;
  console.log(
    `${basename(path)}: analysed at ${megapixels.toFixed(2)} megapixels, decode ${decode.toFixed(1)} ms, codes ${detector.toFixed(1)} ms`,
  );
  return detector;
});
console.log(`median ${median(perPhoto).toFixed(1)} ms a photo; the target is at most ${TARGET_MS}`);
