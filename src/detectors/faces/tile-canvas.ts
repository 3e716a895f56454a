// A sheet is what the face detector sees: a square, of which only the part is drawn that is used. It shows one or more cells: a part of the photo
// each, scaled and perhaps turned.
import { blank, crop, type Pixels, pasteInto, resize, rotate90, type Turns } from '../../image/raster.js';
import { type Box, boxHeight, boxWidth, type Size, turnBox } from './boxes.js';

/** Pixels of a side of a whole sheet: the most that face-ssd sees at once (models/manifest.json). */
export const SHEET_SIDE = 512;

/** Sides of a sheet are multiples of it: the models halve what they see five times (models/manifest.json, objects). */
const SHEET_GRAIN = 32;

/** One part of the photo on a sheet. */
export interface Cell {
  /** Where its top left corner lies on the sheet, pixels. */
  readonly x: number;
  readonly y: number;
  /** The part of the raster that it shows, in whole pixels of the raster. */
  readonly part: Box;
  /** Sheet pixels per raster pixel. */
  readonly scale: number;
  /** Quarter turns clockwise after cropping. */
  readonly turns: Turns;
}

/** The pixels that a cell shows, as they stand on the sheet. */
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

/** The whole raster at another size, drawn once however many sheets show it. */
function wholeAt(raster: Pixels, width: number, height: number): Promise<Pixels> {
  const sizes = wholes.get(raster) ?? new Map<string, Promise<Pixels>>();
  wholes.set(raster, sizes);
  const key = `${width}x${height}`;
  const drawn = sizes.get(key) ?? resize(raster, width, height);
  sizes.set(key, drawn);
  return drawn;
}

/** The cells drawn on a black picture of that size. */
export async function drawSheet(raster: Pixels, cells: readonly Cell[], size: Size): Promise<Pixels> {
  const sheet = blank(size.width, size.height);
  for (const cell of cells) pasteInto(sheet, await drawCell(raster, cell), cell.x, cell.y);
  return sheet;
}

/** As much of a sheet as the cells need, and so many pixels more: a run of a model costs by the area that it is shown. */
export function sheetSize(cells: readonly Cell[], margin = 0): Size {
  const side = (edges: readonly number[]): number => {
    const needed = Math.round(Math.max(1, ...edges)) + margin;
    return Math.min(SHEET_SIDE, SHEET_GRAIN * Math.ceil(needed / SHEET_GRAIN));
  };
  return {
    width: side(cells.map((cell) => cell.x + cellSize(cell).width)),
    height: side(cells.map((cell) => cell.y + cellSize(cell).height)),
  };
}

/** Width and height of a cell on the sheet, pixels. */
function cellSize(cell: Cell): Size {
  const width = boxWidth(cell.part) * cell.scale;
  const height = boxHeight(cell.part) * cell.scale;
  return cell.turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Where a box of the sheet lies in the raster, as seen through one cell. */
export function fromSheet(box: Box, cell: Cell): Box {
  const inCell = {
    left: box.left - cell.x,
    top: box.top - cell.y,
    right: box.right - cell.x,
    bottom: box.bottom - cell.y,
  };
  const back = ((4 - cell.turns) % 4) as Turns;
  const upright = turnBox(inCell, cellSize(cell), back);
  const { part, scale } = cell;
  return {
    left: part.left + upright.left / scale,
    top: part.top + upright.top / scale,
    right: part.left + upright.right / scale,
    bottom: part.top + upright.bottom / scale,
  };
}

/** Where a box of the raster is drawn on the sheet by one cell. */
export function toSheet(box: Box, cell: Cell): Box {
  const { part, scale } = cell;
  const upright = {
    left: (box.left - part.left) * scale,
    top: (box.top - part.top) * scale,
    right: (box.right - part.left) * scale,
    bottom: (box.bottom - part.top) * scale,
  };
  const size = { width: boxWidth(part) * scale, height: boxHeight(part) * scale };
  const turned = turnBox(upright, size, cell.turns);
  return {
    left: turned.left + cell.x,
    top: turned.top + cell.y,
    right: turned.right + cell.x,
    bottom: turned.bottom + cell.y,
  };
}

/** The place of the cell that holds the middle of a box of the sheet; -1 where none does. */
export function cellAt(box: Box, cells: readonly Cell[]): number {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return cells.findIndex((cell) => {
    const { width, height } = cellSize(cell);
    return x >= cell.x && x < cell.x + width && y >= cell.y && y < cell.y + height;
  });
}
