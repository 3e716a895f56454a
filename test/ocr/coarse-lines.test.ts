import { expect, it } from 'vitest';
import { boxInRaster, coarseSide } from '../../src/ocr/coarse-lines.js';
import { lineOf } from '../helpers/text-lines.js';

const rasterOf = (width: number, height: number, left = 0, top = 0, scale = 1) => ({
  width,
  height,
  data: new Uint8Array(),
  covers: { left, top, width: width * scale, height: height * scale },
});

it('letters are 12 pixels high in the coarse pass, whatever specks there are', () => {
  const boxes = [lineOf('a line of text', 0, 0, { size: 24 }).box, lineOf('another', 0, 50, { size: 24 }).box];
  const specks = Array.from({ length: 4 }, () => ({ ...lineOf('', 0, 0).box, width: 6, height: 6 }));
  expect(coarseSide(rasterOf(1000, 400), [...specks, ...boxes])).toBe(500);
  expect(coarseSide(rasterOf(1600, 400), boxes)).toBe(640);
  expect(coarseSide(rasterOf(1000, 400), [lineOf('small', 0, 0, { size: 16 }).box])).toBeNull();
  expect(coarseSide(rasterOf(1000, 400), [])).toBeNull();
});

it('a box of the whole picture is where it was in a part at full size', () => {
  const whole = rasterOf(500, 400, 0, 0, 2);
  const part = rasterOf(300, 200, 400, 300);
  const { center, width, height } = boxInRaster(part, whole, { ...lineOf('x', 0, 0).box, center: { x: 250, y: 200 } });
  expect(center).toEqual({ x: 100, y: 100 });
  expect(width).toBeCloseTo(2 * lineOf('x', 0, 0).box.width);
  expect(height).toBe(40);
});
