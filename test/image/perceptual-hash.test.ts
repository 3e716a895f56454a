import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { MAX_DISTANCE } from '../../src/gallery/similar-photos.js';
import { perceptualHash } from '../../src/image/perceptual-hash.js';
import { samplePhoto } from '../helpers/sample-photos.js';

async function hashOf(picture: Sharp): Promise<string | null> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return perceptualHash({ data: new Uint8Array(data), width: info.width, height: info.height });
}

function distance(one: string | null, other: string | null): number {
  if (one === null || other === null) throw new Error('both have a hash');
  return (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length;
}

const photo = () => sharp(readFileSync(samplePhoto('sample3')));
const saved = async (picture: Sharp) => sharp(await picture.toBuffer());

test.each<[string, () => Promise<Sharp>]>([
  ['saved again as a poor JPEG', () => saved(photo().jpeg({ quality: 30 }))],
  ['at a third of its size', () => saved(photo().resize(300).png())],
  ['without colour', () => saved(photo().greyscale().png())],
  ['brighter', () => saved(photo().modulate({ brightness: 1.15 }).png())],
])('a photo %s is similar', async (_how, edited) => {
  expect(distance(await hashOf(photo()), await hashOf(await edited()))).toBeLessThanOrEqual(MAX_DISTANCE);
});

test('another photo, and the same upside down, are not similar', async () => {
  const other = sharp(readFileSync(samplePhoto('sample1')));
  expect(distance(await hashOf(photo()), await hashOf(other))).toBeGreaterThan(MAX_DISTANCE + 4);
  expect(distance(await hashOf(photo()), await hashOf(photo().rotate(180)))).toBeGreaterThan(MAX_DISTANCE + 4);
});

test('a plain picture has no hash, and the smallest one has none or one without failing', () => {
  const plain = new Uint8Array(64 * 64 * 3).fill(200);
  expect(perceptualHash({ data: plain, width: 64, height: 64 })).toBeNull();
  expect(perceptualHash({ data: new Uint8Array([1, 2, 3]), width: 1, height: 1 })).toBeNull();
  const halves = Uint8Array.from({ length: 2 * 3 }, (_, at) => (at < 3 ? 0 : 255));
  expect(perceptualHash({ data: halves, width: 2, height: 1 })).toMatch(/^[0-9a-f]{16}$/);
});
