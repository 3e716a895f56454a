// Comparisons with metadata labels that masked results no longer allow: the distance to the
// labelled place, and the number of pictures that a file names.
import { readFileSync } from 'node:fs';
import { findNamedPictures } from '../src/embedded/find-pictures.js';
import { readerFor } from '../src/formats/registry.js';
import type { Detection } from '../src/types/detection.js';
import type { ScanTarget } from '../src/types/target.js';
import type { LabelledFile } from './labels.js';

/** The labelled place, if it is on Earth and not 0, 0. */
export function placeOf(file: LabelledFile): { readonly lat: number; readonly lon: number } | null {
  if (file.folder !== 'metadata' || file.label.has_gps !== true) return null;
  const { lat, lon } = file.label.reference.gps ?? {};
  if (typeof lat !== 'number' || typeof lon !== 'number') return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** In degrees; null if the label or the detections have no place. */
export function degreesOff(file: LabelledFile, detections: readonly Detection[]): number | null {
  const known = placeOf(file);
  const distances = detections
    .filter(({ label }) => label === 'location')
    .map(({ evidence: { latitude, longitude } }) =>
      Math.max(Math.abs(Number(latitude) - (known?.lat ?? 0)), Math.abs(Number(longitude) - (known?.lon ?? 0))),
    )
    .filter(Number.isFinite);
  return known && distances.length > 0 ? Math.min(...distances) : null;
}

/** Null for other folders, for videos, and for files that could not be opened. */
export async function embeddedPictures(
  file: LabelledFile,
  { path, kind, mediaType }: ScanTarget,
): Promise<number | null> {
  if (file.folder !== 'metadata' || kind === 'video' || mediaType === 'application/octet-stream') return null;
  return findNamedPictures(readFileSync(path), await readerFor(mediaType)).length;
}
