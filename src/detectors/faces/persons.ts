// The people that were found in a picture, including those without a visible face (seen from
// behind, covered, far away): who is examined more closely, and who looks like a child.
import { mirror, type Pixels } from '../../image/raster.js';
import type { Engine, Tensor } from '../../inference/engine.js';
import { boxArea, boxHeight, boxWidth, type EdgeBox, type PictureSize, squareAround, type Upright } from './boxes.js';
import { type Cell, drawCanvas, toCanvas } from './tile-canvas.js';

/** A person, upright after `turns`. The box is inside the picture, in its pixels. */
export interface Person extends Upright {
  /** 0..1; not calibrated. */
  readonly score: number;
}

/**
 * Score from which a person is examined more closely. Of 47 everyday scenes with a child, 45 have a
 * person from 0.3 on; of 203 photos of nothing sensitive, 7 have one (docs/accuracy.md).
 */
const MIN_SCORE_TO_EXAMINE = 0.2;

/** Share of the picture's longer side below which people are a crowd or too small to judge. */
const SMALLEST_SHARE = 0.06;

/** Maximum number of people examined more closely per picture. */
const MAX_PERSONS = 5;

/** Side of the input of child-person in pixels (models/manifest.json). */
export const CUT_SIDE = 192;

/**
 * How a person is cropped: a square with a side of `reach` times the longer side of the box,
 * optionally mirrored.
 */
export interface PersonView {
  readonly reach: number;
  readonly isMirrored: boolean;
}

/**
 * The view that every person is judged by. Of tight, medium and wide views, it is the most accurate
 * on its own.
 */
export const FIRST_VIEW: PersonView = { reach: 1, isMirrored: false };

/**
 * The additional view where the first one leaves a doubt. Two views that differ in reach and in
 * mirroring are more accurate than two that differ in mirroring only (docs/accuracy.md).
 */
export const FURTHER_VIEW: PersonView = { reach: 1.3, isMirrored: true };

/**
 * The model is shown which person to judge by dimming the rest: the contrast that remains outside
 * the box, and by how much the box is widened first.
 */
const DIMMED = 0.35;
const WIDENED = 0.06;
/** Middle grey: dimmed pixels move towards it, and the area outside the picture has it. */
const GREY = 127;

/**
 * The people worth a closer pass: high scores and large boxes. The most informative comes first.
 */
export function personsToExamine(persons: readonly Person[], { width, height }: PictureSize): readonly Person[] {
  const minSize = SMALLEST_SHARE * Math.max(width, height);
  return persons
    .filter(({ score, box }) => score >= MIN_SCORE_TO_EXAMINE && Math.max(boxWidth(box), boxHeight(box)) >= minSize)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MAX_PERSONS);
}

/**
 * Size counts for more than confidence: a person twice as tall is worth a score 1.4 times as high.
 */
const weight = ({ score, box }: Person): number => score * boxArea(box) ** 0.25;

/** The highest score of a person, 0..1. 0 if there is none. */
export function highestScore(persons: readonly Person[]): number {
  return Math.max(0, ...persons.map(({ score }) => score));
}

/**
 * Log odds that each person is a child, in their order, from one view of each. The mean of several
 * views is more accurate than any single one. Null if this engine or installation does not have the
 * model.
 */
export async function childPersons(
  raster: Pixels,
  persons: readonly Person[],
  engine: Engine,
  { reach, isMirrored }: PersonView,
): Promise<readonly number[] | null> {
  if (!engine.canRun('child-person')) return null;
  if (persons.length === 0) return [];
  const cuts: Pixels[] = [];
  for (const person of persons) {
    const { pixels, box } = await cutSquare(raster, person, reach, CUT_SIDE);
    const dimmed = dimAround(pixels, box);
    cuts.push(isMirrored ? mirror(dimmed) : dimmed);
  }
  const { child } = await (await engine.model('child-person')).run(stack(cuts));
  if (child?.data.length !== cuts.length) throw new Error('child-person did not return one number per person');
  return [...child.data];
}

/**
 * A square around the middle of a person, upright and grey outside the picture, and the person's
 * box in it.
 */
export async function cutSquare(
  raster: Pixels,
  { box, turns }: Upright,
  reach: number,
  side: number,
): Promise<{ readonly pixels: Pixels; readonly box: EdgeBox }> {
  const part = squareAround(box, reach);
  const cell: Cell = { x: 0, y: 0, part, scale: side / boxWidth(part), turns };
  const drawn = await drawCanvas(raster, [cell], { width: side, height: side });
  return { pixels: greyOutside(drawn, toCanvas(whole(raster), cell)), box: toCanvas(box, cell) };
}

function greyOutside(pixels: Pixels, picture: EdgeBox): Pixels {
  return changeOutside(pixels, picture, GREYED);
}

function dimAround(pixels: Pixels, box: EdgeBox): Pixels {
  const across = WIDENED * boxWidth(box);
  const down = WIDENED * boxHeight(box);
  const kept = { left: box.left - across, top: box.top - down, right: box.right + across, bottom: box.bottom + down };
  return changeOutside(pixels, kept, DIM);
}

/** Lookup tables for the bytes of greyed pixels and of dimmed pixels. */
const GREYED = new Uint8Array(256).fill(GREY);
const DIM = Uint8Array.from({ length: 256 }, (_, byte) => Math.round(GREY + (byte - GREY) * DIMMED));

/**
 * A copy of the picture in which the table is applied to every pixel that is wholly outside the
 * box.
 */
function changeOutside({ data: seen, width, height }: Pixels, box: EdgeBox, table: Uint8Array): Pixels {
  const data = seen.slice();
  const change = (from: number, until: number): void => {
    for (let at = from; at < until; at++) data[at] = table[data[at]!]!;
  };
  const column = (x: number): number => 3 * Math.min(width, Math.max(0, x));
  const left = column(Math.floor(box.left));
  const right = Math.max(left, column(Math.ceil(box.right)));
  for (let y = 0; y < height; y++) {
    const row = 3 * y * width;
    const isInRow = y >= Math.floor(box.top) && y < Math.ceil(box.bottom);
    change(row, row + (isInRow ? left : 0));
    change(row + (isInRow ? right : 0), row + 3 * width);
  }
  return { data, width, height };
}

/** The crops as one input of child-person. */
export function stack(cuts: readonly Pixels[]): Tensor {
  const bytes = CUT_SIDE * CUT_SIDE * 3;
  const data = new Uint8Array(cuts.length * bytes);
  for (const [index, cut] of cuts.entries()) data.set(cut.data, index * bytes);
  return { dims: [cuts.length, CUT_SIDE, CUT_SIDE, 3], data };
}

/** The box of all of a picture. */
export const whole = ({ width, height }: PictureSize): EdgeBox => ({ left: 0, top: 0, right: width, bottom: height });
