// How much of a stored picture the file's own crop, canvas or overlays hide, counting only parts
// that show something.
import type { Rectangle } from '../formats/heif/geometry.js';
import type { Hidden } from '../formats/heif/hidden-images.js';
import type { Common, Difference } from '../types/embedded.js';
import { type GreyImage, WHOLE } from './grey-image.js';

/** Pixels of the side of a block. */
const BLOCK = 8;

/**
 * Mean difference in brightness, 0..255, between neighbouring pixels, across and down, from which a
 * block shows something. Padding repeats the edge in one direction or is plain.
 */
const MIN_STEP = 1.5;

/**
 * Share of the hidden blocks that must show something. Below it, what is hidden is padding with
 * some noise.
 */
const MIN_LIVELY = 0.2;

/**
 * Hidden share of the picture at which the score is 0.5. A twentieth, from which a crop is found in
 * other formats, scores 0.67.
 */
const EVEN_SHARE = 0.025;

/** @param image the whole stored picture, upright */
export function hiddenDifference(image: GreyImage, hidden: Hidden): Difference | null {
  let [blocks, unseen, lively] = [0, 0, 0];
  for (let y = 0; y + BLOCK <= image.height; y += BLOCK) {
    for (let x = 0; x + BLOCK <= image.width; x += BLOCK) {
      blocks++;
      const across = ((x + BLOCK / 2) / image.width) * hidden.width;
      const down = ((y + BLOCK / 2) / image.height) * hidden.height;
      if (isInside(hidden.window, across, down) && !hidden.covers.some((cover) => isInside(cover, across, down)))
        continue;
      unseen++;
      if (showsSomething(image, x, y)) lively++;
    }
  }
  if (unseen === 0 || lively < unseen * MIN_LIVELY) return null;
  const share = unseen / blocks;
  return { label: 'embedded-more', score: share / (share + EVEN_SHARE), common: commonOf(hidden) };
}

/** The common part is the window that the file shows. A layer under others has no such part. */
function commonOf({ width, height, window, covers }: Hidden): Common | null {
  if (covers.length > 0) return null;
  const [left, top] = [window.left / width, window.top / height];
  const inEmbedded = { left, top, right: left + window.width / width, bottom: top + window.height / height };
  return { inEmbedded, inMain: WHOLE };
}

function isInside({ left, top, width, height }: Rectangle, x: number, y: number): boolean {
  return x >= left && y >= top && x < left + width && y < top + height;
}

function showsSomething({ data, width }: GreyImage, left: number, top: number): boolean {
  let [across, down] = [0, 0];
  for (let y = top; y < top + BLOCK - 1; y++) {
    for (let x = left; x < left + BLOCK - 1; x++) {
      const here = data[y * width + x]!;
      across += Math.abs(data[y * width + x + 1]! - here);
      down += Math.abs(data[(y + 1) * width + x]! - here);
    }
  }
  return Math.min(across, down) / (BLOCK - 1) ** 2 >= MIN_STEP;
}
