import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { closedSides } from '../../../../src/detectors/printed-values/plates/region.js';
import type { Raster } from '../../../../src/types/raster.js';

/** Dark bars as letters, 40 pixels high, on paper of this size around (200, 100). */
async function rasterOf(paper: { width: number; height: number }, ground = '#7c2f35', ink = '#111'): Promise<Raster> {
  const bars = Array.from({ length: 12 }, (_, index) => `<rect x="${106 + index * 16}" y="80" width="6" height="40"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="${ground}"/>
    <rect x="${200 - paper.width / 2}" y="${100 - paper.height / 2}" width="${paper.width}" height="${paper.height}" fill="#f4f4f0"/>
    <g fill="${ink}">${bars.join('')}</g></svg>`;
  const data = await sharp(Buffer.from(svg)).flatten().raw().toBuffer();
  return { data, width: 400, height: 200, covers: { left: 0, top: 0, width: 400, height: 200 } };
}

const BOX = { center: { x: 200, y: 100 }, width: 200, height: 44, angle: 0, score: 1 };

describe('closedSides', () => {
  it('sees the four edges of a plate', async () => {
    expect(closedSides(await rasterOf({ width: 250, height: 70 }), BOX, 44)).toBe(4);
  });

  it('sees none of a wall or a page', async () => {
    expect(closedSides(await rasterOf({ width: 400, height: 200 }), BOX, 44)).toBe(0);
  });

  it('sees two of a strip', async () => {
    expect(closedSides(await rasterOf({ width: 400, height: 70 }), BOX, 44)).toBe(2);
  });

  it('sees no edge where there is no margin between the print and the ground', async () => {
    expect(closedSides(await rasterOf({ width: 186, height: 70 }), BOX, 44)).toBe(2);
  });

  it('sees none where the ink is faint', async () => {
    expect(closedSides(await rasterOf({ width: 250, height: 70 }, '#7c2f35', '#d8d8d4'), BOX, 44)).toBe(0);
  });
});
