import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPhoto } from '../../src/photo/open.js';
import { tilesOf } from '../../src/photo/tiles.js';

describe('the tiles of a picture', () => {
  it.each([
    [4032, 3024, 0],
    [8192, 6144, 0],
    [8200, 8200, 0],
    [8201, 3000, 2],
    [9000, 9000, 4],
    [16_320, 12_240, 9],
    [60_000, 60_000, 16],
  ])('of %i x %i pixels are %i', (width, height, count) => {
    const tiles = tilesOf(width, height);
    expect(tiles).toHaveLength(count);
    for (const tile of tiles) {
      expect(tile.left + tile.width).toBeLessThanOrEqual(width);
      expect(tile.top + tile.height).toBeLessThanOrEqual(height);
    }
  });

  it('cover it, and overlap by more than a page', () => {
    const tiles = tilesOf(16_320, 6000);
    expect(tiles.map(({ left }) => left)).toEqual([0, 4960, 9920]);
    expect(tiles.at(-1)).toEqual({ left: 9920, top: 0, width: 6400, height: 6000 });
  });
});

/** Grey, with a red square of 400 pixels. */
async function large(width: number, height: number, left: number, top: number): Promise<Buffer> {
  const square = { create: { width: 400, height: 400, channels: 3, background: '#f00' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888' }, limitInputPixels: false })
    .composite([{ input: square, left, top }])
    .jpeg({ quality: 50 })
    .toBuffer();
}

async function seen(bytes: Buffer, at: { left: number; top: number }) {
  const photo = openPhoto(
    { path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' },
    bytes,
  );
  await photo.pixels();
  let found = 0;
  for await (const { photo: inner, tile } of photo.innerPictures()) {
    if (!tile) continue;
    const { data, width, height, covers } = await inner.pixels();
    expect(covers).toEqual({ left: 0, top: 0, width: tile.width, height: tile.height });
    expect(inner.size).toEqual({ width: tile.width, height: tile.height });
    expect([width, height]).toEqual([tile.width / 4, tile.height / 4]);
    const [x, y] = [at.left + 200 - tile.left, at.top + 200 - tile.top];
    if (x < 0 || y < 0 || x >= tile.width || y >= tile.height) continue;
    const pixel = (Math.floor(y / 4) * width + Math.floor(x / 4)) * 3;
    expect(data[pixel]).toBeGreaterThan(200);
    const part = await inner.region({ left: x - 100, top: y - 100, width: 200, height: 200 }, 100);
    expect(part.covers).toEqual({ left: x - 100, top: y - 100, width: 200, height: 200 });
    expect(part.data[0]).toBeGreaterThan(200);
    found++;
  }
  return { found, unseen: photo.unseen.map(({ code }) => code) };
}

it('a very large picture is examined in tiles, each with coordinates of its own', async () => {
  const at = { left: 7600, top: 1200 };
  expect(await seen(await large(8400, 3200, at.left, at.top), at)).toEqual({ found: 1, unseen: [] });
}, 60_000);
