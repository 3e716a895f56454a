// Shared by the benchmarks of single detectors: the photos, how one is opened, processor time, and
// a unit for the speed of a machine.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import type { Engine } from '../src/inference/engine.js';
import { openPhoto } from '../src/photo/open.js';
import type { Photo } from '../src/types/photo.js';
import { median } from './median.js';

export const SAMPLES = 'node_modules/@vladmandic/face-api/demo';
/** Milliseconds of one run of the face model on the machine for which the goals were set. */
const FACE_RUN_TARGET_MS = 36;
const FACE_SIDE = 512;

// One thread, like the models in a worker.
sharp.concurrency(1);

export interface NamedPhoto {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * The photos named on the command line. Otherwise five photos of the face model's package, without
 * text and without codes.
 */
export function benchPhotos(): readonly NamedPhoto[] {
  const given = process.argv.slice(2);
  const paths = given.length > 0 ? given : [1, 3, 4, 5, 6].map((number) => `${SAMPLES}/sample${number}.jpg`);
  return paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
}

export function openJpeg(bytes: Buffer): Photo {
  return openPhoto({ path: 'a.jpg', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' }, bytes);
}

/**
 * Milliseconds of processor time that `work` takes. On a busy machine it varies less than
 * wall-clock time.
 */
export async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs the face model between the other measurements, so that the ratio holds on any machine. */
export class FaceRuns {
  readonly #times: number[] = [];

  constructor(readonly engine: Engine) {}

  async time(): Promise<void> {
    const model = await this.engine.model('face-ssd');
    const data = new Uint8Array(FACE_SIDE * FACE_SIDE * 3);
    this.#times.push(await cpuMs(() => model.run({ dims: [1, FACE_SIDE, FACE_SIDE, 3], data })));
  }

  /** Formats for example `51 ms, 1.2 runs of the face model: 43 ms where that takes 36`. */
  inRuns(ms: number): string {
    const runs = ms / median(this.#times);
    const there = (runs * FACE_RUN_TARGET_MS).toFixed(0);
    return `${ms.toFixed(0)} ms, ${runs.toFixed(1)} runs of the face model: ${there} ms where that takes ${FACE_RUN_TARGET_MS}`;
  }
}
