// The registry: every detector, in the order in which they run. The declarations are loaded at
// once. The code and libraries of a detector are loaded only when it is needed.
import { CODES } from './codes/declaration.js';
import { CONTAINER } from './container/declaration.js';
import type { Declaration } from './declaration.js';
import type { Detector } from './detector.js';
import { DOCUMENTS } from './documents/declaration.js';
import { EMBEDDED_ORIGINAL } from './embedded-original/declaration.js';
import { FACES } from './faces/declaration.js';
import { METADATA } from './metadata/declaration.js';
import { OBJECTS } from './objects/declaration.js';
import { PRINTED_VALUES } from './printed-values/declaration.js';
import { SIDECARS } from './sidecars/declaration.js';
import { TAG_VALUES } from './tag-values/declaration.js';

export interface RegisteredDetector extends Declaration {
  readonly load: () => Promise<Detector>;
}

export const REGISTRY: readonly RegisteredDetector[] = [
  { ...METADATA, load: async () => (await import('./metadata/index.js')).metadata },
  { ...SIDECARS, load: async () => (await import('./sidecars/index.js')).sidecars },
  { ...TAG_VALUES, load: async () => (await import('./tag-values/index.js')).tagValues },
  { ...CONTAINER, load: async () => (await import('./container/index.js')).container },
  { ...FACES, load: async () => (await import('./faces/index.js')).faces },
  { ...OBJECTS, load: async () => (await import('./objects/index.js')).objects },
  { ...DOCUMENTS, load: async () => (await import('./documents/index.js')).documents },
  { ...PRINTED_VALUES, load: async () => (await import('./printed-values/index.js')).printedValues },
  { ...CODES, load: async () => (await import('./codes/index.js')).codes },
  // Runs after the detectors that decode the picture. It needs few pixels, so on its own it decodes
  // the picture small.
  { ...EMBEDDED_ORIGINAL, load: async () => (await import('./embedded-original/index.js')).embeddedOriginal },
];

/**
 * The detectors with these ids, in the order in which they run; all of them by default. An unknown
 * id loads nothing.
 */
export function loadDetectors(
  ids?: readonly string[],
  registry: readonly RegisteredDetector[] = REGISTRY,
): Promise<readonly Detector[]> {
  return Promise.all(registry.filter(({ id }) => ids?.includes(id) ?? true).map(({ load }) => load()));
}
