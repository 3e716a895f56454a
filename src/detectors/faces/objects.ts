// Finds the people and the things in a picture, by one run of one network.
import type { Pixels, Turns } from '../../image/raster.js';
import type { Engine, Tensor } from '../../inference/engine.js';
import { boxHeight, boxWidth, type EdgeBox, type PictureSize, suppress } from './boxes.js';
import { type Person, whole } from './persons.js';
import { THING_KINDS, type ThingKind } from './thing-kinds.js';
import { CANVAS_SIDE, type Cell, canvasSize, drawCanvas, fromCanvas } from './tile-canvas.js';

/** A thing or an animal. The box is inside the picture, in its pixels. */
export interface Thing {
  readonly kind: ThingKind;
  readonly box: EdgeBox;
  /** 0..1; not calibrated. */
  readonly score: number;
}

export interface FoundObjects {
  /** The highest score first. */
  readonly persons: readonly Person[];
  /** The highest score first. */
  readonly things: readonly Thing[];
}

/** Lower scores are no person. Scores just above it say little about whether a face is real. */
const PERSON_FROM = 0.1;

/** Lower scores say nothing about what a photo shows. */
const THING_FROM = 0.05;

/** Intersection over union above which two boxes show the same person or thing. */
const SAME = 0.6;

/** Longer side in pixels of the picture in which they are searched for. */
const SOUGHT_SIDE = { full: CANVAS_SIDE, fast: (3 / 4) * CANVAS_SIDE } as const;

/**
 * The people and things in a picture that is upright after `turns`. Fast: in a smaller picture.
 */
export async function findObjects(
  raster: Pixels,
  turns: Turns,
  engine: Engine,
  isFast: boolean,
): Promise<FoundObjects> {
  const side = SOUGHT_SIDE[isFast ? 'fast' : 'full'];
  const cell = { x: 0, y: 0, part: whole(raster), scale: side / Math.max(raster.width, raster.height), turns };
  const canvas = await drawCanvas(raster, [cell], canvasSize([cell]));
  const model = await engine.model('objects');
  const outputs = await model.run({ dims: [1, canvas.height, canvas.width, 3], data: canvas.data });
  const { boxes, scores, thingBoxes, thingScores, kinds } = outputs;
  if (!boxes || !scores || !thingBoxes || !thingScores || !kinds) throw new Error('objects lacks an output');
  const persons = boxesFrom(PERSON_FROM, boxes, scores, cell, raster).map(({ box, score }) => ({ box, turns, score }));
  const things = boxesFrom(THING_FROM, thingBoxes, thingScores, cell, raster).flatMap(({ index, box, score }) => {
    const kind = THING_KINDS[kinds.data[index]! - 1];
    return kind === undefined ? [] : [{ kind, box, score }];
  });
  return {
    persons: suppress(persons, SAME).filter(({ box }) => isVisible(box)),
    things: THING_KINDS.flatMap((kind) =>
      suppress(
        things.filter((thing) => thing.kind === kind),
        SAME,
      ),
    )
      .filter(({ box }) => isVisible(box))
      .sort((a, b) => b.score - a.score),
  };
}

interface ScoredBox {
  /** Its place in the output. */
  readonly index: number;
  readonly box: EdgeBox;
  readonly score: number;
}

function boxesFrom(minScore: number, boxes: Tensor, scores: Tensor, cell: Cell, picture: PictureSize): ScoredBox[] {
  return [...scores.data].flatMap((score, index) => {
    if (score < minScore) return [];
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.data.subarray(index * 4, index * 4 + 4);
    return [{ index, score, box: within(fromCanvas({ left, top, right, bottom }, cell), picture) }];
  });
}

const isVisible = (box: EdgeBox): boolean => Math.min(boxWidth(box), boxHeight(box)) >= 1;

function within(box: EdgeBox, { width, height }: PictureSize): EdgeBox {
  return {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(width, box.right),
    bottom: Math.min(height, box.bottom),
  };
}
