// Runs the labelled files through the program's own walk and worker pool: the same result as in a
// scan.
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { InFlight } from '../src/async/in-flight.js';
import { REGISTRY } from '../src/detectors/index.js';
import { redact } from '../src/findings/redact.js';
import { currentEnvironment } from '../src/options/environment.js';
import { FLAGS } from '../src/options/flags.js';
import type { PhotoResult } from '../src/types/photo.js';
import type { ScanTarget } from '../src/types/target.js';
import { walk } from '../src/walk/walk.js';
import { createPool, type Pool } from '../src/workers/pool.js';
import { unexamined } from '../src/workers/unexamined.js';
import { isCodeTextRight } from './code-text.js';
import type { LabelledFile } from './labels.js';
import { degreesOff, embeddedPictures } from './metadata-facts.js';
import type { ExaminedPhoto, RunInfo } from './results.js';

/** A target for a file that the walk rejected: nothing is known about its content. */
function noTarget(path: string): ScanTarget {
  return { path, bytes: 0, mtimeMs: 0, kind: 'image', mediaType: 'application/octet-stream' };
}

/**
 * One result for each file that the walk yields, in the order of finishing. A file that is missing
 * or not a target has the examination `none`.
 * @throws UsageError if the program cannot work, for example because a model is missing
 */
export async function* examineFiles(
  dir: string,
  files: readonly LabelledFile[],
  { engine, isFast, jobs, timeLimitMs }: RunInfo,
  detectors: readonly string[],
): AsyncGenerator<ExaminedPhoto> {
  const labelled = new Map(files.map((file) => [join(dir, file.file), file]));
  const list = Readable.from([...labelled.keys()].map((path) => Buffer.from(`${path}\0`)));
  // Values are unmasked, so that they can be compared with the labels. They are masked before
  // anything is stored.
  const { ffmpeg } = currentEnvironment();
  const videoSettings = { ffmpeg, frames: FLAGS.frames.default, isLeftOut: false };
  const pool = createPool({ engine, detectors, isFast, jobs, timeLimitMs, isValueShown: true, videoSettings });
  const inFlight = new InFlight<ExaminedPhoto>();
  try {
    await pool.ready();
    for await (const event of walk({ roots: [], filesFrom: '-', isNullSeparated: true, videos: 'auto', stdin: list })) {
      if (event.type === 'ignored') continue;
      const path = event.type === 'target' ? event.target.path : event.problem.path;
      const file = labelled.get(path);
      if (file === undefined) continue;
      if (event.type === 'problem') {
        yield toExamined(file, 0, unexamined(noTarget(path), event.problem));
        continue;
      }
      inFlight.add(examineOne(pool, file, event.target));
      // No more at once than there are workers, so that the time of a file does not include waiting
      // for one.
      yield* inFlight.untilAtMost(jobs - 1);
    }
    yield* inFlight.untilAtMost(0);
  } finally {
    pool.close();
  }
}

async function examineOne(pool: Pool, file: LabelledFile, target: ScanTarget): Promise<ExaminedPhoto> {
  const startedAt = performance.now();
  const result = await pool.examine(target);
  return toExamined(file, Math.round(performance.now() - startedAt), result);
}

async function toExamined(file: LabelledFile, elapsedMs: number, whole: PhotoResult): Promise<ExaminedPhoto> {
  const result = { ...whole, detections: redact(whole.detections, REGISTRY, false) };
  return {
    ...{ file: file.file, elapsedMs, result },
    isCodeTextRight: isCodeTextRight(file, whole.detections),
    degreesOff: degreesOff(file, whole.detections),
    embeddedPictures: await embeddedPictures(file, whole.target),
  };
}
