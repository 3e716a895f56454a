// A tile canvas is the input of the face detector: a square of which only the used part is drawn.
// It shows one or more cells. Each cell is a part of the photo, scaled and possibly rotated.
import { blank, crop, type Pixels, pasteInto, resize, rotate90, type Turns } from '../../image/raster.js';
import { boxHeight, boxWidth, type EdgeBox, type PictureSize, rotateBox } from './boxes.js';

/** Side of a whole canvas in pixels: the largest input of face-ssd (models/manifest.json). */
export const CANVAS_SIDE = 512;

/**
 * The sides of a canvas are multiples of this, because the models halve their input five times
 * (models/manifest.json, objects).
 */
const CANVAS_GRAIN = 32;

/** One part of the photo on a canvas. */
export interface Cell {
  /** Position of its top left corner on the canvas, in pixels. */
  readonly x: number;
  readonly y: number;
  /** The part of the raster that it shows, in whole pixels of the raster. */
  readonly part: EdgeBox;
  /** Canvas pixels per raster pixel. */
  readonly scale: number;
  /** Clockwise quarter turns, applied after cropping. */
  readonly turns: Turns;
}

/** The pixels of a cell, as drawn on the canvas. */
async function drawCell(raster: Pixels, cell: Cell): Promise<Pixels> {
  const { part, scale } = cell;
  const isWhole = part.left === 0 && part.top === 0 && part.right === raster.width && part.bottom === raster.height;
  const width = Math.max(1, Math.round(boxWidth(part) * scale));
  const height = Math.max(1, Math.round(boxHeight(part) * scale));
  const drawn = isWhole
    ? wholeAt(raster, width, height)
    : resize(crop(raster, part.left, part.top, boxWidth(part), boxHeight(part)), width, height);
  return rotate90(await drawn, cell.turns);
}

const wholes = new WeakMap<Pixels, Map<string, Promise<Pixels>>>();

/** The whole raster at another size. Drawn once for all canvases that show it. */
function wholeAt(raster: Pixels, width: number, height: number): Promise<Pixels> {
  const sizes = wholes.get(raster) ?? new Map<string, Promise<Pixels>>();
  wholes.set(raster, sizes);
  const key = `${width}x${height}`;
  const drawn = sizes.get(key) ?? resize(raster, width, height);
  sizes.set(key, drawn);
  return drawn;
}

/** Draws the cells on a black picture of this size. */
export async function drawCanvas(raster: Pixels, cells: readonly Cell[], size: PictureSize): Promise<Pixels> {
  const canvas = blank(size.width, size.height);
  for (const cell of cells) pasteInto(canvas, await drawCell(raster, cell), cell.x, cell.y);
  return canvas;
}

/**
 * The part of a canvas that the cells need, plus a margin in pixels. The cost of a model run grows
 * with the area of its input.
 */
export function canvasSize(cells: readonly Cell[], margin = 0): PictureSize {
  const side = (edges: readonly number[]): number => {
    const needed = Math.round(Math.max(1, ...edges)) + margin;
    return Math.min(CANVAS_SIDE, CANVAS_GRAIN * Math.ceil(needed / CANVAS_GRAIN));
  };
  return {
    width: side(cells.map((cell) => cell.x + cellSize(cell).width)),
    height: side(cells.map((cell) => cell.y + cellSize(cell).height)),
  };
}

/** Width and height of a cell on the canvas, pixels. */
function cellSize(cell: Cell): PictureSize {
  const width = boxWidth(cell.part) * cell.scale;
  const height = boxHeight(cell.part) * cell.scale;
  return cell.turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Maps a box of the canvas to the raster, through one cell. */
export function fromCanvas(box: EdgeBox, cell: Cell): EdgeBox {
  const inCell = {
    left: box.left - cell.x,
    top: box.top - cell.y,
    right: box.right - cell.x,
    bottom: box.bottom - cell.y,
  };
  const back = ((4 - cell.turns) % 4) as Turns;
  const upright = rotateBox(inCell, cellSize(cell), back);
  const { part, scale } = cell;
  return {
    left: part.left + upright.left / scale,
    top: part.top + upright.top / scale,
    right: part.left + upright.right / scale,
    bottom: part.top + upright.bottom / scale,
  };
}

/** Maps a box of the raster to the canvas, through one cell. */
export function toCanvas(box: EdgeBox, cell: Cell): EdgeBox {
  const { part, scale } = cell;
  const upright = {
    left: (box.left - part.left) * scale,
    top: (box.top - part.top) * scale,
    right: (box.right - part.left) * scale,
    bottom: (box.bottom - part.top) * scale,
  };
  const size = { width: boxWidth(part) * scale, height: boxHeight(part) * scale };
  const rotated = rotateBox(upright, size, cell.turns);
  return {
    left: rotated.left + cell.x,
    top: rotated.top + cell.y,
    right: rotated.right + cell.x,
    bottom: rotated.bottom + cell.y,
  };
}

/** Index of the cell that contains the middle of a box of the canvas. -1 if none does. */
export function cellAt(box: EdgeBox, cells: readonly Cell[]): number {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return cells.findIndex((cell) => {
    const { width, height } = cellSize(cell);
    return x >= cell.x && x < cell.x + width && y >= cell.y && y < cell.y + height;
  });
}
