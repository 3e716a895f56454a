// Counts the frames of a PNG: libpng shows the first and does not report an animation.
import { readerOf } from '../byte-reader.js';
import { chunksOf } from './chunks.js';

/**
 * The number of pictures in the file; 1 without animation. The animation control chunk (acTL)
 * states the number of frames, and each has a frame control chunk (fcTL); the larger number counts,
 * because the first may be wrong or missing. The still picture for programs without animation is
 * one more, unless it is the first frame: then a frame control chunk is before its data.
 */
export function pngFrames(bytes: Uint8Array): number {
  const file = readerOf(bytes);
  let [stated, controls] = [0, 0];
  let [hasData, isStillFirst, hasFrameData] = [false, false, false];
  for (const { type, start, end } of chunksOf(file)) {
    if (type === 'IDAT') hasData = true;
    if (type === 'acTL' && !hasData && end - start >= 4) stated = Math.max(stated, file.u32(start));
    if (type === 'fdAT') hasFrameData = true;
    if (type !== 'fcTL') continue;
    controls++;
    isStillFirst ||= !hasData;
  }
  const frames = Math.max(stated, controls, hasFrameData ? 1 : 0);
  if (frames === 0) return 1;
  return isStillFirst ? frames : frames + 1;
}
