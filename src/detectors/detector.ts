// The interface that every detector implements.
import type { Engine } from '../inference/engine.js';
import type { Detection } from '../types/detection.js';
import type { Photo } from '../types/photo.js';
import type { Declaration } from './declaration.js';

/** What a detector gets in addition to the photo. */
export interface DetectContext {
  readonly engine: Engine;
  /** Trades the last few points of recall for speed. */
  readonly isFast: boolean;
}

/**
 * Examines one photo for one kind of thing. Contains no reporting threshold and no severity: those
 * belong to the rules. If it throws, that is a problem for this photo and this detector; the others
 * still run.
 */
export interface Detector extends Declaration {
  detect(photo: Photo, context: DetectContext): Promise<readonly Detection[]>;
}

/**
 * Whether the detector also examines the pictures inside a file: video frames and previews. A
 * detector that needs the container or the metadata reads the whole file at once, and would only
 * repeat its detections.
 */
export function needsPixelsOnly({ needs }: Pick<Declaration, 'needs'>): boolean {
  return needs.includes('pixels') && needs.every((need) => need === 'pixels');
}
