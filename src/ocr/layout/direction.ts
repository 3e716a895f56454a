// Where boxes are relative to each other, measured along their reading direction, at any rotation.
import { type LineBox, pointInBox } from '../line-box.js';

/** From this width to height ratio on, a box has a reliable direction of its own. */
const RELIABLE_RATIO = 3;

/** A position relative to a box, in heights of the smaller of the two boxes. */
export interface Offset {
  /** From the end of the first box to the start of the second; negative where they overlap. */
  readonly gap: number;
  /** How far the centre of the second is below that of the first. Negative: above. */
  readonly drop: number;
  /** From the start of the first to the start of the second. */
  readonly indent: number;
  /** The shared extent along the line, as a share of the narrower box. Negative if apart. */
  readonly overlap: number;
}

/** The directions differ by less than 45 degrees. */
export const isParallel = (a: number, b: number): boolean => Math.cos(a - b) > Math.SQRT1_2;

/**
 * Reading direction in radians: the mean of the boxes that run like the longest one, by their
 * length.
 */
export function directionOf(boxes: readonly LineBox[]): number {
  const longest = boxes.reduce<LineBox | null>((a, b) => (a === null || b.width > a.width ? b : a), null);
  if (longest === null) return 0;
  let [x, y] = [0, 0];
  for (const { angle, width, height } of boxes) {
    if (!isParallel(angle, longest.angle) || width < height * RELIABLE_RATIO) continue;
    x += Math.cos(angle) * width;
    y += Math.sin(angle) * width;
  }
  return x === 0 && y === 0 ? longest.angle : Math.atan2(y, x);
}

/**
 * The box in this direction: a short one is measured badly, and a single narrow letter looks like a
 * line from top to bottom.
 */
export function alongDirection(box: LineBox, angle: number): LineBox {
  if (box.width >= box.height * RELIABLE_RATIO) return box;
  if (isParallel(box.angle, angle)) return { ...box, angle };
  if (isParallel(box.angle, angle + Math.PI)) return box;
  return { ...box, width: box.height, height: box.width, angle };
}

/** Where b is relative to a, in the direction of the longer one, whose direction is known best. */
export function offsetOf(a: LineBox, b: LineBox): Offset {
  const { angle } = a.width >= b.width ? a : b;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [b.center.x - a.center.x, b.center.y - a.center.y];
  const along = x * cos + y * sin;
  const height = Math.max(1, Math.min(a.height, b.height));
  const shared = Math.min(a.width / 2, along + b.width / 2) - Math.max(-a.width / 2, along - b.width / 2);
  return {
    gap: (along - (a.width + b.width) / 2) / height,
    drop: (y * cos - x * sin) / height,
    indent: (along - (b.width - a.width) / 2) / height,
    overlap: shared / Math.max(1, Math.min(a.width, b.width)),
  };
}

/** One box around all, in the direction of the longest. At least one box. */
export function joinedBox(boxes: readonly LineBox[]): LineBox {
  const longest = boxes.reduce((a, b) => (b.width > a.width ? b : a));
  const [cos, sin] = [Math.cos(longest.angle), Math.sin(longest.angle)];
  const placed = boxes.map(({ center, width, height }) => {
    const [x, y] = [center.x - longest.center.x, center.y - longest.center.y];
    return { along: x * cos + y * sin, across: y * cos - x * sin, width, height };
  });
  const start = Math.min(...placed.map(({ along, width }) => along - width / 2));
  const end = Math.max(...placed.map(({ along, width }) => along + width / 2));
  const top = Math.min(...placed.map(({ across, height }) => across - height / 2));
  const bottom = Math.max(...placed.map(({ across, height }) => across + height / 2));
  return {
    ...longest,
    center: pointInBox(longest, (start + end) / 2, (top + bottom) / 2),
    width: end - start,
    height: bottom - top,
  };
}

/** The part of the box from `start` to `end`, shares of its width, 0..1. */
export function partOfBox(box: LineBox, start: number, end: number): LineBox {
  return {
    ...box,
    center: pointInBox(box, box.width * ((start + end) / 2 - 0.5), 0),
    width: Math.max(1, box.width * (end - start)),
  };
}
