// The sheet of paper, card or screen that a text stands on, in pixels of the photo, and its text laid straight.
import { resize } from '../image/raster.js';
import type { Region } from '../types/detection.js';
import type { Photo } from '../types/photo.js';
import { findPaper, type Paper } from './find-document-edges.js';
import { corners, type LineBox, type Point, pointInPhoto, regionOfPoints, type TextRaster } from './line-box.js';
import type { Quadrilateral } from './quadrilateral.js';
import { lookThrough, projectionOnto, sizeOf } from './rectify.js';

/** Long side in pixels of the picture in which edges are looked for: texture and grain are gone there, edges of paper are not. */
const EDGE_SIDE = 400;
/** Room around a straightened sheet, as part of its sides: print may touch its edge. */
const ROOM = 0.02;

/** Corners in pixels of the upright picture at full size; they may lie outside where the picture cuts the sheet off. */
export type Sheet = Paper;

/** The sheet around the boxes of the raster, at least one. Throws PhotoError. */
export async function findSheet(photo: Photo, raster: TextRaster, boxes: readonly LineBox[]): Promise<Sheet> {
  const whole = await photo.pixels();
  const scale = Math.min(1, EDGE_SIDE / Math.max(whole.width, whole.height));
  const small = await resize(whole, Math.ceil(whole.width * scale), Math.ceil(whole.height * scale));
  const across = small.width / whole.covers.width;
  const down = small.height / whole.covers.height;
  const place = (box: LineBox): LineBox => {
    const [a, b, c, d] = corners(box).map((point) => {
      const { x, y } = pointInPhoto(raster, point);
      return { x: x * across, y: y * down };
    });
    return boxOfCorners([a!, b!, c!, d!], box.score);
  };
  const paper = findPaper(small, boxes.map(place));
  const [a, b, c, d] = paper.corners.map(({ x, y }) => ({ x: x / across, y: y / down }));
  return { ...paper, corners: [a!, b!, c!, d!] };
}

function boxOfCorners(four: Quadrilateral, score: number): LineBox {
  const [a, b, c, d] = four;
  const center = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
  return { center, ...sizeOf(four), angle: Math.atan2(b.y - a.y + c.y - d.y, b.x - a.x + c.x - d.x), score };
}

/** The part of the picture that the sheet takes up. */
export function regionOfSheet({ corners: four }: Sheet, { width, height }: NonNullable<Photo['size']>): Region {
  return regionOfPoints(
    four.map(({ x, y }) => ({ x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) })),
  );
}

/** The sheet seen straight from above, its text lying, long side at most `longSide` pixels. Throws PhotoError. */
export async function straightened(photo: Photo, sheet: Sheet, longSide: number): Promise<TextRaster> {
  const four = withRoom(sheet.corners);
  const { width, height } = sizeOf(four);
  const scale = Math.min(1, longSide / Math.max(width, height));
  // Taken from a part that is as fine as the straightened sheet is to be.
  const region = regionOfPoints(four);
  const part = await photo.region(region, Math.ceil(Math.max(region.width, region.height) * scale));
  const { covers } = part;
  const [toWidth, toHeight] = [Math.max(2, Math.round(width * scale)), Math.max(2, Math.round(height * scale))];
  const onto = projectionOnto(four, toWidth, toHeight);
  const ontoPart = (point: Point): Point => {
    const { x, y } = onto(point);
    return { x: ((x - covers.left) / covers.width) * part.width, y: ((y - covers.top) / covers.height) * part.height };
  };
  return { ...lookThrough(part, ontoPart, toWidth, toHeight), covers, onto };
}

/** The same sheet a little larger on all sides. */
function withRoom([a, b, c, d]: Quadrilateral): Quadrilateral {
  const center = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
  const away = ({ x, y }: Point): Point => ({
    x: x + (x - center.x) * 2 * ROOM,
    y: y + (y - center.y) * 2 * ROOM,
  });
  return [away(a), away(b), away(c), away(d)];
}
