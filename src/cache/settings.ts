// What decides the result of an examination besides the file itself, as digests for its key.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineId } from '../inference/engine.js';
import { skippedModels } from '../inference/files.js';
import { MODELS_FOLDER } from '../inference/manifest.js';
import { buildId, VERSION } from '../package.js';
import type { VideoSettings } from '../types/video.js';

/** What a run sets for all of its examinations. */
export interface ExaminationSettings {
  readonly engine: EngineId;
  readonly isFast: boolean;
  readonly videoSettings: VideoSettings;
}

/** The program as it was built: its results are those of no other. */
export function thisProgram(): string {
  return `${VERSION} ${buildId()}`;
}

export function digest(...parts: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/**
 * Whether ffmpeg was found is no part of it: a result that lacks frames for want of it is never
 * kept as final.
 */
export function settingsDigest({ engine, isFast, videoSettings }: ExaminationSettings): Buffer {
  const { frames, isLeftOut } = videoSettings;
  return digest(engine, isFast, isLeftOut ? null : frames, models());
}

/** The manifest has the checksum of each model; an optional one may not be installed. */
function models(): string {
  const manifest = readFileSync(join(MODELS_FOLDER, 'manifest.json'));
  return digest(createHash('sha256').update(manifest).digest('hex'), [...skippedModels()]).toString('hex');
}
