import { beforeAll, describe, expect, it } from 'vitest';
import { readZone } from '../../../src/detectors/documents/mrz.js';
import { findZones } from '../../../src/detectors/documents/mrz-zone.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import type { LineBox } from '../../../src/ocr/line-box.js';
import { type PhotoText, readText } from '../../../src/ocr/read-text.js';
import { drawPage, photoOf } from '../../helpers/drawn-pages.js';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

let engine: Engine;
let text: PhotoText;
let zone: readonly LineBox[];
beforeAll(async () => {
  engine = await createEngine('onnx');
  ({ text, zone } = await zoneOf(TD3));
});

async function zoneOf(rows: readonly string[]) {
  const lines = rows.map((row, index) => ({ text: row, left: 40, top: 520 + index * 46, size: 26, isMono: true }));
  const read = await readText(photoOf(await drawPage(lines)), engine, false);
  const [found = []] = findZones(read?.lines ?? []);
  return { text: read!, zone: found };
}

describe('readZone', () => {
  it('proves a zone from its second line alone', async () => {
    const reading = await readZone(text.raster, zone.slice(1), text.reader);
    expect(reading).toMatchObject({ isProved: true, score: 1, lines: ['', TD3[1]] });
  });

  it.each([0.65, 2.3])(
    'proves a zone whose boxes are not of the height they should be, but %d times that',
    async (factor) => {
      const boxes = zone.map((box) => ({ ...box, height: box.height * factor }));
      const reading = await readZone(text.raster, boxes, text.reader);
      expect(reading?.isProved).toBe(true);
      expect(reading?.lines[1]?.slice(0, 28)).toBe(TD3[1]?.slice(0, 28));
    },
  );

  it('does not prove the first line alone, but recognises a zone by its fillers', async () => {
    const reading = await readZone(text.raster, zone.slice(0, 1), text.reader);
    expect(reading?.isProved).toBe(false);
    expect(reading?.score).toBeGreaterThan(0.5);
  });

  it('has a low confidence in rows without fillers', async () => {
    const element = await zoneOf(['0478GOLDAW196967MP106418BP28560D193', '0479MERCURYAW20059MP3883BP35673D135']);
    const reading = await readZone(element.text.raster, element.zone, element.text.reader);
    expect(reading?.isProved).toBe(false);
    expect(reading?.score).toBeLessThan(0.5);
  });
});
