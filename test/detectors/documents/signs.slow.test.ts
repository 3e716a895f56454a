import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Drawing } from '../../../fixtures/draw/svg.js';
import { documents } from '../../../src/detectors/documents/index.js';
import { createEngine } from '../../../src/inference/index.js';
import type { Photo } from '../../../src/types/photo.js';
import { photoOf } from '../../helpers/drawn-pages.js';
import { drawnSigns } from '../../helpers/drawn-signs.js';

const NAMED = 0.5;

/** With the grain of a camera: plain colours would be a screen. */
async function photographed({ svg, width, height }: Drawing): Promise<Photo> {
  const noise = { type: 'gaussian', mean: 128, sigma: 14 } as const;
  const grain = await sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .png()
    .toBuffer();
  const composed = sharp(Buffer.from(svg)).composite([{ input: grain, blend: 'soft-light' }]);
  return photoOf(await composed.removeAlpha().png({ compressionLevel: 1 }).toBuffer());
}

it('takes at most one sign in ten for a document', async () => {
  // A third of them: the whole takes a minute, and docs/accuracy.md has it.
  const engine = await createEngine('onnx');
  const taken: string[] = [];
  const signs = drawnSigns().filter((_, index) => index % 3 === 0);
  for (const { name, drawing } of signs) {
    const found = await documents.detect(await photographed(drawing), { engine, isFast: false });
    const labels = found.filter(({ score }) => score >= NAMED).map(({ label }) => label);
    if (labels.length > 0) taken.push(`${name}: ${labels.join(', ')}`);
  }
  expect(signs).toHaveLength(10);
  expect(taken.length, taken.join('; ')).toBeLessThanOrEqual(1);
}, 300_000);
