// The real ffmpeg if it is installed. Tests that need it are skipped otherwise, and vitest reports
// how many.
import { describe } from 'vitest';
import { currentEnvironment } from '../../src/options/environment.js';
import type { VideoTools } from '../../src/video/ffmpeg.js';

const { ffmpeg } = currentEnvironment();

export const describeWithFfmpeg = describe.skipIf(ffmpeg === null);

export function tools(frames = 8): VideoTools {
  return { ffmpeg, frames, isLeftOut: false };
}
