// Whether the codes of a file have the text of its label. Computed during the examination, because
// the stored results hold no text.
import type { Detection } from '../src/types/detection.js';
import type { LabelledFile } from './labels.js';

/**
 * If a file has more texts than this, they are compared in reading order only, not in every order.
 */
const MAX_ORDERED = 6;

/** Null if the label has no text. `detections` hold unmasked values. */
export function isCodeTextRight(file: LabelledFile, detections: readonly Detection[]): boolean | null {
  if (file.folder !== 'barcodes') return null;
  const { expected } = file.label;
  if (expected === null || expected === undefined) return null;
  const texts = detections
    .filter(({ detector }) => detector === 'codes')
    .map(({ evidence }) => evidence.text)
    .filter((text): text is string => typeof text === 'string');
  if (typeof expected !== 'string') return texts.includes(expected.hex);
  return texts.includes(expected) || (texts.length > 1 && isMadeOf(expected, texts.slice(0, MAX_ORDERED)));
}

/** Whether the text consists of all the parts, each once, in some order. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  if (parts.length === 0) return text === '';
  return parts.some(
    (part, index) => text.startsWith(part) && isMadeOf(text.slice(part.length), parts.toSpliced(index, 1)),
  );
}
