// A tile canvas is the input of the face detector: a square, of which only the part is drawn that is used. It shows one or more cells: a part of the photo
// each, scaled and perhaps turned.
import { blank, crop, type Pixels, pasteInto, resize, rotate90, type Turns } from '../../image/raster.js';
import { boxHeight, boxWidth, type EdgeBox, type PictureSize, rotateBox } from './boxes.js';

/** Pixels of a side of a whole canvas: the most that face-ssd sees at once (models/manifest.json). */
export const CANVAS_SIDE = 512;

/** Sides of a canvas are multiples of it: the models halve what they see five times (models/manifest.json, objects). */
const CANVAS_GRAIN = 32;

/** One part of the photo on a canvas. */
export interface Cell {
  /** Where its top left corner lies on the canvas, pixels. */
  readonly x: number;
  readonly y: number;
  /** The part of the raster that it shows, in whole pixels of the raster. */
  readonly part: EdgeBox;
  /** Sheet pixels per raster pixel. */
  readonly scale: number;
  /** Quarter turns clockwise after cropping. */
  readonly turns: Turns;
}

/** The pixels that a cell shows, as they stand on the canvas. */
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

/** The whole raster at another size, drawn once however many canvases show it. */
function wholeAt(raster: Pixels, width: number, height: number): Promise<Pixels> {
  const sizes = wholes.get(raster) ?? new Map<string, Promise<Pixels>>();
  wholes.set(raster, sizes);
  const key = `${width}x${height}`;
  const drawn = sizes.get(key) ?? resize(raster, width, height);
  sizes.set(key, drawn);
  return drawn;
}

/** The cells drawn on a black picture of that size. */
export async function drawCanvas(raster: Pixels, cells: readonly Cell[], size: PictureSize): Promise<Pixels> {
  const canvas = blank(size.width, size.height);
  for (const cell of cells) pasteInto(canvas, await drawCell(raster, cell), cell.x, cell.y);
  return canvas;
}

/** As much of a canvas as the cells need, and so many pixels more: a run of a model costs by the area that it is shown. */
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

/** Where a box of the canvas lies in the raster, as seen through one cell. */
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

/** Where a box of the raster is drawn on the canvas by one cell. */
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

/** The place of the cell that holds the middle of a box of the canvas; -1 where none does. */
export function cellAt(box: EdgeBox, cells: readonly Cell[]): number {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return cells.findIndex((cell) => {
    const { width, height } = cellSize(cell);
    return x >= cell.x && x < cell.x + width && y >= cell.y && y < cell.y + height;
  });
}
