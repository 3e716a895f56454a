// The registry: every detector, in the order in which they run, each with its libraries loaded only where it is wanted.
import type { Detector } from './detector.js';

const REGISTRY: Readonly<Record<string, () => Promise<Detector>>> = {
  metadata: async () => (await import('./metadata/index.js')).metadata,
  sidecars: async () => (await import('./sidecars/index.js')).sidecars,
  container: async () => (await import('./container/index.js')).container,
  faces: async () => (await import('./faces/index.js')).faces,
  documents: async () => (await import('./documents/index.js')).documents,
  'printed-values': async () => (await import('./printed-values/index.js')).printedValues,
  codes: async () => (await import('./codes/index.js')).codes,
  // After those that decode the picture: it needs so little of it that alone it decodes it small.
  'embedded-original': async () => (await import('./embedded-original/index.js')).embeddedOriginal,
};

export const DETECTOR_IDS: readonly string[] = Object.keys(REGISTRY);

/** The detectors with these ids, all of them unless told, in the order in which they run; an id that is none of theirs stands for nothing. */
export function loadDetectors(ids: readonly string[] = DETECTOR_IDS): Promise<readonly Detector[]> {
  return Promise.all(Object.entries(REGISTRY).flatMap(([id, load]) => (ids.includes(id) ? [load()] : [])));
}
