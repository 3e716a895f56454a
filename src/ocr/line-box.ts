// The position of a line of text in a raster: a rectangle rotated so that its width runs along the
// line.
import type { Region } from '../types/detection.js';
import type { Point, Raster } from '../types/raster.js';

/** A rotated rectangle in pixels of a raster. */
export interface LineBox {
  readonly center: Point;
  /** Along the reading direction. */
  readonly width: number;
  /** Across it: about the height of the letters. */
  readonly height: number;
  /** Reading direction in radians: 0 is to the right, pi / 2 is down. */
  readonly angle: number;
  /** Mean text probability inside, 0..1. */
  readonly score: number;
}

/** The same box, read in the opposite direction. */
export function upsideDown(box: LineBox): LineBox {
  return { ...box, angle: box.angle + Math.PI };
}

/**
 * The point `along` pixels to the right of the box's centre and `across` pixels below it, in the
 * direction of the line.
 */
export function pointInBox(box: LineBox, along: number, across: number): Point {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  return { x: box.center.x + along * cos - across * sin, y: box.center.y + along * sin + across * cos };
}

/** Top left, top right, bottom right, bottom left, in the direction of the line. */
export function corners(box: LineBox): readonly Point[] {
  const [w, h] = [box.width / 2, box.height / 2];
  return [pointInBox(box, -w, -h), pointInBox(box, w, -h), pointInBox(box, w, h), pointInBox(box, -w, h)];
}

/** The picture that text is read from: a part of the photo, or a rectified document. */
export interface TextRaster extends Raster {
  /**
   * Maps pixels of a rectified raster to pixels of the upright picture at full size. Without it,
   * `covers` gives the position of the raster.
   */
  readonly onto?: (point: Point) => Point;
}

/**
 * Maps a point of the raster to pixels of the upright picture at full size, clipped to the area
 * that the raster covers.
 */
export function pointInPhoto({ covers, width, height, onto }: TextRaster, { x, y }: Point): Point {
  const at = onto?.({ x, y }) ?? {
    x: covers.left + (x / width) * covers.width,
    y: covers.top + (y / height) * covers.height,
  };
  return {
    x: Math.min(Math.max(at.x, covers.left), covers.left + covers.width),
    y: Math.min(Math.max(at.y, covers.top), covers.top + covers.height),
  };
}

/** The smallest upright region of whole pixels that contains the points (at least one). */
export function regionOfPoints(points: readonly Point[]): Region {
  const left = Math.floor(Math.min(...points.map((p) => p.x)));
  const top = Math.floor(Math.min(...points.map((p) => p.y)));
  const right = Math.ceil(Math.max(...points.map((p) => p.x)));
  const bottom = Math.ceil(Math.max(...points.map((p) => p.y)));
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * The upright region of the full-size picture that contains all boxes of the raster. Null without a
 * box.
 */
export function regionOfBoxes(boxes: readonly LineBox[], raster: TextRaster): Region | null {
  if (boxes.length === 0) return null;
  return regionOfPoints(boxes.flatMap(corners).map((point) => pointInPhoto(raster, point)));
}
