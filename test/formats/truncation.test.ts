import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHeic } from '../../fixtures/encode/heic.js';
import { arePixelsCut } from '../../src/formats/truncation.js';
import { openPhoto } from '../../src/photo/open.js';
import { endsEarly } from '../helpers/format-readers.js';

const SIDE = 256;
const ENCODE = {
  'image/jpeg': (noise: Sharp) => noise.jpeg().toBuffer(),
  'image/webp': (noise: Sharp) => noise.webp({ quality: 95 }).toBuffer(),
  'image/avif': (noise: Sharp) => noise.avif({ quality: 90 }).toBuffer(),
  // The tables precede the picture, as phones write them.
  'image/heic': (noise: Sharp) => toHeic(noise, SIDE, SIDE),
} as const;
const TYPES = Object.keys(ENCODE) as (keyof typeof ENCODE)[];
const files = new Map<string, Buffer>();

beforeAll(async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  for (const type of TYPES) {
    const picture = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#888', noise } });
    files.set(type, await ENCODE[type](picture));
  }
});

function whole(type: string): Buffer {
  return Buffer.from(files.get(type) as Buffer);
}

async function unseen(type: string, bytes: Uint8Array): Promise<string[]> {
  const photo = openPhoto({ path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: type }, bytes);
  await photo.pixels();
  return photo.unseen.map(({ code }) => code);
}

describe.each(TYPES)('a photo of type %s', (type) => {
  it('that is whole does not end early', async () => {
    expect(endsEarly(whole(type), type)).toBe(false);
    expect(await unseen(type, whole(type))).toEqual([]);
  });

  it('is whole also with zeros after it', () => {
    expect(endsEarly(Buffer.concat([whole(type), Buffer.alloc(10_000)]), type)).toBe(false);
  });

  it.each([0.5, 0.9])('of which %f is there ends early', (part) => {
    const bytes = whole(type);
    expect(endsEarly(bytes.subarray(0, bytes.length * part), type)).toBe(true);
  });

  it('of full length that ends in zeros ends early', () => {
    const bytes = whole(type);
    expect(endsEarly(bytes.fill(0, bytes.length >> 1), type)).toBe(true);
  });
});

describe('a small picture of less than a page of memory', () => {
  it.each(['image/avif', 'image/heic'])('of type %s ends early where its coded part is zeros', async (type) => {
    const plain = sharp({ create: { width: 32, height: 32, channels: 3, background: '#3a6' } });
    const bytes = await (type === 'image/heic' ? toHeic(plain, 32, 32) : plain.avif().toBuffer());
    const coded = bytes.lastIndexOf('mdat') + 4;
    expect(bytes.length - coded).toBeLessThan(4096);
    expect(endsEarly(bytes, type)).toBe(false);
    expect(endsEarly(bytes.fill(0, coded), type)).toBe(true);
    // One byte is enough: a picture of one colour may be short, and mostly zeros.
    bytes[bytes.length - 1] = 1;
    expect(endsEarly(bytes, type)).toBe(false);
  });
});

describe('uncompressed pixels', () => {
  /** A header of 100 bytes, then pixels up to `end`. Those from `black` on are zeros. */
  const cut = (black: number, end: number, length = end) => {
    const bytes = Buffer.alloc(length);
    bytes.fill(7, 0, Math.min(black, end));
    return arePixelsCut(bytes, 100, end);
  };

  it.each([
    ['zeros from the beginning of a page on', 8192, 20_000, true],
    ['zeros from the beginning of a page on, after a partly black pixel', 8190, 20_000, true],
    ['zeros from within a page on, as a black edge', 8300, 20_000, false],
    ['zeros from the beginning of the last page on, which is short', 8192, 8192 + 32, true],
    ['fewer zeros than chance would give', 8192, 8192 + 31, false],
    ['no zeros', 20_000, 20_000, false],
  ])('that end in %s', (_, black, end, isCut) => {
    expect(cut(black, end)).toBe(isCut);
  });

  it('that are all zeros are missing, unless they are less than a page', () => {
    expect(arePixelsCut(Buffer.alloc(20_000), 4096, 20_000)).toBe(true);
    expect(arePixelsCut(Buffer.alloc(20_000), 100, 4195)).toBe(false);
  });

  it('that reach past the end of the file are cut off', () => {
    expect(arePixelsCut(Buffer.alloc(50, 7), 10, 51)).toBe(true);
    expect(cut(8192, 20_000, 30_000)).toBe(true);
  });
});

describe('a decoder that does not report a missing end', () => {
  it.each(['image/heic', 'image/webp'])('does not make a cut %s count as examined in full', async (type) => {
    const bytes = whole(type);
    expect(await unseen(type, bytes.fill(0, bytes.length >> 1))).toEqual(['truncated']);
  });
});

it('the end marker in a thumbnail is not the end of a JPEG', async () => {
  const bytes = whole('image/jpeg');
  const thumbnail = Buffer.concat([Buffer.from('ffe1000e457869660000', 'hex'), Buffer.from('ffd8ffd90000', 'hex')]);
  const holding = Buffer.concat([bytes.subarray(0, 2), thumbnail, bytes.subarray(2)]);
  expect(endsEarly(holding, 'image/jpeg')).toBe(false);
  expect(endsEarly(holding.subarray(0, holding.length - 2), 'image/jpeg')).toBe(true);
});
