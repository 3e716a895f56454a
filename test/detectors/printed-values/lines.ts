// Pages as the recogniser returns them: texts one below the other.
import { findValues } from '../../../src/detectors/printed-values/find.js';
import type { Found } from '../../../src/detectors/printed-values/found.js';
import { joinRows } from '../../../src/ocr/layout/rows.js';
import type { TextLine } from '../../../src/ocr/reader.js';
import { lineOf } from '../../helpers/text-lines.js';

export const page = (...texts: readonly string[]): readonly TextLine[] =>
  texts.map((text, index) => lineOf(text, 50, 50 + index * 32));

export const find = (...texts: readonly string[]): readonly Found[] => findValues(joinRows(page(...texts)));

/** Labels and values of the detections that a rule would report. */
export const values = (...texts: readonly string[]): readonly string[] =>
  find(...texts)
    .filter(({ score }) => score >= 0.5)
    .map(({ label, value }) => `${label} ${value}`);
