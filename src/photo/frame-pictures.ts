// The frames of a video as pictures to be examined, or the problem that they were not examined.

import { PhotoError } from '../errors.js';
import { TIFF } from '../formats/tiff/identify.js';
import type { InnerPicture } from '../types/photo.js';
import { FRAMES_NOT_WANTED, type ProblemCode } from '../types/problem.js';
import type { ScanTarget } from '../types/target.js';
import type { VideoSource, VideoTools } from '../video/ffmpeg.js';
import { framesOf } from '../video/frames.js';
import { openPhoto } from './open.js';

/**
 * @param video the target itself, or a video inside it
 * @param unseen the problem where frames are unavailable or not wanted
 * @throws PhotoError
 */
export async function* videoPictures(
  target: ScanTarget,
  video: VideoSource,
  tools: VideoTools,
  unseen: ProblemCode,
): AsyncGenerator<InnerPicture> {
  if (tools.isLeftOut) throw new PhotoError(unseen, FRAMES_NOT_WANTED);
  if (tools.ffmpeg === null) throw new PhotoError(unseen);
  for await (const { atMs, tiff } of framesOf(tools, video)) {
    const photo = openPhoto({ ...target, kind: 'image', mediaType: TIFF }, tiff, undefined, { isWhole: true });
    yield { source: { picture: atMs === null ? 'preview' : 'video', atMs }, photo };
  }
}
