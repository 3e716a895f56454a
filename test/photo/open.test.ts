import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toHeic } from '../../fixtures/encode/heic.js';
import { toHeicMotionPhoto } from '../../fixtures/encode/motion-photo.js';
import { PhotoError } from '../../src/errors.js';
import { openPhoto } from '../../src/photo/open.js';
import { analysisScale } from '../../src/photo/rasters.js';
import type { ScanTarget } from '../../src/types/target.js';
import { VIDEO } from '../helpers/attachments.js';

const target = (mediaType: string): ScanTarget => ({ path: 'a', bytes: 0, mtimeMs: 0, kind: 'image', mediaType });

/** Left half red, right half blue. */
function halves(width: number, height: number) {
  const half = { width: width / 2, height, channels: 3 as const };
  return sharp({ create: { ...half, width, background: '#ff0000' } }).composite([
    { input: { create: { ...half, background: '#0000ff' } }, left: width / 2, top: 0 },
  ]);
}

/** The colour at x, y, with each channel rounded to 0 or 255. */
function colour(raster: { data: Uint8Array; width: number }, x: number, y: number): number[] {
  const at = (y * raster.width + x) * 3;
  return [...raster.data.subarray(at, at + 3)].map((value) => (value > 127 ? 255 : 0));
}

/**
 * Two grey pictures of 8 x 8 pixels. The directory of the first leads to that of the second by its
 * tag SubIFDs.
 */
function tiffWithSecondBelow(): Buffer {
  const strip = 8;
  const first = strip + 64;
  const second = first + 2 + 9 * 12 + 4;
  const directory = (sub: readonly (readonly number[])[]) => {
    const entries = [
      ...[
        [256, 3, 1, 8],
        [257, 3, 1, 8],
        [258, 3, 1, 8],
        [259, 3, 1, 1],
        [262, 3, 1, 1],
      ],
      ...[[273, 4, 1, strip], [278, 3, 1, 8], [279, 4, 1, 64], ...sub],
    ];
    const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
    bytes.writeUInt16LE(entries.length);
    for (const [index, [tag = 0, type = 0, count = 0, value = 0]] of entries.entries()) {
      bytes.writeUInt16LE(tag, 2 + index * 12);
      bytes.writeUInt16LE(type, 4 + index * 12);
      bytes.writeUInt32LE(count, 6 + index * 12);
      bytes.writeUInt32LE(value, 10 + index * 12);
    }
    return bytes;
  };
  const head = Buffer.from([0x49, 0x49, 42, 0, first, 0, 0, 0]);
  return Buffer.concat([head, Buffer.alloc(64, 0x80), directory([[330, 4, 1, second]]), directory([])]);
}

describe('a photo', () => {
  it('is rotated upright by its orientation tag', async () => {
    // Orientation 6: the camera was held sideways, so that the stored left is the upright top.
    const bytes = await halves(64, 32).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const photo = openPhoto(target('image/jpeg'), bytes);
    const raster = await photo.pixels();
    expect(photo.size).toEqual({ width: 32, height: 64 });
    expect([raster.width, raster.height]).toEqual([32, 64]);
    expect(colour(raster, 16, 4)).toEqual([255, 0, 0]);
    expect(colour(raster, 16, 60)).toEqual([0, 0, 255]);
  });

  it('gives parts in pixels of the upright picture', async () => {
    const bytes = await halves(64, 32).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const photo = openPhoto(target('image/jpeg'), bytes);
    const part = await photo.region({ left: 4, top: 40, width: 20, height: 20 }, 100);
    expect(part.covers).toEqual({ left: 4, top: 40, width: 20, height: 20 });
    expect([part.width, part.height]).toEqual([20, 20]);
    expect(colour(part, 10, 10)).toEqual([0, 0, 255]);
  });

  it('clips a part that reaches beyond the picture', async () => {
    const photo = openPhoto(target('image/png'), await halves(64, 32).png().toBuffer());
    const part = await photo.region({ left: -10, top: -10, width: 30, height: 30 }, 100);
    expect(part.covers).toEqual({ left: 0, top: 0, width: 20, height: 20 });
  });

  it('is shrunk to the analysis size, and its parts to the requested side', async () => {
    const photo = openPhoto(target('image/jpeg'), await halves(4032, 3024).jpeg().toBuffer());
    const raster = await photo.pixels();
    expect([raster.width, raster.height]).toEqual([1008, 756]);
    expect(raster.covers).toEqual({ left: 0, top: 0, width: 4032, height: 3024 });
    const part = await photo.region({ left: 0, top: 0, width: 2000, height: 1000 }, 500);
    expect([part.width, part.height]).toEqual([500, 250]);
  });

  it.each(['gray', 'cmyk'] as const)('in %s is still RGB bytes', async (space) => {
    const source = space === 'gray' ? halves(64, 32).grayscale() : halves(64, 32).toColourspace('cmyk');
    const raster = await openPhoto(target('image/jpeg'), await source.jpeg().toBuffer()).pixels();
    expect(raster.data.length).toBe(64 * 32 * 3);
  });

  it('with 16 bits and transparency is 8-bit RGB on white', async () => {
    const bytes = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    const raster = await openPhoto(target('image/png'), bytes).pixels();
    expect(raster.data.length).toBe(8 * 8 * 3);
    expect(colour(raster, 4, 4)).toEqual([255, 255, 255]);
  });

  it('that ends too early is examined as far as it goes, and that is reported', async () => {
    const whole = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    const photo = openPhoto(target('image/jpeg'), whole.subarray(0, whole.length / 2));
    await photo.pixels();
    expect(photo.unseen.map(({ code }) => code)).toEqual(['truncated']);
    await expect(photo.region({ left: 0, top: 0, width: 50, height: 50 }, 50)).resolves.toMatchObject({ width: 50 });
  });

  it('that lost bytes in its middle is not reported as whole', async () => {
    const bytes = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    bytes.fill(0, bytes.length >> 2, bytes.length >> 1);
    const photo = openPhoto(target('image/jpeg'), bytes);
    await photo.pixels();
    expect(photo.unseen.map(({ code }) => code)).toEqual(['truncated']);
  });

  it('much longer than wide reports that small things may be missed', async () => {
    const photo = openPhoto(target('image/png'), await halves(1080, 9600).png().toBuffer());
    await photo.pixels();
    expect(photo.unseen.map(({ code }) => code)).toEqual(['too-long']);
  });

  it('with several frames reports that only the first was examined', async () => {
    const frames = await sharp(Buffer.from(Array.from({ length: 8 * 24 * 3 }, (_, index) => index % 251)), {
      raw: { width: 8, height: 24, channels: 3, pageHeight: 8 },
    })
      .gif()
      .toBuffer();
    const photo = openPhoto(target('image/gif'), frames);
    await photo.pixels();
    expect(photo.unseen.map(({ code }) => code)).toEqual(['frames-unseen']);
  });

  it.each([
    ['whose first frame is the still picture', 3, true, ['3']],
    ['whose still picture is no frame', 3, false, ['4']],
    ['whose only frame is not the still picture', 1, false, ['2']],
    ['whose only frame is the still picture', 1, true, []],
  ])(
    'in a PNG with an animation %s reports the further frames, though its decoder does not',
    async (_, frames, isFrame, said) => {
      const still = await halves(8, 8).png().toBuffer();
      const count = frames.toString(16).padStart(8, '0');
      const control = Buffer.from(`000000086163544c${count}0000000000000000`, 'hex');
      const frame = Buffer.from(`0000001a6663544c${'00'.repeat(26 + 4)}`, 'hex');
      const parts = [still.subarray(0, 33), control, ...(isFrame ? [frame] : []), still.subarray(33)];
      const photo = openPhoto(target('image/png'), Buffer.concat(parts));
      await photo.pixels();
      expect(photo.unseen.map(({ detail }) => detail)).toEqual(said);
    },
  );

  it('in a TIFF with a second picture in SubIFDs reports that it was not examined', async () => {
    const photo = openPhoto(target('image/tiff'), tiffWithSecondBelow());
    await photo.pixels();
    expect(photo.unseen.map(({ code, detail }) => [code, detail])).toEqual([['frames-unseen', '2']]);
  });

  it.each([
    ['image/jpeg', 'corrupt'],
    ['image/heic', 'corrupt'],
    ['image/bmp', 'corrupt'],
    ['image/jp2', 'format-unsupported'],
    ['application/octet-stream', 'content-unknown'],
  ])('of type %s that cannot be decoded reports %s', async (mediaType, code) => {
    await expect(openPhoto(target(mediaType), Buffer.from('no picture at all')).pixels()).rejects.toMatchObject({
      code,
    });
  });
});

describe('a photo with many videos', () => {
  const framesOf = async (videos: number) => {
    const still = await toHeic(sharp(await halves(32, 32).png().toBuffer()), 32, 32);
    const bytes = Array.from({ length: videos }, () => VIDEO).reduce(toHeicMotionPhoto, still);
    const asked: number[] = [];
    const photo = openPhoto(target('image/heic'), bytes, {
      async *frames({ offset }) {
        asked.push(offset);
        yield { source: { picture: 'video', atMs: 0 }, photo: openPhoto(target('image/heic'), still) };
      },
      liveVideo: async () => null,
    });
    let frames = 0;
    const said: unknown[] = [];
    try {
      for await (const _frame of photo.innerPictures()) frames++;
    } catch (error) {
      if (!(error instanceof PhotoError)) throw error;
      said.push(error.code, error.detail);
    }
    return { asked: new Set(asked).size, frames, said };
  };

  it('gives the frames of four, and then reports how many there are', async () => {
    expect(await framesOf(4)).toEqual({ asked: 4, frames: 4, said: [] });
    expect(await framesOf(7)).toEqual({ asked: 4, frames: 4, said: ['films-unseen', '7'] });
  });
});

describe('the analysis scale', () => {
  it.each([
    [800, 1],
    [1600, 1],
    [1601, 1 / 2],
    [4032, 1 / 4],
    [12_000, 1 / 8],
    [16_000, 1 / 10],
  ])('of a picture %i pixels long is %f', (side, scale) => {
    expect(analysisScale(side)).toBeCloseTo(scale);
  });
});
