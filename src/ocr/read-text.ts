// Finds and reads the text of a photo: a cheap pass over the whole picture first, then a sharper
// pass over the area with text.
import { resize } from '../image/raster.js';
import type { Engine, Model } from '../inference/engine.js';
import type { Region } from '../types/detection.js';
import type { Photo } from '../types/photo.js';
import type { Raster } from '../types/raster.js';
import { boxInRaster, coarseSide, withCoarseLines } from './coarse-lines.js';
import { detectLines, detectLinesEitherWay } from './detect-lines.js';
import { type DocumentQuad, findDocumentQuad, rectified } from './document-quad.js';
import { corners, type LineBox, regionOfBoxes, type TextRaster } from './line-box.js';
import { convergence } from './quadrilateral.js';
import { type Reader, readLines, type TextLine, textReaderOf } from './reader.js';
import { unreadScript } from './scripts.js';

/**
 * Long side of the first pass in pixels. At 640 it finds enough text in 34 of 44 documents that
 * fill a quarter of the picture's width. At 512 it finds enough in 9, at 736 in 36 for a third more
 * time (labelled documents pasted into photos without text).
 */
const GATE_SIDE = 640;
/**
 * Minimum total length of all lines, in line heights, for a possible document: about six letters.
 * One in six other photos has as much.
 */
const GATE_LENGTH = 3;
/**
 * With this much, on at most this share of the picture, the second pass decides: small print far
 * away.
 */
const WEAK_LENGTH = 1.5;
const WEAK_SHARE = 0.05;
/**
 * Long sides of the pictures of the second pass: the one in which lines are detected, and the one
 * from which they are read.
 */
const DETECTION_SIDE = 1280;
const READING_SIDE = 1600;
/**
 * Margin of the second pass around the text found by the first: a share of the size of that text,
 * and at least a share of the picture's longer side.
 */
const MARGIN = 0.5;
const MIN_MARGIN = 0.1;
/**
 * Text this near to the edge of the part may go on beyond it, in line heights; how much is added on
 * that side, in lengths of the part; and how often.
 */
const EDGE = 0.5;
const GROWTH = 1;
const MAX_GROWTHS = 2;
/**
 * Long side in pixels to which smaller pictures are enlarged for a closer pass. Letters of 10
 * pixels are hard to read.
 */
const CLOSE_SIDE = 1200;

/** Lines read with a lower confidence are patterns and scenery. */
const MIN_CONFIDENCE = 0.6;
/** Rotation in radians below which a document counts as straight. */
const MIN_ROTATION = (3 * Math.PI) / 180;
/**
 * Minimum number of visible edges from which perspective can be measured, and the minimum angle
 * between opposite sides that counts as perspective.
 */
const CLEAR_EDGES = 3;
const MIN_CONVERGENCE = (6 * Math.PI) / 180;
/**
 * Minimum number of letters read at first. With fewer, the lines are patterns, and patterns are
 * often slanted.
 */
const MIN_LEGIBLE = 8;
/**
 * Mean confidence, weighted by width, below which a rotated document is read again. Straight
 * documents have at least 0.93; drawn documents at 45 degrees have 0.66 to 0.88.
 */
const POOR_CONFIDENCE = 0.92;

/** Lines read from a part of a photo. */
export interface TextReading {
  /** The raster that the boxes refer to. */
  readonly raster: TextRaster;
  /** All text lines that were detected, read or not. */
  readonly boxes: readonly LineBox[];
  readonly lines: readonly TextLine[];
  readonly reader: Reader;
}

export interface PhotoText extends TextReading {
  /** The document that carries the text. */
  readonly documentQuad: DocumentQuad;
}

/** The region and a margin of x and y pixels around it. */
function around({ left, top, width, height }: Region, x: number, y: number): Region {
  return { left: left - x, top: top - y, width: width + 2 * x, height: height + 2 * y };
}

async function readRaster(raster: TextRaster, boxes: readonly LineBox[], engine: Engine): Promise<TextReading> {
  const reader = await textReaderOf(engine);
  return { raster, boxes, lines: await readLines(reader, raster, boxes), reader };
}

const texts = new WeakMap<Photo, Promise<PhotoText | null>>();

/**
 * Null if there is hardly any text. With `isFast`, the lines of the first pass are read as they
 * are. Reads a photo once, for all detectors. Text in a script that the recogniser does not read is
 * noted in the photo's `unseen`. Throws PhotoError, ModelError.
 */
export function readText(photo: Photo, engine: Engine, isFast: boolean): Promise<PhotoText | null> {
  const text = texts.get(photo) ?? readAndNote(photo, engine, isFast);
  texts.set(photo, text);
  return text;
}

async function readAndNote(photo: Photo, engine: Engine, isFast: boolean): Promise<PhotoText | null> {
  const text = await readAfresh(photo, engine, isFast);
  const script = text === null ? null : await unreadScript(text.lines, engine);
  if (script !== null) photo.unseen.push({ code: 'script-unread', detail: script });
  return text;
}

/** Total length of the lines, in line heights. */
const lengthOf = (boxes: readonly LineBox[]): number =>
  boxes.reduce((sum, { width, height }) => sum + width / height, 0);

/** Small print far away is a few blobs close together, without lines. */
function isWorthChecking(seen: readonly LineBox[], region: Region, all: Region): boolean {
  return lengthOf(seen) >= WEAK_LENGTH && region.width * region.height <= WEAK_SHARE * all.width * all.height;
}

async function readAfresh(photo: Photo, engine: Engine, isFast: boolean): Promise<PhotoText | null> {
  const whole = await photo.pixels();
  const detector = await engine.model('text-detection');
  const seen = await detectLines(whole, detector, GATE_SIDE);
  const region = regionOfBoxes(seen, whole);
  const isWeak = lengthOf(seen) < GATE_LENGTH;
  if (region === null || (isWeak && (isFast || !isWorthChecking(seen, region, whole.covers)))) return null;
  if (isFast) return withDocumentQuad(photo, await readRaster(whole, seen, engine));
  const { raster, boxes, coarse } = await detectSharply(photo, region, whole, detector);
  if (isWeak && lengthOf(boxes) < GATE_LENGTH) return null;
  const sharp = await readRaster(raster, boxes, engine);
  const gate = seen.map((box) => boxInRaster(raster, whole, box));
  const first = { ...sharp, lines: await withCoarseLines(sharp.reader, raster, sharp, [...coarse, ...gate]) };
  const text = await withDocumentQuad(photo, first);
  return text === null || !isRotatedAndPoor(text) ? text : readRectified(photo, text, engine);
}

/**
 * The second pass: the lines around the text found by the first. Where text reaches the edge of
 * that part, the first pass did not see all of it, and the part grows.
 */
async function detectSharply(
  photo: Photo,
  region: Region,
  { covers: all }: Raster,
  detector: Model,
): Promise<{ readonly raster: Raster; readonly boxes: readonly LineBox[]; readonly coarse: readonly LineBox[] }> {
  const minMargin = MIN_MARGIN * Math.max(all.width, all.height);
  let part = around(region, Math.max(region.width * MARGIN, minMargin), Math.max(region.height * MARGIN, minMargin));
  for (let pass = 0; ; pass += 1) {
    const raster = await photo.region(part, READING_SIDE);
    const boxes = await detectLinesEitherWay(raster, detector, DETECTION_SIDE);
    const side = coarseSide(raster, boxes);
    const coarse = side === null ? [] : await detectLines(raster, detector, side);
    const larger = pass < MAX_GROWTHS ? grown(raster, [...boxes, ...coarse], all) : null;
    if (larger === null) return { raster, boxes, coarse };
    part = larger;
  }
}

/** The part with more on each side at which text is cut. Null if there is none. */
function grown({ covers, width, height }: Raster, boxes: readonly LineBox[], all: Region): Region | null {
  const points = boxes
    .filter(({ score }) => score >= MIN_CONFIDENCE)
    .flatMap((box) => corners(box).map((point) => ({ ...point, near: box.height * EDGE })));
  const by = GROWTH * Math.max(covers.width, covers.height);
  const left = covers.left > all.left && points.some(({ x, near }) => x < near) ? by : 0;
  const top = covers.top > all.top && points.some(({ y, near }) => y < near) ? by : 0;
  const isRight = covers.left + covers.width < all.left + all.width;
  const right = isRight && points.some(({ x, near }) => x > width - near) ? by : 0;
  const isBottom = covers.top + covers.height < all.top + all.height;
  const bottom = isBottom && points.some(({ y, near }) => y > height - near) ? by : 0;
  if (left + top + right + bottom === 0) return null;
  return {
    left: covers.left - left,
    top: covers.top - top,
    width: covers.width + left + right,
    height: covers.height + top + bottom,
  };
}

/** Boxes that hold text or were not read. The others are patterns. */
function textBoxes({ boxes, lines }: TextReading): readonly LineBox[] {
  const isPattern = new Set(
    lines.filter(({ confidence }) => confidence < MIN_CONFIDENCE).map(({ box }) => placeOf(box)),
  );
  const text = boxes.filter((box) => !isPattern.has(placeOf(box)));
  return text.length > 0 ? text : boxes;
}

/** The same for a box and the same box upside down. */
const placeOf = ({ center }: LineBox): string => `${center.x} ${center.y}`;

async function withDocumentQuad(photo: Photo, reading: TextReading): Promise<PhotoText | null> {
  if (reading.boxes.length === 0) return null;
  return { ...reading, documentQuad: await findDocumentQuad(photo, reading.raster, textBoxes(reading)) };
}

/** The amount of text that was read: letters, weighted by their confidence. */
function legible({ lines }: TextReading): number {
  const sure = lines.filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
  return sure.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
}

function isRotatedAndPoor(text: PhotoText): boolean {
  const { lines, documentQuad } = text;
  const quarter = Math.PI / 2;
  const rotation = Math.abs(documentQuad.angle - quarter * Math.round(documentQuad.angle / quarter));
  const width = lines.reduce((sum, { box }) => sum + box.width, 0);
  const confidence = lines.reduce((sum, { box, confidence }) => sum + box.width * confidence, 0) / Math.max(1, width);
  const isSlanted =
    rotation >= MIN_ROTATION ||
    (documentQuad.edges >= CLEAR_EDGES && convergence(documentQuad.corners) >= MIN_CONVERGENCE);
  return isSlanted && confidence < POOR_CONFIDENCE && legible(text) >= MIN_LEGIBLE;
}

/** Rectifies the document and reads it again. Keeps the result if it has more text. */
async function readRectified(photo: Photo, text: PhotoText, engine: Engine): Promise<PhotoText> {
  const raster = await rectified(photo, text.documentQuad, READING_SIDE);
  const boxes = await detectLines(raster, await engine.model('text-detection'), DETECTION_SIDE);
  const again = await readRaster(raster, boxes, engine);
  return legible(again) > legible(text) ? { ...again, documentQuad: text.documentQuad } : text;
}

/**
 * Reads a part of the photo again, with a margin of its own height. Reads from full size, and
 * enlarges a small part. Throws PhotoError, ModelError.
 */
export async function readClosely(photo: Photo, part: Region, engine: Engine): Promise<TextReading> {
  const seen = await photo.region(around(part, part.height, part.height), READING_SIDE);
  const scale = Math.max(1, CLOSE_SIDE / Math.max(seen.width, seen.height));
  const larger = await resize(seen, Math.round(seen.width * scale), Math.round(seen.height * scale));
  const raster = { ...larger, covers: seen.covers };
  return readRaster(
    raster,
    await detectLinesEitherWay(raster, await engine.model('text-detection'), DETECTION_SIDE),
    engine,
  );
}
