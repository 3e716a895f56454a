import { beforeAll, describe, expect, it } from 'vitest';
import { printedValues } from '../../../src/detectors/printed-values/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import { drawPage, photoOf } from '../../helpers/drawn-pages.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

const detect = async (texts: readonly string[], { degrees = 0, isFast = false } = {}) => {
  const lines = texts.map((text, index) => ({ text, left: 60, top: 60 + index * 70, size: 26 }));
  return printedValues.detect(photoOf(await drawPage(lines, { degrees })), { engine, isFast });
};

const LETTER = [
  'Lindenstraße 14, 10969 Berlin',
  'Please pay to GB29 NWBK 6016 1331 9268 19',
  'Write to accounts@example.org',
  'or call +44 20 7946 0958',
  'Codice fiscale XGGFKR35C06S027K',
  'Date of birth: 12.08.1974',
];

describe('printed values', () => {
  it.each([{ degrees: 0 }, { degrees: 180 }, { degrees: 0, isFast: true }])('are read from a page: %j', async (how) => {
    const detections = await detect(LETTER, how);
    expect(detections.map(({ label }) => label)).toEqual([
      'iban',
      'email-address',
      'national-id',
      'date-of-birth',
      'postal-address',
      'phone-number',
    ]);
    expect(detections.filter(({ proved }) => proved).map(({ label }) => label)).toEqual(['iban', 'national-id']);
    expect(detections[0]).toMatchObject({ score: 1, evidence: { value: 'GB29NWBK60161331926819', country: 'GB' } });
  });

  it('are at the reported position', async () => {
    const [iban] = await detect(LETTER);
    const { left, top, width, height } = iban!.region!;
    // The second line, 26 pixels high, begins at 60, 130.
    expect(left).toBeGreaterThan(30);
    expect(left + width).toBeLessThan(900);
    expect(top).toBeGreaterThan(100);
    expect(top + height).toBeLessThan(190);
  });

  it('are not reported if there are none', async () => {
    expect(
      await detect(['Dear neighbours, thank you for', 'looking after the garden in 2025', 'No. 204817745']),
    ).toEqual([]);
    expect(await detect([])).toEqual([]);
  });
});
