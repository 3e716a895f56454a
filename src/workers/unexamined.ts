// What is known of a target without opening it: used on both sides, so it imports no decoder and no engine.
import { basename, posix } from 'node:path';
import { takenAtFromName } from '../metadata/file-name.js';
import type { PhotoResult } from '../types/photo.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';

/** The result of a target of which nothing could be examined. */
export function unexamined(target: ScanTarget, why: ScanProblem): PhotoResult {
  return {
    target,
    sha256: null,
    width: null,
    height: null,
    ...takenAtByName(target),
    examination: 'none',
    detections: [],
    problems: [why],
  };
}

/** Phones write dates into names. */
export function takenAtByName(target: ScanTarget): Pick<PhotoResult, 'takenAt' | 'takenAtSource'> {
  const takenAt = takenAtFromName(posix.basename(target.originalPath ?? basename(target.path)));
  return { takenAt, takenAtSource: takenAt === null ? 'none' : 'filename' };
}
