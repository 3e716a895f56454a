import { describe, expect, it } from 'vitest';
import { cropLine } from '../../src/ocr/crop-line.js';
import type { LineBox } from '../../src/ocr/line-box.js';

/** 200 x 200 pixels. Red grows to the right, green grows downwards. */
const RASTER = {
  data: Uint8Array.from({ length: 200 * 200 * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3);
    return [pixel % 200, Math.floor(pixel / 200), 0][index % 3]!;
  }),
  width: 200,
  height: 200,
  covers: { left: 0, top: 0, width: 200, height: 200 },
};

function cut(part: Partial<LineBox>) {
  const box = { center: { x: 100, y: 100 }, width: 96, height: 24, angle: 0, score: 1, ...part };
  const { dims, data } = cropLine(RASTER, box);
  const [, height = 0, width = 0] = dims;
  const pixel = (x: number, y: number) => [...data.slice((y * width + x) * 3, (y * width + x) * 3 + 3)];
  return { height, width, pixel };
}

describe('cropLine', () => {
  it('crops the box at a height of 48 and keeps its proportions', () => {
    const { height, width, pixel } = cut({});
    expect([height, width]).toEqual([48, 192]);
    expect(pixel(0, 0)).toEqual([52, 88, 0]);
    expect(pixel(190, 46)).toEqual([147, 111, 0]);
  });

  it('rotates a line that reads downwards upright', () => {
    const { pixel } = cut({ angle: Math.PI / 2 });
    expect(pixel(0, 0)).toEqual([111, 52, 0]);
    expect(pixel(190, 0)).toEqual([111, 147, 0]);
  });

  it('pads a short line with middle grey', () => {
    const { width, pixel } = cut({ width: 24 });
    expect(width).toBe(64);
    expect(pixel(60, 20)).toEqual([127, 127, 127]);
  });

  it('repeats the edge if the box extends beyond the raster', () => {
    expect(cut({ center: { x: 10, y: 100 } }).pixel(0, 24)[0]).toBe(0);
  });
});
