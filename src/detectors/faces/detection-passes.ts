// The detection passes over a photo: which tile canvases the detector gets, and what it finds on
// each.
import type { Pixels, Turns } from '../../image/raster.js';
import type { Model } from '../../inference/engine.js';
import { boxWidth, type EdgeBox, squareAround, suppress, type Upright } from './boxes.js';
import { CANVAS_SIDE, type Cell, canvasSize, cellAt, drawCanvas, fromCanvas } from './tile-canvas.js';

/**
 * What a canvas shows: `whole`, the whole picture; `turned`, its four rotations; `quick`, both,
 * with small rotations; `again`, each suspect on its own.
 */
export type PassId = 'whole' | 'turned' | 'quick' | 'again';

export interface DetectionPass {
  readonly id: PassId;
  readonly cells: readonly Cell[];
}

/**
 * A face found by one pass: its box in pixels of the raster, and the rotation of the cell that
 * showed it.
 */
export interface Sighting extends Upright {
  readonly pass: PassId;
  /** Index of the cell in the pass. */
  readonly cell: number;
  /** The score of the detector, 0..1. Not a probability. */
  readonly score: number;
}

/** Lower scores mean nothing: the detector gives them to any texture. */
const SIGHTING_FLOOR = 0.05;

/** Overlap above which boxes of one pass are the same face (face-api's own value). */
const SAME_SIGHTING = 0.5;

/**
 * Long side in pixels of a photo that is shown small. A face that fills the frame then has a size
 * that the detector was trained on.
 */
const SHRUNK_SIDE = 200;

/** Suspects per canvas of the last pass: four rows of four. */
export const SUSPECTS = 16;

/**
 * Size of the crop around a suspect, as a multiple of its longer side. Twice separates faces from
 * animals better than three or four times.
 */
const SURROUNDINGS = 2;

/**
 * Black pixels after the last suspect. With them, a suspect scores as on a whole canvas, within
 * 0.03 in log odds (root mean square over 33 faces); without them, within 0.3. The whole picture
 * needs none.
 */
const MARGIN = 64;

const whole = (raster: Pixels): EdgeBox => ({ left: 0, top: 0, right: raster.width, bottom: raster.height });

/** The whole picture, as large as the canvas allows, rotated clockwise by quarter turns. */
export function wholePass(raster: Pixels, turns: Turns = 0): DetectionPass {
  const scale = CANVAS_SIDE / Math.max(raster.width, raster.height);
  return { id: 'whole', cells: [{ x: 0, y: 0, part: whole(raster), scale, turns }] };
}

/**
 * The whole picture in its four rotations, each in a quarter of the canvas. For sideways photos
 * without an orientation tag. The upright one is a little smaller than its quarter.
 */
export function rotatedPass(raster: Pixels): DetectionPass {
  const side = CANVAS_SIDE / 2;
  const cell = (turns: Turns): Cell => ({
    x: (turns % 2) * side,
    y: turns < 2 ? 0 : side,
    part: whole(raster),
    scale: (turns === 0 ? SHRUNK_SIDE : side) / Math.max(raster.width, raster.height),
    turns,
  });
  return { id: 'turned', cells: [cell(0), cell(1), cell(2), cell(3)] };
}

/**
 * Combines both passes: the whole picture at three quarters of the canvas's side, and along its
 * longer edge its four rotations, small. Small faces are found nearly as well as on a canvas of
 * their own. Faces in sideways photos and faces that fill the frame are found, too.
 */
export function quickPass(raster: Pixels): DetectionPass {
  const small = CANVAS_SIDE / 4;
  const longer = Math.max(raster.width, raster.height);
  const cell = (x: number, y: number, side: number, turns: Turns): Cell => {
    return { x, y, part: whole(raster), scale: side / longer, turns };
  };
  const large = CANVAS_SIDE - small;
  const isWide = raster.width >= raster.height;
  const edge = Math.ceil((large * Math.min(raster.width, raster.height)) / longer);
  const rotations = ([0, 1, 2, 3] as const).map((turns) => {
    return isWide ? cell(turns * small, edge, small, turns) : cell(edge, turns * small, small, turns);
  });
  return { id: 'quick', cells: [cell(0, 0, large, 0), ...rotations] };
}

/**
 * Up to SUSPECTS parts of the picture, each upright in its own square. The cells are in the order
 * of the suspects.
 */
export function againPass(suspects: readonly Upright[]): DetectionPass {
  const side = CANVAS_SIDE / Math.sqrt(SUSPECTS);
  const perRow = CANVAS_SIDE / side;
  const cells = suspects.slice(0, SUSPECTS).map(({ box, turns }, index): Cell => {
    const part = squareAround(box, SURROUNDINGS);
    const x = (index % perRow) * side;
    const y = Math.floor(index / perRow) * side;
    return { x, y, part, scale: side / boxWidth(part), turns };
  });
  return { id: 'again', cells };
}

/** Runs the detector on one canvas. Boxes may extend a little beyond the raster. */
export async function runPass(pass: DetectionPass, raster: Pixels, detector: Model): Promise<readonly Sighting[]> {
  const size = canvasSize(pass.cells, pass.id === 'again' ? MARGIN : 0);
  const { data, width, height } = await drawCanvas(raster, pass.cells, size);
  const { boxes, scores } = await detector.run({ dims: [1, height, width, 3], data });
  if (!boxes || !scores) throw new Error('face-ssd returned no boxes or no scores');
  const seen: { box: EdgeBox; score: number }[] = [];
  for (const [index, score] of scores.data.entries()) {
    if (score < SIGHTING_FLOOR) continue;
    const [top = 0, left = 0, bottom = 0, right = 0] = boxes.data
      .subarray(index * 4, index * 4 + 4)
      .map((edge) => edge * CANVAS_SIDE);
    if (right > left && bottom > top) seen.push({ box: { left, top, right, bottom }, score });
  }
  return suppress(seen, SAME_SIGHTING).flatMap(({ box, score }) => {
    const index = cellAt(box, pass.cells);
    const cell = pass.cells[index];
    return cell ? [{ pass: pass.id, cell: index, box: fromCanvas(box, cell), turns: cell.turns, score }] : [];
  });
}
