// Finds places where the embedded picture has detail and the main one has none, or other detail: a
// blurred face, a painted-over name.
import type { GreyImage } from './grey-image.js';

/**
 * Pixels of the side of a block: about a twelfth of a picture compared at 96 pixels, the size of
 * faces in groups.
 */
const BLOCK = 8;
const STEP = 4;

/**
 * Pixels around a pixel over which the mean is taken and subtracted. The rest is detail, free of
 * the changes in light and colour that programs make.
 */
const REACH = 3;

/** Pixels by which a block may be displaced in the main picture, by lens correction or rounding. */
const MAX_SHIFT = 1;

/**
 * Standard deviation of detail in brightness, 0..128, below which a block is too plain to compare.
 * JPEG noise in a thumbnail is about 2.
 */
const MIN_DETAIL = 6;

/** Blocks overlap by half: a covered region takes at least this many neighbouring blocks. */
const MIN_BLOCKS = 3;

/**
 * Standard deviation added to the main picture's detail before correlating, so that detail weaker
 * than noise does not count.
 */
const NOISE = 2;

/**
 * Brightness from which a pixel is overexposed, or up to which it is underexposed, and the limit
 * for the same block in the other picture. Detail lost this way is no sign of a cover.
 */
const OVEREXPOSED = { from: 250, there: 190 };
const UNDEREXPOSED = { to: 5, there: 50 };

/**
 * Where even the median block keeps less than this share, the pictures differ everywhere and no
 * place stands out.
 */
const MIN_KEPT = 0.3;

/**
 * Correlation squared that three quarters of the blocks of a well scaled thumbnail reach. A
 * thumbnail scaled by dropping pixels has less everywhere; then a single place counts for less.
 */
const USUAL_CERTAINTY = 0.7;

interface Block {
  readonly x: number;
  readonly y: number;
  /**
   * Regression coefficient of the main picture's detail on the embedded one's: 1 where unchanged,
   * above 1 where sharpened.
   */
  readonly strength: number;
  /** Correlation squared, 0..1. Tone curves change the strength but not this. */
  readonly certainty: number;
}

/**
 * The share, 0..1, of the detail that is missing from the main picture, in the most suspicious
 * place of about the size of a face.
 */
export function missingDetail(embedded: GreyImage, main: GreyImage): number {
  const [there, here] = [detail(embedded), detail(main)];
  const blocks: Block[] = [];
  for (let y = 0; y + BLOCK <= there.height; y += STEP) {
    for (let x = 0; x + BLOCK <= there.width; x += STEP) {
      if (spread(there, x, y) < MIN_DETAIL || isOutOfRange(mean(embedded, x, y), mean(main, x, y))) continue;
      blocks.push({ x, y, ...shared(there, here, x, y) });
    }
  }
  if (blocks.length < MIN_BLOCKS) return 0;
  // Sharpening and contrast change the picture as a whole.
  const usual = Math.max(
    MIN_KEPT,
    quantile(
      blocks.map(({ strength }) => strength),
      0.5,
    ),
  );
  const kept = (block: Block) => Math.max(block.strength / usual, block.certainty);
  const lowest = blocks.map((block) => {
    // One bad block alone is chance. What counts is the best of the MIN_BLOCKS least kept blocks
    // around it.
    const around = blocks.filter(({ x, y }) => Math.abs(x - block.x) <= STEP && Math.abs(y - block.y) <= STEP);
    return around.map(kept).sort((a, b) => a - b)[MIN_BLOCKS - 1] ?? 1;
  });
  const trust = Math.min(
    1,
    quantile(
      blocks.map(({ certainty }) => certainty),
      0.25,
    ) / USUAL_CERTAINTY,
  );
  return Math.max(0, 1 - Math.min(...lowest)) * trust;
}

function isOutOfRange(there: number, here: number): boolean {
  return (
    (here >= OVEREXPOSED.from && there >= OVEREXPOSED.there) || (here <= UNDEREXPOSED.to && there <= UNDEREXPOSED.there)
  );
}

/** Taken at the shift where the two agree best. */
function shared(there: GreyImage, here: GreyImage, x: number, y: number): Pick<Block, 'strength' | 'certainty'> {
  const own = product(there, there, x, y, 0, 0);
  let [strength, certainty] = [0, 0];
  for (let down = -MAX_SHIFT; down <= MAX_SHIFT; down++) {
    for (let across = -MAX_SHIFT; across <= MAX_SHIFT; across++) {
      const common = product(there, here, x, y, across, down);
      if (common <= 0) continue;
      strength = Math.max(strength, common / own);
      const power = energy(here, x + across, y + down) + NOISE ** 2 * BLOCK ** 2;
      certainty = Math.max(certainty, Math.min(1, common ** 2 / (own * power)));
    }
  }
  return { strength, certainty };
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
}

function mean(image: GreyImage, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + BLOCK; y++) {
    for (let x = left; x < left + BLOCK; x++) sum += image.data[y * image.width + x]!;
  }
  return sum / BLOCK ** 2;
}

/** Sum of squares over a block, which may reach beyond the image. */
function energy(image: GreyImage, left: number, top: number): number {
  let sum = 0;
  for (let y = Math.max(0, top); y < Math.min(image.height, top + BLOCK); y++) {
    for (let x = Math.max(0, left); x < Math.min(image.width, left + BLOCK); x++) {
      sum += image.data[y * image.width + x]! ** 2;
    }
  }
  return sum;
}

function spread(image: GreyImage, x: number, y: number): number {
  return Math.sqrt(product(image, image, x, y, 0, 0) / BLOCK ** 2);
}

/** Sum of products over a block. What a shift moves beyond the edge counts as 0. */
function product(a: GreyImage, b: GreyImage, left: number, top: number, across: number, down: number): number {
  let sum = 0;
  for (let y = top; y < top + BLOCK; y++) {
    for (let x = left; x < left + BLOCK; x++) {
      const [u, v] = [x + across, y + down];
      if (u < 0 || v < 0 || u >= b.width || v >= b.height) continue;
      sum += a.data[y * a.width + x]! * b.data[v * b.width + u]!;
    }
  }
  return sum;
}

function detail(image: GreyImage): GreyImage {
  const { width, height, data } = image;
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0];
      for (let v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
        for (let u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
          sum += data[v * width + u]!;
          count++;
        }
      }
      result[y * width + x] = data[y * width + x]! - sum / count;
    }
  }
  return { data: result, width, height };
}
