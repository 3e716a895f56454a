// What is known about a target without opening it. Both sides use it, so it imports no decoder and
// no engine.
import { basename, posix } from 'node:path';
import { takenAtFromName } from '../metadata/file-name.js';
import type { PhotoResult } from '../types/photo.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';

/** The result for a target that could not be examined at all. */
export function unexamined(target: ScanTarget, why: ScanProblem): PhotoResult {
  return {
    target,
    sha256: null,
    width: null,
    height: null,
    ...takenAtByName(target),
    examination: 'none',
    detections: [],
    hash: null,
    problems: [why],
  };
}

/** Phones put the date into file names. */
export function takenAtByName(target: ScanTarget): Pick<PhotoResult, 'takenAt' | 'takenAtSource'> {
  const takenAt = takenAtFromName(posix.basename(target.originalPath ?? basename(target.path)));
  return { takenAt, takenAtSource: takenAt === null ? 'none' : 'filename' };
}
