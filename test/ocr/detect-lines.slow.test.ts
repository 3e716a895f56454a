import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../src/inference/engine.js';
import { createEngine } from '../../src/inference/index.js';
import { detectLines, detectLinesEitherWay } from '../../src/ocr/detect-lines.js';
import { drawPage, photoOf } from '../helpers/drawn-pages.js';

/** Rows as close together as on a small card. */
const ROWS = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const SIZE = { width: 600, height: 420 };

let detector: Model;
beforeAll(async () => {
  detector = await (await createEngine('onnx')).model('text-detection');
});

async function page(degrees: number) {
  const lines = ROWS.map((text, index) => ({ text, left: 20, top: 60 + index * 14, size: 13, isMono: true }));
  return photoOf(await drawPage(lines, { ...SIZE, degrees })).pixels();
}

const byAcross = (a: number, b: number): number => a - b;

describe('detectLines', () => {
  it('finds each line at its position', async () => {
    const boxes = await detectLines(await page(0), detector, 1280);
    expect(boxes).toHaveLength(ROWS.length);
    for (const box of boxes) {
      expect(Math.abs(box.angle)).toBeLessThan(0.05);
      expect(Math.abs(box.center.x - box.width / 2 - 20)).toBeLessThan(8);
      expect(box.height).toBeLessThan(20);
    }
  });
});

describe('detectLinesEitherWay', () => {
  it.each([90, 270])('finds the same lines on a page rotated by %d degrees', async (degrees) => {
    const upright = await detectLines(await page(0), detector, 1280);
    const rotated = await detectLinesEitherWay(await page(degrees), detector, 1280);
    const expected = upright.map(({ center }) => (degrees === 90 ? SIZE.height - center.y : center.y)).sort(byAcross);
    const found = rotated.map(({ center }) => center.x).sort(byAcross);
    expect(found).toHaveLength(expected.length);
    for (const [index, x] of expected.entries()) expect(Math.abs(found[index]! - x)).toBeLessThan(5);
    for (const { angle } of rotated) expect(Math.abs(Math.cos(angle))).toBeLessThan(0.05);
  });
});
