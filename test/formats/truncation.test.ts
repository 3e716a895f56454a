import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHeic } from '../../fixtures/encode/heic.js';
import { openPhoto } from '../../src/photo/open.js';
import { endsEarly } from '../helpers/format-readers.js';

const SIDE = 256;
const ENCODE = {
  'image/jpeg': (noise: Sharp) => noise.jpeg().toBuffer(),
  'image/webp': (noise: Sharp) => noise.webp({ quality: 95 }).toBuffer(),
  'image/avif': (noise: Sharp) => noise.avif({ quality: 90 }).toBuffer(),
  // Its tables stand before the picture, as phones write it.
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
  it('that is whole is not said to end early', async () => {
    expect(endsEarly(whole(type), type)).toBe(false);
    expect(await unseen(type, whole(type))).toEqual([]);
  });

  it('is whole also with zeros behind it', () => {
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

describe('a decoder that keeps silent', () => {
  it.each(['image/heic', 'image/webp'])('does not make a cut %s one that was seen in full', async (type) => {
    const bytes = whole(type);
    expect(await unseen(type, bytes.fill(0, bytes.length >> 1))).toEqual(['truncated']);
  });
});

it('what stands in a thumbnail is not the end of a JPEG', async () => {
  const bytes = whole('image/jpeg');
  const thumbnail = Buffer.concat([Buffer.from('ffe1000e457869660000', 'hex'), Buffer.from('ffd8ffd90000', 'hex')]);
  const holding = Buffer.concat([bytes.subarray(0, 2), thumbnail, bytes.subarray(2)]);
  expect(endsEarly(holding, 'image/jpeg')).toBe(false);
  expect(endsEarly(holding.subarray(0, holding.length - 2), 'image/jpeg')).toBe(true);
});
