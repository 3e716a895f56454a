// Masks evidence before it leaves the worker, as its detector declares. A key that is not declared
// is masked completely.

import type { Declaration, MaskId } from '../detectors/declaration.js';
import { coarseDegrees } from '../metadata/coarse-degrees.js';
import { isKnownMake, isKnownModel } from '../metadata/device-names.js';
import type { Detection, Evidence, EvidenceValue } from '../types/detection.js';

/** The same width for every value, so that it does not reveal the length. */
export const MASK = '•••';

type Mask = (value: EvidenceValue) => EvidenceValue;

const hidden: Mask = () => MASK;
const shown: Mask = (value) => value;

/** `1974` for `1974-08-12`. */
const year: Mask = (value) => (typeof value === 'string' && /^(\d{4})(?:-|$)/.exec(value)?.[1]) || MASK;

/** Signed degrees. */
const degrees: Mask = (value) => (typeof value === 'number' && Number.isFinite(value) ? coarseDegrees(value) : MASK);

/** Years: one number or an interval. Text is masked. */
const years: Mask = (value) => ([value].flat().every((part) => typeof part === 'number') ? value : MASK);

/** `M•••` for each name. A name that does not begin with a letter is masked completely. */
const initials: Mask = (value) => (Array.isArray(value) ? value.map(initial) : initial(value));

function initial(name: EvidenceValue): string {
  // A letter may be followed by combining accents.
  return (/^\p{L}\p{M}{0,2}/u.exec(String(name).trim().normalize('NFC'))?.[0] ?? '') + MASK;
}

/** Words in the longest common name of a town or a country, such as "United States of America". */
const MAX_PLACE_WORDS = 5;

/** Characters. The longest are some forty. */
const MAX_PLACE_LENGTH = 48;

/**
 * Names of places, one or several separated by commas. Text with digits or with many words is an
 * address or a note, so it is masked.
 */
const placeName: Mask = (value) => (Array.isArray(value) ? value.map(placeOrMask) : placeOrMask(value));

function placeOrMask(place: EvidenceValue): string {
  const text = String(place);
  const isName =
    !/[\p{N}@:/\\]/u.test(text) &&
    text.split(',').every((part) => words(part) <= MAX_PLACE_WORDS && part.length <= MAX_PLACE_LENGTH);
  return isName ? text : MASK;
}

/** A make or a model. Its tag may hold anything, so that only words that makers use are shown. */
const make: Mask = (value) => (typeof value === 'string' && isKnownMake(value) ? value : MASK);
const model: Mask = (value) => (typeof value === 'string' && isKnownModel(value) ? value : MASK);

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/**
 * `•••42`. ISO/IEC 7812 numbers have at least 8 digits. Two digits of a shorter number would reveal
 * too much.
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
  make,
  model,
  'last-two-digits': lastTwoDigits,
};

/** The part of a detector's declaration that redaction needs. */
export type Masking = Pick<Declaration, 'id' | 'labels'>;

/**
 * Returns the detections with evidence masked as their detector declares; unchanged with
 * `isValueShown`.
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

/** Own properties only: keys may come from a file. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
