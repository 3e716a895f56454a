import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPhoto } from '../../src/photo/open.js';

const [WIDTH, HEIGHT] = [240, 160];

/** RGBA: `colour` and `alpha` of each pixel. */
function drawn(colour: (x: number) => number, alpha: (x: number) => number) {
  const data = Buffer.alloc(WIDTH * HEIGHT * 4);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    const x = pixel % WIDTH;
    data.fill(colour(x), pixel * 4, pixel * 4 + 3);
    data[pixel * 4 + 3] = alpha(x);
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } });
}

const stripes = (x: number) => (x % 20 < 10 ? 255 : 0);
const left = (x: number) => (x < WIDTH / 2 ? 255 : 0);

async function grounds(bytes: Buffer, mediaType = 'image/png') {
  const photo = openPhoto({ path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType }, bytes);
  await photo.pixels();
  const found: number[] = [];
  for await (const { photo: inner, source, placeInMain } of photo.innerPictures()) {
    expect(source.picture).toBe('main');
    const region = { left: 1, top: 2, width: 3, height: 4 };
    expect(placeInMain?.(region)).toEqual(region);
    const raster = await inner.pixels();
    expect([raster.width, raster.height]).toEqual([WIDTH, HEIGHT]);
    // The spread of the right half.
    const row = [...raster.data.subarray(0, WIDTH * 3)].slice((WIDTH / 2) * 3);
    found.push(Math.max(...row) - Math.min(...row));
    const part = await inner.region({ left: WIDTH / 2, top: 0, width: WIDTH / 2, height: HEIGHT }, 1000);
    expect(part.covers.left).toBe(WIDTH / 2);
    expect(Math.max(...part.data) - Math.min(...part.data)).toBe(found.at(-1));
  }
  expect(photo.unseen).toEqual([]);
  return found;
}

describe('a picture with transparency', () => {
  it('is examined on black, where white print shows', async () => {
    expect(
      await grounds(
        await drawn(
          () => 255,
          (x) => (x < WIDTH / 2 ? 255 : stripes(x)),
        )
          .png()
          .toBuffer(),
      ),
    ).toEqual([255]);
  });

  it.each([
    ['half of it', left],
    ['all of it', () => 0],
    ['all of it, in part', () => 3],
  ])('is examined without it, where colours are hidden under %s', async (_part, alpha) => {
    const spreads = await grounds(await drawn(stripes, alpha).png().toBuffer());
    expect(spreads.at(-1)).toBe(255);
  });

  it('in a palette of which every colour is transparent is examined without it', async () => {
    const palette = await drawn(stripes, () => 0)
      .png({ palette: true })
      .toBuffer();
    expect(palette.includes('tRNS')).toBe(true);
    const lossless = await drawn(stripes, () => 0)
      .webp({ lossless: true, exact: true })
      .toBuffer();
    expect((await grounds(lossless, 'image/webp')).at(-1)).toBe(255);
  });

  it('is examined once where no pixel is transparent, and where what is hidden shows the same', async () => {
    expect(
      await grounds(
        await drawn(stripes, () => 255)
          .png()
          .toBuffer(),
      ),
    ).toEqual([]);
    expect(
      await grounds(
        await drawn(() => 255, left)
          .png()
          .toBuffer(),
      ),
    ).toHaveLength(1);
  });

  it('does not exist without a channel for it', async () => {
    expect(await grounds(await drawn(stripes, left).removeAlpha().png().toBuffer())).toEqual([]);
    expect(await grounds(await drawn(stripes, left).flatten().jpeg().toBuffer(), 'image/jpeg')).toEqual([]);
  });
});
