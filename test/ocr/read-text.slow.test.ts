import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/inference/engine.js';
import { createEngine } from '../../src/inference/index.js';
import { regionOfBoxes } from '../../src/ocr/line-box.js';
import { readClosely, readText } from '../../src/ocr/read-text.js';
import { drawPage, photoOf } from '../helpers/drawn-pages.js';

const LETTER = [
  { text: 'Dear Sir or Madam', left: 120, top: 100, size: 30 },
  { text: 'thank you for your payment', left: 120, top: 180, size: 30 },
  { text: 'of the fourth of March', left: 120, top: 260, size: 30 },
];
const WORDS = ['Dear', 'Madam', 'payment', 'March'];

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

async function words(page: Buffer, isFast = false): Promise<string> {
  const text = await readText(photoOf(page), engine, isFast);
  return text?.lines.map((line) => line.text).join(' ') ?? '';
}

describe('readText', () => {
  it.each([0, 90, 180, 270, 8])('reads a page rotated by %d degrees', async (degrees) => {
    const read = await words(await drawPage(LETTER, { degrees }));
    for (const word of WORDS) expect(read).toContain(word);
  });

  it('reads an upright page in fast mode, too', async () => {
    const read = await words(await drawPage(LETTER), true);
    for (const word of WORDS) expect(read).toContain(word);
  });

  it('reads a small page in a large picture', async () => {
    const small = LETTER.map((line) => ({ ...line, left: line.left + 1800, top: line.top + 1400 }));
    const read = await words(await drawPage(small, { width: 4000, height: 3000 }));
    for (const word of WORDS) expect(read).toContain(word);
  });

  it('reads print at full size that is too small for the first pass', async () => {
    const heading = { text: 'HARBOUR STREET MARKET', left: 800, top: 600, size: 90 };
    const print = ['opening hours on Sundays', 'closed from November to March'].map((text, index) => ({
      text,
      left: 800,
      top: 740 + index * 40,
      size: 17,
    }));
    const read = await words(await drawPage([heading, ...print], { width: 4032, height: 3024 }));
    for (const word of ['HARBOUR', 'opening', 'November']) expect(read).toContain(word);
  });

  it('finds nothing to read on an empty page', async () => {
    expect(await readText(photoOf(await drawPage([])), engine, false)).toBeNull();
  });

  it('reports the position of the text in the picture at full size', async () => {
    const page = await drawPage(
      LETTER.map((line) => ({ ...line, left: 1500, top: line.top + 1000 })),
      {
        width: 3000,
        height: 2000,
      },
    );
    const text = await readText(photoOf(page), engine, false);
    const region = regionOfBoxes(text?.boxes ?? [], text!.raster)!;
    expect(Math.abs(region.left - 1500)).toBeLessThan(25);
    expect(Math.abs(region.top - 1100)).toBeLessThan(25);
    expect(region.top + region.height).toBeLessThan(1330);
  });
});

describe('readClosely', () => {
  it('reads letters that are too small for a pass over the whole picture', async () => {
    const tiny = [{ text: 'HARBOUR STREET MARKET', left: 300, top: 300, size: 5 }];
    const photo = photoOf(await drawPage(tiny));
    const text = await readClosely(photo, { left: 240, top: 290, width: 280, height: 40 }, engine);
    expect(text.lines.map((line) => line.text).join(' ')).toContain('STREET');
  });
});
