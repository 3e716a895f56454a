// The document (page, card or screen) that carries a text, in pixels of the photo, and the document
// rectified.
import { resize } from '../image/raster.js';
import type { Region } from '../types/detection.js';
import type { Photo } from '../types/photo.js';
import type { Point } from '../types/raster.js';
import { type DocumentEdges, findDocumentEdges } from './find-document-edges.js';
import { corners, type LineBox, pointInPhoto, regionOfPoints, type TextRaster } from './line-box.js';
import type { Quadrilateral } from './quadrilateral.js';
import { projectionOnto, sizeOf, warp } from './rectify.js';

/**
 * Long side in pixels of the picture in which edges are searched for. At this size texture and
 * grain are gone, but the edges of documents are not.
 */
const EDGE_SIDE = 400;
/**
 * Margin around a rectified document, as a share of its sides, because print may touch its edge.
 */
const ROOM = 0.02;

/**
 * Corners in pixels of the upright picture at full size. They may be outside if the picture cuts
 * off the document.
 */
export type DocumentQuad = DocumentEdges;

/** The document around the boxes of the raster (at least one). Throws PhotoError. */
export async function findDocumentQuad(
  photo: Photo,
  raster: TextRaster,
  boxes: readonly LineBox[],
): Promise<DocumentQuad> {
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
  const found = findDocumentEdges(small, boxes.map(place));
  const [a, b, c, d] = found.corners.map(({ x, y }) => ({ x: x / across, y: y / down }));
  return { ...found, corners: [a!, b!, c!, d!] };
}

function boxOfCorners(four: Quadrilateral, score: number): LineBox {
  const [a, b, c, d] = four;
  const center = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
  return { center, ...sizeOf(four), angle: Math.atan2(b.y - a.y + c.y - d.y, b.x - a.x + c.x - d.x), score };
}

/** The part of the picture that shows the document. */
export function regionOfDocument(
  { corners: four }: DocumentQuad,
  { width, height }: NonNullable<Photo['size']>,
): Region {
  return regionOfPoints(
    four.map(({ x, y }) => ({ x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) })),
  );
}

/**
 * The document as seen straight from above, with upright text and a long side of at most `longSide`
 * pixels. Throws PhotoError.
 */
export async function rectified(photo: Photo, documentQuad: DocumentQuad, longSide: number): Promise<TextRaster> {
  const four = withRoom(documentQuad.corners);
  const { width, height } = sizeOf(four);
  const scale = Math.min(1, longSide / Math.max(width, height));
  // Uses a part of the photo at the resolution of the rectified document.
  const region = regionOfPoints(four);
  const part = await photo.region(region, Math.ceil(Math.max(region.width, region.height) * scale));
  const { covers } = part;
  const [toWidth, toHeight] = [Math.max(2, Math.round(width * scale)), Math.max(2, Math.round(height * scale))];
  const onto = projectionOnto(four, toWidth, toHeight);
  const ontoPart = (point: Point): Point => {
    const { x, y } = onto(point);
    return { x: ((x - covers.left) / covers.width) * part.width, y: ((y - covers.top) / covers.height) * part.height };
  };
  return { ...warp(part, ontoPart, toWidth, toHeight), covers, onto };
}

/** The same document, slightly larger on all sides. */
function withRoom([a, b, c, d]: Quadrilateral): Quadrilateral {
  const center = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
  const away = ({ x, y }: Point): Point => ({
    x: x + (x - center.x) * 2 * ROOM,
    y: y + (y - center.y) * 2 * ROOM,
  });
  return [away(a), away(b), away(c), away(d)];
}
