// Masks evidence before it leaves the worker, as detectors declare it. A key that is not declared
// is masked whole.

import type { Declaration, MaskId } from '../detectors/declaration.js';
import { coarseDegrees } from '../metadata/coarse-degrees.js';
import type { Detection, Evidence, EvidenceValue } from '../types/detection.js';

/** One width for every value, so that it tells nothing of the length. */
export const MASK = '•••';

type Mask = (value: EvidenceValue) => EvidenceValue;

const hidden: Mask = () => MASK;
const shown: Mask = (value) => value;

/** `1974` of `1974-08-12`. */
const year: Mask = (value) => (typeof value === 'string' && /^(\d{4})(?:-|$)/.exec(value)?.[1]) || MASK;

/** Signed degrees. */
const degrees: Mask = (value) => (typeof value === 'number' && Number.isFinite(value) ? coarseDegrees(value) : MASK);

/** Years, one number or an interval; text has no business here. */
const years: Mask = (value) => ([value].flat().every((part) => typeof part === 'number') ? value : MASK);

/** `M•••` for each name; nothing of a name that does not begin with a letter. */
const initials: Mask = (value) => (Array.isArray(value) ? value.map(initial) : initial(value));

function initial(name: EvidenceValue): string {
  // A letter may be followed by its accents as characters of their own.
  return (/^\p{L}\p{M}{0,2}/u.exec(String(name).trim().normalize('NFC'))?.[0] ?? '') + MASK;
}

/** Words in the longest usual name of a town or a country, such as "United States of America". */
const MAX_PLACE_WORDS = 5;

/**
 * Names of places, one or several with commas; what has digits or many words is an address or a
 * note, not a name.
 */
const placeName: Mask = (value) => (Array.isArray(value) ? value.map(placeOrMask) : placeOrMask(value));

function placeOrMask(place: EvidenceValue): string {
  const text = String(place);
  const isName = !/\p{N}/u.test(text) && text.split(',').every((part) => words(part) <= MAX_PLACE_WORDS);
  return isName ? text : MASK;
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/**
 * `•••42`. ISO/IEC 7812 numbers have at least 8 digits; of anything shorter two would be too
 * much.
 */
const lastTwoDigits: Mask = (value) => {
  const digits = String(value).replace(/\D/g, '');
  return digits.length < 8 ? MASK : MASK + digits.slice(-2);
};

const MASKS: Readonly<Record<MaskId, Mask>> = {
  hidden,
  shown,
  year,
  degrees,
  years,
  initials,
  'place-name': placeName,
  'last-two-digits': lastTwoDigits,
};

/** What redaction asks of a detector. */
export type Masking = Pick<Declaration, 'id' | 'labels'>;

/**
 * The same detections with masked evidence, each as its detector declares it; with `isValueShown`
 * as they are.
 */
export function redact(
  detections: readonly Detection[],
  detectors: readonly Masking[],
  isValueShown: boolean,
): readonly Detection[] {
  if (isValueShown) return detections;
  return detections.map((detection) => ({ ...detection, evidence: maskEvidence(detection, detectors) }));
}

function maskEvidence({ detector, label, evidence }: Detection, detectors: readonly Masking[]): Evidence {
  const labels = detectors.find(({ id }) => id === detector)?.labels ?? {};
  const declared = own(labels, label) ?? {};
  return Object.fromEntries(
    Object.entries(evidence).map(([key, value]) => [key, MASKS[own(declared, key) ?? 'hidden'](value)]),
  );
}

/** Never what every object inherits: keys may come out of a file. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
