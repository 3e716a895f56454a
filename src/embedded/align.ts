// Finds which part of the embedded picture shows which part of the main one.

import type { PicturePart } from '../types/embedded.js';
import { type GreyImage, likeness, WHOLE } from './grey-image.js';
import { type IntegralImage, sample } from './integral-image.js';
import { TemplateMatcher } from './template-match.js';

export interface Alignment {
  readonly inEmbedded: PicturePart;
  readonly inMain: PicturePart;
  /** Correlation of the two parts, -1..1. */
  readonly likeness: number;
}

/**
 * Pixels of the long side at which crops are searched for. Pictures of this size can still be
 * distinguished.
 */
const SEARCH_SIDE = 48;

/** Pixels of the long side at which an alignment is refined. */
const FINE_SIDE = 80;

/**
 * Smallest crop that is searched for, as a share of the embedded picture's side. Below it, a part
 * of a thumbnail has a few dozen pixels, and everything resembles it.
 */
const MIN_CROP = 0.3;
const CROP_STEP = 0.95;

/** Shares of a side by which edges are moved to refine an alignment. */
const FINE_STEPS = [0.02, 0.01, 0.005];

/**
 * Both pictures show the same. Three layouts are tried: whole on whole, without the letterbox of
 * the thumbnail, and the thumbnail cropped from the middle to its own aspect ratio.
 */
export function alignWhole(embedded: IntegralImage, withoutLetterbox: PicturePart, main: IntegralImage): Alignment {
  const candidates = [WHOLE, withoutLetterbox].flatMap((inEmbedded) => [
    { inEmbedded, inMain: WHOLE },
    { inEmbedded, inMain: middle(main, aspect(embedded, inEmbedded)) },
  ]);
  return bestOf(candidates.map((pair) => measure(embedded, main, pair, SEARCH_SIDE)));
}

/** The main picture is a part of the embedded one, with the same scale in both directions. */
export function alignCrop(embedded: IntegralImage, withoutLetterbox: PicturePart, main: IntegralImage): Alignment {
  const shape = aspect(embedded, withoutLetterbox);
  const width = Math.max(8, Math.round(shape >= 1 ? SEARCH_SIDE : SEARCH_SIDE * shape));
  const height = Math.max(8, Math.round(width / shape));
  const matcher = new TemplateMatcher(sample(embedded, withoutLetterbox, width, height));
  const mainShape = main.width / main.height;
  let best: Alignment = { inEmbedded: withoutLetterbox, inMain: WHOLE, likeness: -1 };
  for (let share = 1; share >= MIN_CROP; share *= CROP_STEP) {
    const across = Math.round(mainShape > shape ? width * share : height * share * mainShape);
    const down = Math.round(mainShape > shape ? (width * share) / mainShape : height * share);
    if (Math.min(across, down) < 6 || across > width || down > height) continue;
    const found = matcher.find(sample(main, WHOLE, across, down));
    if (found.likeness <= best.likeness) continue;
    const { x, y } = found;
    const inSearched = { left: x / width, top: y / height, right: (x + across) / width, bottom: (y + down) / height };
    best = { inEmbedded: within(withoutLetterbox, inSearched), inMain: WHOLE, likeness: found.likeness };
  }
  return refine(embedded, main, best, 'inEmbedded');
}

/**
 * The result of alignWhole(), with the edges in the main picture moved until the correlation no
 * longer rises.
 */
export function refineWhole(embedded: IntegralImage, main: IntegralImage, whole: Alignment): Alignment {
  return refine(embedded, main, whole, 'inMain');
}

/**
 * Moves the edges of one of the parts as long as the correlation rises. The other part and its
 * pixels stay.
 */
function refine(
  embedded: IntegralImage,
  main: IntegralImage,
  start: Alignment,
  side: 'inMain' | 'inEmbedded',
): Alignment {
  const { width, height } = sizeOf(embedded, start.inEmbedded, FINE_SIDE);
  const [moving, still] = side === 'inMain' ? [main, embedded] : [embedded, main];
  const stays = sample(still, side === 'inMain' ? start.inEmbedded : start.inMain, width, height);
  const at = (part: PicturePart) => ({
    ...start,
    [side]: part,
    likeness: likeness(stays, sample(moving, part, width, height)),
  });
  let best = at(start[side]);
  for (const step of FINE_STEPS) {
    for (let round = 0; round < 6; round++) {
      const next = bestOf([best, ...moves(best[side], step).map(at)]);
      if (next === best) break;
      best = next;
    }
  }
  return best;
}

function moves({ left, top, right, bottom }: PicturePart, step: number): PicturePart[] {
  const shifts = [-step, step].flatMap((by) => [
    { left: left + by, top, right: right + by, bottom },
    { left, top: top + by, right, bottom: bottom + by },
    { left: left + by, top, right, bottom },
    { left, top: top + by, right, bottom },
    { left, top, right: right + by, bottom },
    { left, top, right, bottom: bottom + by },
    { left: left - by, top: top - by, right: right + by, bottom: bottom + by },
  ]);
  return shifts.filter((part) => part.left >= 0 && part.top >= 0 && part.right <= 1 && part.bottom <= 1);
}

type Pair = Pick<Alignment, 'inEmbedded' | 'inMain'>;

function measure(embedded: IntegralImage, main: IntegralImage, pair: Pair, longSide: number): Alignment {
  const { a, b } = sideBySide(embedded, main, pair, longSide);
  return { ...pair, likeness: likeness(a, b) };
}

/** The two parts at the same size; `a` is from the embedded picture. */
export function sideBySide(
  embedded: IntegralImage,
  main: IntegralImage,
  { inEmbedded, inMain }: Pair,
  longSide: number,
): { a: GreyImage; b: GreyImage } {
  const { width, height } = sizeOf(embedded, inEmbedded, longSide);
  return { a: sample(embedded, inEmbedded, width, height), b: sample(main, inMain, width, height) };
}

function sizeOf(image: GreyImage, part: PicturePart, longSide: number): { width: number; height: number } {
  const shape = aspect(image, part);
  return {
    width: Math.max(4, Math.round(shape >= 1 ? longSide : longSide * shape)),
    height: Math.max(4, Math.round(shape >= 1 ? longSide / shape : longSide)),
  };
}

/** The largest part in the middle of an image with the given ratio of width to height. */
function middle(image: GreyImage, shape: number): PicturePart {
  const ratio = image.width / image.height / shape;
  const [x, y] = ratio > 1 ? [(1 - 1 / ratio) / 2, 0] : [0, (1 - ratio) / 2];
  return { left: x, top: y, right: 1 - x, bottom: 1 - y };
}

function aspect(image: GreyImage, part: PicturePart): number {
  return ((part.right - part.left) * image.width) / Math.max(1, (part.bottom - part.top) * image.height);
}

function within(outer: PicturePart, inner: PicturePart): PicturePart {
  const [width, height] = [outer.right - outer.left, outer.bottom - outer.top];
  return {
    left: outer.left + inner.left * width,
    top: outer.top + inner.top * height,
    right: outer.left + inner.right * width,
    bottom: outer.top + inner.bottom * height,
  };
}

function bestOf(alignments: readonly Alignment[]): Alignment {
  return alignments.reduce((best, next) => (next.likeness > best.likeness ? next : best));
}
