// Whether the codes of a file say what its label expects. Asked while the file is examined, because the kept results hold no text.
import type { Detection } from '../src/types/detection.js';
import type { LabelledFile } from './labels.js';

/** More texts than this in one file are compared as they were read, not in every order. */
const MAX_ORDERED = 6;

/** Null where the label expects no text. `detections` hold their values whole. */
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

/** Whether a text is all the parts, each once, in some order. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  if (parts.length === 0) return text === '';
  return parts.some(
    (part, index) => text.startsWith(part) && isMadeOf(text.slice(part.length), parts.toSpliced(index, 1)),
  );
}
