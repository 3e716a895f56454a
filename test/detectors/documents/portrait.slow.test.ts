import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { documents } from '../../../src/detectors/documents/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import { type DrawnLine, drawPage, photoOf } from '../../helpers/drawn-pages.js';

/** Names an identity card, with too few other words to be classified as one. */
const CARD: readonly DrawnLine[] = ['IDENTITY CARD', 'MUELLER', 'ANNA', '12 03 1984', 'B 2024 7781'].map(
  (text, index) => ({ text, left: 480, top: 90 + index * 80, size: 34 }),
);
const SAMPLE = fileURLToPath(new URL('../../../node_modules/@vladmandic/face-api/demo/sample3.jpg', import.meta.url));

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

/** Adds a picture of 300 x 360 pixels at the left of the page. */
async function withPicture(page: Buffer, picture: Sharp): Promise<Buffer> {
  const input = await picture.resize(300, 360, { fit: 'cover', position: 'attention' }).png().toBuffer();
  return sharp(page)
    .composite([{ input, left: 80, top: 110 }])
    .png()
    .toBuffer();
}

const labelsOf = async (page: Buffer): Promise<string[]> =>
  (await documents.detect(photoOf(page), { engine, isFast: false })).map(({ label }) => label);

it('recognises an identity card with few words if it shows a portrait, and not if it shows a landscape', async () => {
  const page = await drawPage(CARD);
  const { width = 0, height = 0 } = await sharp(SAMPLE).metadata();
  const portrait = sharp(SAMPLE).extract({ left: 0, top: 0, width: Math.round(width * 0.4), height });
  const landscape = sharp({ create: { width: 300, height: 360, channels: 3, background: '#5f7f5a' } });
  expect(await labelsOf(await withPicture(page, portrait))).toEqual(['identity-card']);
  expect(await labelsOf(await withPicture(page, landscape))).not.toContain('identity-card');
});
