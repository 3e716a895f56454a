// Counts the frames of a PNG: libpng shows the first and does not report an animation.
import { readerOf } from '../byte-reader.js';
import { chunksOf } from './chunks.js';

/**
 * The number of pictures in the file; 1 without animation. The animation control chunk (acTL)
 * counts the frames. The still picture for programs without animation is one more, unless it is the
 * first frame: then a frame control chunk (fcTL) is before its data.
 */
export function pngFrames(bytes: Uint8Array): number {
  const file = readerOf(bytes);
  let frames: number | null = null;
  let isStillFirst = false;
  for (const { type, start, end } of chunksOf(file)) {
    if (type === 'IDAT') break;
    if (type === 'acTL' && end - start >= 4) frames = file.u32(start);
    if (type === 'fcTL') isStillFirst = true;
  }
  if (frames === null) return 1;
  return isStillFirst ? frames : frames + 1;
}
