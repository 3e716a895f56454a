// Printed values: reads the text in a photo and finds values that identify a person or grant
// access.

import { boxesOf, joinRows } from '../../ocr/layout/rows.js';
import { regionOfBoxes } from '../../ocr/line-box.js';
import { type PhotoText, readText } from '../../ocr/read-text.js';
import type { Detection } from '../../types/detection.js';
import type { Detector } from '../detector.js';
import { PRINTED_VALUES } from './declaration.js';
import type { Found } from './found.js';

function detection({ label, value, places, score, proved, more }: Found, { raster }: PhotoText): Detection {
  const boxes = places.flatMap(boxesOf);
  return {
    detector: PRINTED_VALUES.id,
    label,
    score,
    proved,
    source: { picture: 'main', atMs: null },
    region: regionOfBoxes(boxes, raster),
    evidence: { value, ...more },
  };
}

export const printedValues: Detector = {
  ...PRINTED_VALUES,
  async detect(photo, { engine, isFast }) {
    const text = await readText(photo, engine, isFast);
    if (text === null) return [];
    // Its lists of words and countries take as long to load as a photo without text takes to
    // examine.
    const { findValues } = await import('./find.js');
    return findValues(joinRows(text.lines), text.raster).map((found) => detection(found, text));
  },
};
