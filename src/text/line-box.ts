// Where a line of text stands in a raster: a rectangle turned so that its width runs along the line.
import type { Region } from '../types/detection.js';
import type { Raster } from '../types/photo.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A turned rectangle in pixels of a raster. */
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

/** The same place, read in the opposite direction. */
export function turnedAround(box: LineBox): LineBox {
  return { ...box, angle: box.angle + Math.PI };
}

/** The point of the box that is `along` pixels right and `across` pixels below its centre, as the line reads. */
export function pointInBox(box: LineBox, along: number, across: number): Point {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  return { x: box.center.x + along * cos - across * sin, y: box.center.y + along * sin + across * cos };
}

function corners(box: LineBox): readonly Point[] {
  const [w, h] = [box.width / 2, box.height / 2];
  return [pointInBox(box, -w, -h), pointInBox(box, w, -h), pointInBox(box, w, h), pointInBox(box, -w, h)];
}

/** The upright region of the full-size picture that holds all boxes of the raster; null without a box. */
export function regionOfBoxes(boxes: readonly LineBox[], raster: Raster): Region | null {
  if (boxes.length === 0) return null;
  const points = boxes.flatMap(corners);
  const { covers } = raster;
  const toX = (x: number) => covers.left + (Math.min(Math.max(x, 0), raster.width) / raster.width) * covers.width;
  const toY = (y: number) => covers.top + (Math.min(Math.max(y, 0), raster.height) / raster.height) * covers.height;
  const left = Math.floor(toX(Math.min(...points.map((p) => p.x))));
  const top = Math.floor(toY(Math.min(...points.map((p) => p.y))));
  const right = Math.ceil(toX(Math.max(...points.map((p) => p.x))));
  const bottom = Math.ceil(toY(Math.max(...points.map((p) => p.y))));
  return { left, top, width: right - left, height: bottom - top };
}
