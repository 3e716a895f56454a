// How much of a target was examined, by the problems it had.
import type { Examination } from '../types/photo.js';

/**
 * `none` also if the picture could not be decoded and nothing else in the file gave a detection.
 * In a video the metadata may be all there is. Reading it counts as a part of the examination,
 * whatever it holds.
 */
export function judgeExamination(seen: {
  readonly problems: number;
  /** Of these, the problems of the file itself and not of a file alongside it. */
  readonly ofPhoto: number;
  /** Number of detectors that examined the content of the file to its end. */
  readonly completed: number;
  readonly isBlind: boolean;
  readonly hasSeen: boolean;
}): Examination {
  if (seen.problems === 0) return 'full';
  if (seen.ofPhoto === 0) return 'partial';
  return seen.completed === 0 || (seen.isBlind && !seen.hasSeen) ? 'none' : 'partial';
}
