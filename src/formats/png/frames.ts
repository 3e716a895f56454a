// How many frames a PNG holds: libpng shows the first and does not report an animation.
import { readerOf } from '../byte-reader.js';
import { chunksOf } from './chunks.js';

/**
 * Pictures in the file: the frames that the animation control chunk (acTL) counts, and the still
 * one that a program without animations shows, unless that is the first frame, which a frame
 * control chunk (fcTL) before its data states. 1 without animation.
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
