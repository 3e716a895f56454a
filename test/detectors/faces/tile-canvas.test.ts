import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdgeBox } from '../../../src/detectors/faces/boxes.js';
import { againPass, quickPass, rotatedPass, wholePass } from '../../../src/detectors/faces/detection-passes.js';
import {
  CANVAS_SIDE,
  type Cell,
  canvasSize,
  cellAt,
  drawCanvas,
  fromCanvas,
  toCanvas,
} from '../../../src/detectors/faces/tile-canvas.js';
import { blank, type Pixels } from '../../../src/image/raster.js';

const side = fc.integer({ min: 40, max: 2000 });
const pictures = fc.tuple(side, side).map(([width, height]) => ({ data: new Uint8Array(0), width, height }));
/** A box in the picture, as shares of its sides. */
const places = fc.tuple(fc.double({ min: 0, max: 0.8, noNaN: true }), fc.double({ min: 0, max: 0.8, noNaN: true }));

function boxIn(picture: Pixels, [x, y]: readonly [number, number]): EdgeBox {
  const [left, top] = [x * picture.width, y * picture.height];
  return { left, top, right: left + 0.2 * picture.width, bottom: top + 0.1 * picture.height };
}

function allCells(picture: Pixels, box: EdgeBox): Cell[] {
  const suspects = ([0, 1, 2, 3] as const).map((turns) => ({ box, turns }));
  return [wholePass(picture), rotatedPass(picture), quickPass(picture), againPass(suspects)].flatMap(
    (pass) => pass.cells,
  );
}

describe('boxes on a tile canvas', () => {
  it('map back to their position in the picture, through every cell of every pass', () => {
    fc.assert(
      fc.property(pictures, places, (picture, place) => {
        const box = boxIn(picture, place);
        for (const cell of allCells(picture, box)) {
          const back = fromCanvas(toCanvas(box, cell), cell);
          for (const edge of ['left', 'top', 'right', 'bottom'] as const) expect(back[edge]).toBeCloseTo(box[edge], 6);
        }
      }),
    );
  });

  it('are on the canvas, in the cell that shows them', () => {
    fc.assert(
      fc.property(pictures, places, (picture, place) => {
        for (const { cells } of [rotatedPass(picture), quickPass(picture)]) {
          for (const [index, cell] of cells.entries()) {
            const drawn = toCanvas(boxIn(picture, place), cell);
            expect(Math.min(drawn.left, drawn.top)).toBeGreaterThanOrEqual(-1e-6);
            expect(Math.max(drawn.right, drawn.bottom)).toBeLessThanOrEqual(CANVAS_SIDE + 1e-6);
            expect(cellAt(drawn, cells)).toBe(index);
          }
        }
      }),
    );
  });

  it('belong to no cell in the black between cells', () => {
    const picture = { data: new Uint8Array(0), width: 100, height: 20 };
    expect(cellAt({ left: 400, top: 400, right: 410, bottom: 410 }, wholePass(picture).cells)).toBe(-1);
  });
});

describe('drawCanvas', () => {
  it('pads the picture with black at the right and the bottom, up to multiples of 32', async () => {
    const picture = blank(100, 55);
    picture.data.fill(200);
    const { cells } = wholePass(picture);
    const { data, width, height } = await drawCanvas(picture, cells, canvasSize(cells));
    expect([width, height, data.length]).toEqual([512, 288, 512 * 288 * 3]);
    const at = (x: number, y: number): number | undefined => data[(y * width + x) * 3];
    expect([at(0, 0), at(511, 281), at(0, 282), at(511, 287)]).toEqual([200, 200, 0, 0]);
  });

  it('is no larger than one suspect and the margin need', () => {
    const box = { left: 40, top: 40, right: 60, bottom: 60 };
    const { cells } = againPass([{ box, turns: 0 }]);
    expect(canvasSize(cells)).toEqual({ width: 128, height: 128 });
    expect(canvasSize(cells, 64)).toEqual({ width: 192, height: 192 });
  });

  it('draws a marked corner where toCanvas puts it, in every rotation', async () => {
    const picture = blank(256, 128);
    const corner = { left: 0, top: 0, right: 64, bottom: 32 };
    for (let y = 0; y < 32; y++) picture.data.fill(255, y * 256 * 3, (y * 256 + 64) * 3);
    const { cells } = rotatedPass(picture);
    const canvas = await drawCanvas(picture, cells, canvasSize(cells));
    for (const cell of cells) {
      const { left, top, right, bottom } = toCanvas(corner, cell);
      const [x, y] = [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
      expect(canvas.data[(y * canvas.width + x) * 3]).toBeGreaterThan(250);
    }
  });
});
