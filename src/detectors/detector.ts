// The contract that every detector keeps.
import type { Engine } from '../inference/engine.js';
import type { ModelId } from '../inference/models.js';
import type { Detection } from '../types/detection.js';
import type { Photo } from '../types/photo.js';

export type Need = 'metadata' | 'container' | 'pixels';

/** What a detector gets beside the photo. */
export interface DetectContext {
  readonly engine: Engine;
  /** The person gave up the last few points of recall for less time. */
  readonly isFast: boolean;
}

/**
 * Looks at one photo for one kind of thing. Holds no threshold for reporting and no severity: those are rules.
 * If it throws, that is a problem for this photo and this detector; the others still run.
 */
export interface Detector {
  /** kebab-case, permanent; also the name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** So that the worker can skip decoding. */
  readonly needs: readonly Need[];
  readonly labels: readonly string[];
  readonly models: readonly ModelId[];
  /** Models without which it sees less: the examination is partial then. */
  readonly optionalModels?: readonly ModelId[];
  detect(photo: Photo, context: DetectContext): Promise<readonly Detection[]>;
}

/**
 * Whether it also looks at the pictures inside a file: a video's frames, a preview. What reads the container or the metadata reads the
 * whole file at once, and would only say the same again.
 */
export function looksAtPixelsAlone({ needs }: Pick<Detector, 'needs'>): boolean {
  return needs.includes('pixels') && needs.every((need) => need === 'pixels');
}
