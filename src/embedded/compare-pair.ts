// What the embedded picture shows that the main one does not.
import type { Difference, PicturePart } from '../types/embedded.js';
import { type Alignment, alignCrop, alignWhole, refineWhole, sideBySide } from './align.js';
import { contrast, type GrayImage } from './gray-image.js';
import { type IntegralImage, integralImage } from './integral-image.js';
import { withoutLetterbox } from './letterbox.js';
import { missingDetail } from './missing-detail.js';

/** Standard deviation of brightness below which a picture is too flat to be compared: correlation is then one of noise. */
const MIN_CONTRAST = 6;

/** Scores are 0.5 where the two readings are even. */
const EVEN_SCORE = 0.5;

/** Below it the two differ as any picture differs from its thumbnail. */
const MIN_SCORE = 0.2;

/** Share of the embedded picture's area above which a crop cannot be told from rounding. */
const LARGEST_CROP = 0.95;

/** Correlation below which a part that looks like the main picture does so by chance. */
const MIN_CROP_LIKENESS = 0.8;

/** Correlation at which two pictures are as likely as not to be two: the same one in other colours keeps 0.8 and more. */
const EVEN_LIKENESS = 0.6;

/** Correlation from which no crop is sought, which is the slow part: a crop by a tenth of the sides leaves 0.85 for most photos and 0.95 for the most uniform. */
const CERTAIN_LIKENESS = 0.985;

/** Long side in pixels at which detail is compared: three quarters of the smaller picture, where JPEG's own blur is over. */
const DETAIL_SIDE = 96;
const DETAIL_SHARE = 0.75;

/** The largest difference, or null where the two show the same or one of them is too flat to tell. */
export function comparePair(small: GrayImage, large: GrayImage): Difference | null {
  if (contrast(small) < MIN_CONTRAST || contrast(large) < MIN_CONTRAST) return null;
  const [embedded, main] = [integralImage(small), integralImage(large)];
  const inner = withoutLetterbox(embedded);
  const unmoved = alignWhole(embedded, inner, main);
  // The usual thumbnail: where all details are found without moving an edge, moving one finds no fewer.
  if (unmoved.likeness >= CERTAIN_LIKENESS && missingDetailScore(embedded, main, unmoved) < MIN_SCORE) return null;
  const whole = refineWhole(embedded, main, unmoved);
  const crop = whole.likeness < CERTAIN_LIKENESS ? alignCrop(embedded, inner, main) : whole;
  const best = crop.likeness > Math.max(whole.likeness, MIN_CROP_LIKENESS) ? crop : whole;
  // The share of the variance that the other picture does not explain.
  const other = 1 - best.likeness ** 2;
  const more = cropScore(inner, whole, crop);
  if (best.likeness < EVEN_LIKENESS) return { label: 'embedded-other', score: other, common: null };
  // What lies around the crop is the larger loss, and it is shown without a doubt before details are.
  if (more > EVEN_SCORE) return { label: 'embedded-more', score: more, common: best };
  const missing = missingDetailScore(embedded, main, best);
  return missing < MIN_SCORE ? null : { label: 'embedded-clearer', score: missing, common: best };
}

function missingDetailScore(embedded: IntegralImage, main: IntegralImage, alignment: Alignment): number {
  const longest = ({ width, height }: GrayImage) => Math.max(width, height);
  const side = Math.round(Math.min(DETAIL_SIDE, DETAIL_SHARE * longest(embedded), DETAIL_SHARE * longest(main)));
  const { a, b } = sideBySide(embedded, main, alignment, side);
  return missingDetail(a, b);
}

/** How much of what the whole pictures leave unexplained a crop explains. */
function cropScore(inner: PicturePart, whole: Alignment, crop: Alignment): number {
  const share = area(crop.inEmbedded) / area(inner);
  if (share > LARGEST_CROP || crop.likeness < MIN_CROP_LIKENESS) return 0;
  return Math.max(0, (crop.likeness - whole.likeness) / (1 - whole.likeness));
}

function area({ left, top, right, bottom }: PicturePart): number {
  return (right - left) * (bottom - top);
}
