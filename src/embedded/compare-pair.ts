// Finds what the embedded picture shows and the main one does not.
import type { Difference, PicturePart } from '../types/embedded.js';
import { type Alignment, alignCrop, alignWhole, refineWhole, sideBySide } from './align.js';
import { contrast, type GreyImage, likeness, WHOLE } from './grey-image.js';
import { type IntegralImage, integralImage } from './integral-image.js';
import { withoutLetterbox } from './letterbox.js';
import { missingDetail } from './missing-detail.js';

/**
 * Standard deviation of brightness below which a picture is too flat to be compared: correlation
 * would only compare noise.
 */
const MIN_CONTRAST = 6;

/** Times the contrast of a flat main picture from which a further picture shows something else. */
const FLAT_RATIO = 2;

/** Score where both explanations are equally likely. */
const EVEN_SCORE = 0.5;

/** Score below which the two differ no more than any picture from its thumbnail. */
const MIN_SCORE = 0.2;

/**
 * Share of the embedded picture's area above which a crop cannot be distinguished from rounding.
 */
const MAX_CROP = 0.95;

/** Correlation below which a part resembles the main picture by chance. */
const MIN_CROP_LIKENESS = 0.8;

/**
 * Correlation at which two pictures are as likely as not to be different ones. The same picture in
 * other colours keeps 0.8 and more.
 */
const EVEN_LIKENESS = 0.6;

/**
 * Correlation from which the slow search for a crop is skipped. A crop by a tenth of the sides
 * leaves 0.85 for most photos and 0.95 for the most uniform.
 */
const CERTAIN_LIKENESS = 0.985;

/**
 * Long side in pixels at which detail is compared. It is at most three quarters of the smaller
 * picture, a size at which the blur of JPEG is gone.
 */
const DETAIL_SIDE = 96;
const DETAIL_SHARE = 0.75;

/** The same for a large further picture, in which a twentieth of a side can be a document. */
const FINE_DETAIL_SIDE = 320;

/** Share by which the ratio of the sides of a map or a mask may differ from the picture's. */
const SHAPE_TOLERANCE = 0.03;

/**
 * Correlation, whatever its sign, below which a map or a mask resembles the picture by chance. One
 * that is examined for nothing costs time and no more.
 */
const MIN_MAP_LIKENESS = 0.3;

const WHOLE_PAIR = { inEmbedded: WHOLE, inMain: WHOLE } as const;

/**
 * The largest difference. Null where the two show the same, or where one of them is too flat to
 * compare.
 */
export function comparePair(small: GreyImage, large: GreyImage): Difference | null {
  const [shown, there] = [contrast(large), contrast(small)];
  if (there < MIN_CONTRAST) return null;
  // A main picture of one colour explains nothing of a picture that shows something.
  if (shown < MIN_CONTRAST)
    return there >= FLAT_RATIO * shown ? { label: 'embedded-other', score: 1, common: null } : null;
  const [embedded, main] = [integralImage(small), integralImage(large)];
  const inner = withoutLetterbox(embedded);
  const unmoved = alignWhole(embedded, inner, main);
  // The usual thumbnail: nothing is missing although no edge was moved. Moving edges would not
  // change that.
  if (unmoved.likeness >= CERTAIN_LIKENESS && missingDetailScore(embedded, main, unmoved) < MIN_SCORE) return null;
  const whole = refineWhole(embedded, main, unmoved);
  const crop = whole.likeness < CERTAIN_LIKENESS ? alignCrop(embedded, inner, main) : whole;
  const best = crop.likeness > Math.max(whole.likeness, MIN_CROP_LIKENESS) ? crop : whole;
  // The share of the variance that the other picture does not explain.
  const other = 1 - best.likeness ** 2;
  const more = cropScore(inner, whole, crop);
  if (best.likeness < EVEN_LIKENESS) return { label: 'embedded-other', score: other, common: null };
  // The picture around a crop is the larger loss, and it is more certain than missing details.
  if (more > EVEN_SCORE) return { label: 'embedded-more', score: more, common: best };
  const missing = missingDetailScore(embedded, main, best);
  return missing < MIN_SCORE ? null : { label: 'embedded-clearer', score: missing, common: best };
}

function missingDetailScore(
  embedded: IntegralImage,
  main: IntegralImage,
  alignment: Alignment,
  maxSide = DETAIL_SIDE,
): number {
  const longest = ({ width, height }: GreyImage) => Math.max(width, height);
  const side = Math.round(Math.min(maxSide, DETAIL_SHARE * longest(embedded), DETAIL_SHARE * longest(main)));
  const { a, b } = sideBySide(embedded, main, alignment, side);
  return missingDetail(a, b);
}

/**
 * Whether a large further picture may show something small that the main picture does not: another
 * document on the same table. Costs more than comparePair(), and a difference is no proof of
 * anything, so that it only decides whether the picture is examined itself.
 */
export function mayShowMore(further: GreyImage, main: GreyImage): boolean {
  if (contrast(further) < MIN_CONTRAST || contrast(main) < MIN_CONTRAST) return true;
  const [embedded, whole] = [integralImage(further), integralImage(main)];
  const unmoved = alignWhole(embedded, withoutLetterbox(embedded), whole);
  if (unmoved.likeness < EVEN_LIKENESS) return true;
  const aligned = refineWhole(embedded, whole, unmoved);
  return missingDetailScore(embedded, whole, aligned, FINE_DETAIL_SIDE) >= EVEN_SCORE;
}

/**
 * Whether a picture that shows the main one in another way (a gain map, a map of distance, a mask)
 * has a shape or a detail of its own. Its light may be inverted.
 */
export function hasOwnDetail(auxiliary: GreyImage, main: GreyImage): boolean {
  if (contrast(auxiliary) < MIN_CONTRAST) return false;
  const shape = (auxiliary.width * main.height) / (auxiliary.height * main.width);
  if (Math.abs(shape - 1) > SHAPE_TOLERANCE || contrast(main) < MIN_CONTRAST) return true;
  const { a, b } = sideBySide(integralImage(auxiliary), integralImage(main), WHOLE_PAIR, DETAIL_SIDE);
  if (Math.abs(likeness(a, b)) < MIN_MAP_LIKENESS) return true;
  return Math.min(missingDetail(a, b), missingDetail(inverted(a), b)) >= EVEN_SCORE;
}

function inverted({ data, width, height }: GreyImage): GreyImage {
  return { data: data.map((value) => 255 - value), width, height };
}

/** The share of what the whole pictures leave unexplained that a crop explains. */
function cropScore(inner: PicturePart, whole: Alignment, crop: Alignment): number {
  const share = area(crop.inEmbedded) / area(inner);
  if (share > MAX_CROP || crop.likeness < MIN_CROP_LIKENESS) return 0;
  return Math.max(0, (crop.likeness - whole.likeness) / (1 - whole.likeness));
}

function area({ left, top, right, bottom }: PicturePart): number {
  return (right - left) * (bottom - top);
}
