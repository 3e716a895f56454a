// The contract that every detector keeps.
import type { Engine } from '../inference/engine.js';
import type { Detection } from '../types/detection.js';
import type { Photo } from '../types/photo.js';
import type { Declaration } from './declaration.js';

/** What a detector gets beside the photo. */
export interface DetectContext {
  readonly engine: Engine;
  /** The person gave up the last few points of recall for less time. */
  readonly isFast: boolean;
}

/**
 * Examines one photo for one kind of thing. Holds no threshold for reporting and no severity: those are rules.
 * If it throws, that is a problem for this photo and this detector; the others still run.
 */
export interface Detector extends Declaration {
  detect(photo: Photo, context: DetectContext): Promise<readonly Detection[]>;
}

/**
 * Whether it also looks at the pictures inside a file: a video's frames, a preview. What reads the container or the metadata reads the
 * whole file at once, and would only say the same again.
 */
export function needsPixelsOnly({ needs }: Pick<Declaration, 'needs'>): boolean {
  return needs.includes('pixels') && needs.every((need) => need === 'pixels');
}
