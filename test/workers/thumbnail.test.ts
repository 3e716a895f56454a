// Small copies of photos: their size, what they show and what they must not show.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readCodes } from '../../src/detectors/codes/reader.js';
import type { PictureResult, ThumbnailRequest } from '../../src/types/thumbnail.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { makeThumbnail } from '../../src/workers/thumbnail.js';
import { drawCode } from '../helpers/drawn-codes.js';
import { folder } from '../helpers/folder.js';

const SIZE = { width: 1200, height: 900 };

function requestFor(bytes: Buffer, more: Partial<ThumbnailRequest> = {}): ThumbnailRequest {
  const path = join(folder(), 'photo.jpg');
  writeFileSync(path, bytes);
  const target = { path, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { target, sha256, size: SIZE, covered: [], isBlurred: false, ...more };
}

const made = (bytes: Buffer, more?: Partial<ThumbnailRequest>) => makeThumbnail(requestFor(bytes, more), NO_VIDEOS);

/** Grey pixels of the copy. */
async function pixelsOf(picture: PictureResult) {
  if ('why' in picture) throw new Error(picture.why);
  const jpeg = Buffer.from(picture.data, 'base64');
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { bytes: jpeg.length, data, width: info.width, height: info.height };
}

const noise = () =>
  sharp({ create: { ...SIZE, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 80 } } })
    .jpeg()
    .toBuffer();

const white = () => sharp({ create: { ...SIZE, channels: 3, background: 'white' } });

/** White with a black square in the top left corner. */
const withCorner = () =>
  white().composite([
    { input: { create: { width: 300, height: 300, channels: 3, background: 'black' } }, left: 0, top: 0 },
  ]);

describe('a small copy', () => {
  test('has at most 200 pixels a side and 10 kB, whatever it shows', async () => {
    const small = { width: 200, height: 150 };
    const grain = { type: 'gaussian', mean: 128, sigma: 120 } as const;
    const grainy = await sharp({ create: { ...small, channels: 3, background: 'white', noise: grain } })
      .jpeg({ quality: 100 })
      .toBuffer();
    for (const picture of [await made(await noise()), await made(grainy, { size: small })]) {
      const { bytes, width, height } = await pixelsOf(picture);
      expect([width, height]).toEqual([200, 150]);
      expect(bytes).toBeLessThanOrEqual(10_000);
    }
  });

  test('is upright', async () => {
    const bytes = await withCorner().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { data, width, height } = await pixelsOf(await made(bytes, { size: { width: 900, height: 1200 } }));
    expect([width, height]).toEqual([150, 200]);
    expect(data[5 * width + 5]).toBeGreaterThan(200);
    expect(data[5 * width + (width - 6)]).toBeLessThan(50);
  });

  test('is made only of the file that was examined', async () => {
    const bytes = await withCorner().jpeg().toBuffer();
    expect(await made(bytes, { sha256: '0'.repeat(64) })).toEqual({ why: 'changed' });
  });

  test('is not made where the regions cannot fit', async () => {
    const bytes = await withCorner().jpeg().toBuffer();
    expect(await made(bytes, { size: { width: 900, height: 1200 } })).toEqual({ why: 'undecodable' });
    expect(await made(bytes, { size: null, covered: [{ left: 0, top: 0, width: 1, height: 1 }] })).toEqual({
      why: 'covered',
    });
  });

  test('is not made of a file that cannot be decoded, and the worker goes on', async () => {
    const bytes = (await noise()).subarray(0, 300);
    expect(await made(Buffer.from(bytes))).toEqual({ why: 'undecodable' });
  });

  test('covers a region and somewhat more', async () => {
    const bytes = await white().jpeg().toBuffer();
    const { data, width } = await pixelsOf(
      await made(bytes, { covered: [{ left: 600, top: 450, width: 120, height: 60 }] }),
    );
    const at = (left: number, top: number) => data[Math.round(top / 6) * width + Math.round(left / 6)] ?? -1;
    for (const [left, top] of [
      [600, 450],
      [719, 509],
      [590, 440],
      [730, 518],
    ] as const)
      expect(at(left, top)).toBeLessThan(30);
    for (const [left, top] of [
      [540, 450],
      [600, 400],
      [770, 509],
      [719, 560],
    ] as const)
      expect(at(left, top)).toBeGreaterThan(200);
  });

  test('does not show a code that was found', async () => {
    const code = await drawCode({ format: 'qrcode', text: 'WIFI:S:home;T:WPA;P:correcthorse;;', module: 9 });
    const { width = 0, height = 0 } = await sharp(code).metadata();
    const bytes = await white()
      .composite([{ input: code, left: 300, top: 20 }])
      .jpeg()
      .toBuffer();
    const read = async (picture: PictureResult) => readCodes(await pixelsOf(picture), { tryHarder: true });
    expect(await read(await made(bytes))).toMatchObject([{ text: expect.stringContaining('correcthorse') }]);
    expect(await read(await made(bytes, { covered: [{ left: 300, top: 20, width, height }] }))).toEqual([]);
  });

  test('that is blurred has no edges', async () => {
    const stripes = Buffer.alloc(SIZE.width * SIZE.height);
    for (let at = 0; at < stripes.length; at++) stripes[at] = Math.floor((at % SIZE.width) / 30) % 2 === 0 ? 0 : 255;
    const bytes = await sharp(stripes, { raw: { ...SIZE, channels: 1 } })
      .jpeg()
      .toBuffer();
    const steps = async (picture: PictureResult) => {
      const { data, width } = await pixelsOf(picture);
      return Math.max(...[...data.subarray(0, width - 1)].map((value, at) => Math.abs(value - (data[at + 1] ?? 0))));
    };
    expect(await steps(await made(bytes))).toBeGreaterThan(100);
    expect(await steps(await made(bytes, { isBlurred: true }))).toBeLessThan(20);
  });

  test('of which all is covered is none', async () => {
    const bytes = await withCorner().jpeg().toBuffer();
    expect(await made(bytes, { covered: [{ left: 0, top: 0, ...SIZE }] })).toEqual({ why: 'all-covered' });
  });
});
