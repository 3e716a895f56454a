// Boxes: their overlap, and non-maximum suppression of boxes around the same thing.
import type { Turns } from '../../image/raster.js';
import type { Region } from '../../types/detection.js';
import type { Raster } from '../../types/raster.js';

/** Edges in pixels of a picture; the owner of the box states which. Fractions are kept. */
export interface EdgeBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Share of the picture's shorter side from which a face fills the picture. Nothing else of the
 * person is left to judge then.
 */
export const FILLING = 0.6;

/** A box, and the clockwise quarter turns that make its content upright. */
export interface Upright {
  readonly box: EdgeBox;
  readonly turns: Turns;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const boxWidth = (box: EdgeBox): number => box.right - box.left;
export const boxHeight = (box: EdgeBox): number => box.bottom - box.top;
export const boxArea = (box: EdgeBox): number => Math.max(0, boxWidth(box)) * Math.max(0, boxHeight(box));

/** Intersection of two boxes, in square pixels. */
function sharedArea(a: EdgeBox, b: EdgeBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Intersection divided by union, 0..1. */
export function intersectionOverUnion(a: EdgeBox, b: EdgeBox): number {
  const shared = sharedArea(a, b);
  return shared === 0 ? 0 : shared / (boxArea(a) + boxArea(b) - shared);
}

/**
 * Intersection divided by the area of the smaller box, 0..1. It is 1 if one box is inside the
 * other.
 */
export function containment(a: EdgeBox, b: EdgeBox): number {
  const shared = sharedArea(a, b);
  return shared === 0 ? 0 : shared / Math.min(boxArea(a), boxArea(b));
}

/**
 * Non-maximum suppression: the highest score first, without boxes that overlap a better one by more
 * than `limit` (0..1).
 */
export function suppress<T extends { readonly box: EdgeBox; readonly score: number }>(
  items: readonly T[],
  limit: number,
): readonly T[] {
  const kept: T[] = [];
  for (const item of items.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((better) => intersectionOverUnion(better.box, item.box) <= limit)) kept.push(item);
  }
  return kept;
}

/**
 * Where a box of a picture of this size is after the picture is rotated clockwise by quarter turns.
 */
export function rotateBox(box: EdgeBox, picture: PictureSize, turns: Turns): EdgeBox {
  const { left, top, right, bottom } = box;
  const { width, height } = picture;
  switch (turns) {
    case 0:
      return box;
    case 1:
      return { left: height - bottom, top: left, right: height - top, bottom: right };
    case 2:
      return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
    case 3:
      return { left: top, top: width - right, right: bottom, bottom: width - left };
    default:
      return turns satisfies never;
  }
}

/**
 * The square of whole pixels around the middle of a box, with a side of `reach` times its longer
 * side, at least 1 pixel. May extend beyond the picture.
 */
export function squareAround(box: EdgeBox, reach: number): EdgeBox {
  const side = Math.max(1, Math.round(reach * Math.max(boxWidth(box), boxHeight(box))));
  const left = Math.round((box.left + box.right - side) / 2);
  const top = Math.round((box.top + box.bottom - side) / 2);
  return { left, top, right: left + side, bottom: top + side };
}

/** The part of a box inside the picture, as a region of whole pixels, at least 1 x 1. */
export function toRegion(box: EdgeBox, picture: PictureSize): Region {
  const left = Math.min(picture.width - 1, Math.max(0, Math.round(box.left)));
  const top = Math.min(picture.height - 1, Math.max(0, Math.round(box.top)));
  const right = Math.max(left + 1, Math.min(picture.width, Math.round(box.right)));
  const bottom = Math.max(top + 1, Math.min(picture.height, Math.round(box.bottom)));
  return { left, top, width: right - left, height: bottom - top };
}

/** Maps a box of the raster to pixels of the upright picture at full size, clipped. */
export function toFullSize({ width, height, covers }: Raster, box: EdgeBox): Region {
  const across = covers.width / width;
  const down = covers.height / height;
  const scaled = { left: box.left * across, top: box.top * down, right: box.right * across, bottom: box.bottom * down };
  return toRegion(scaled, covers);
}
