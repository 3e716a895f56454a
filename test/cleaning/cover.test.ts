// Black rectangles over parts of a picture, and nothing else that changes.
import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { covered } from '../../src/cleaning/cover.js';

const SIZE = { width: 120, height: 90 };
const noise = () =>
  sharp({ create: { ...SIZE, channels: 3, background: 'red', noise: { type: 'gaussian', mean: 128, sigma: 40 } } });
const REGION = { left: 40, top: 30, width: 20, height: 10 };
/** Grown by eight pixels at each side. */
const BOX = { left: 32, top: 22, width: 36, height: 26 };

const PICTURES: readonly (readonly [name: string, mediaType: string, make: () => Sharp])[] = [
  ['PNG of 16 bits', 'image/png', () => noise().toColourspace('rgb16').png()],
  ['TIFF of 16 bits', 'image/tiff', () => noise().toColourspace('rgb16').tiff({ compression: 'lzw' })],
  ['grey PNG', 'image/png', () => noise().toColourspace('b-w').png()],
  ['transparent PNG', 'image/png', () => noise().ensureAlpha(0.5).png()],
  ['PNG', 'image/png', () => noise().png()],
];

it.each(PICTURES)('a %s keeps its depth, its channels and its other pixels', async (_, mediaType, make) => {
  const file = await make().toBuffer();
  const copy = Buffer.from(await covered(file, mediaType, [REGION]));
  const [before, after] = [await sharp(file).metadata(), await sharp(copy).metadata()];
  const facts = ({ channels, depth, space, hasAlpha }: typeof before) => ({ channels, depth, space, hasAlpha });
  expect(facts(after)).toEqual(facts(before));
  const raw = (bytes: Buffer) =>
    sharp(bytes)
      .toColourspace(before.space ?? 'srgb')
      .raw({ depth: before.depth as 'uchar' })
      .toBuffer();
  const [old, now] = [await raw(file), await raw(copy)];
  const pixel = old.length / (SIZE.width * SIZE.height);
  const black = Buffer.alloc(pixel);
  if (before.hasAlpha) black.fill(0xff, pixel - pixel / before.channels);
  for (let y = 0; y < SIZE.height; y++)
    for (let x = 0; x < SIZE.width; x++) {
      const isInside = x >= BOX.left && x < BOX.left + BOX.width && y >= BOX.top && y < BOX.top + BOX.height;
      const at = (y * SIZE.width + x) * pixel;
      const expected = isInside ? black : old.subarray(at, at + pixel);
      if (!now.subarray(at, at + pixel).equals(expected)) expect.fail(`pixel ${x}, ${y}`);
    }
});

it.each(['image/jpeg', 'image/webp', 'image/avif'])('%s can be covered', async (mediaType) => {
  const file = await noise()
    .toFormat(mediaType.slice(6) as 'jpeg')
    .toBuffer();
  const copy = Buffer.from(await covered(file, mediaType, [REGION]));
  const { data, info } = await sharp(copy)
    .extract({ left: 45, top: 33, width: 8, height: 4 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(3);
  expect(Math.max(...data)).toBeLessThan(12);
});
