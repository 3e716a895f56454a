// The cost of code detection in a photo without a code: processor time of decoding, and of the
// detector after it. Photos alternate, on one thread.
// `tsx bench/codes.ts [PHOTO.jpg...]`; the goal is at most 25 ms more.
import { codes } from '../src/detectors/codes/index.js';
import { createEngine } from '../src/inference/index.js';
import { asWorker } from './as-worker.js';
import { median } from './median.js';
import { benchPhotos, cpuMs, FaceRuns, openJpeg } from './photos.js';

asWorker();

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const TARGET_MS = 25;

const engine = await createEngine('onnx');
const faceRuns = new FaceRuns(engine);
const files = benchPhotos().map((photo) => ({
  ...photo,
  megapixels: 0,
  decode: [] as number[],
  detector: [] as number[],
}));

// The first round loads the reader and warms up.
for (let round = 0; round <= ROUNDS; round++) {
  if (round > 0) await faceRuns.time();
  else await engine.model('face-ssd');
  for (const file of files) {
    const photo = openJpeg(file.bytes);
    const decode = await cpuMs(() => photo.pixels());
    const { width, height } = await photo.pixels();
    const detector = await cpuMs(async () => {
      const found = await codes.detect(photo, { engine, isFast: false });
      if (found.length > 0) throw new Error(`${file.name} has a code; name photos without`);
    });
    file.megapixels = (width * height) / 1e6;
    if (round === 0) continue;
    file.decode.push(decode);
    file.detector.push(detector);
  }
}

for (const { name, megapixels, decode, detector } of files) {
  console.log(
    `${name}: analysed at ${megapixels.toFixed(2)} megapixels, decode ${median(decode).toFixed(1)} ms, codes ${median(detector).toFixed(1)} ms`,
  );
}
const perPhoto = median(files.map(({ detector }) => median(detector)));
console.log(`median of the photos: ${faceRuns.inRuns(perPhoto)}; the target is at most ${TARGET_MS} ms`);
