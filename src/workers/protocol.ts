// The messages between the main process and a worker process. Both sides import this and nothing
// else of each other.
import type { EngineId } from '../inference/engine.js';
import type { PhotoResult } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import type { PictureResult, ThumbnailRequest } from '../types/thumbnail.js';
import type { VideoSettings } from '../types/video.js';

/** The argument of a process that loads all detectors at once, without waiting for its settings. */
export const EVERYTHING = 'everything';

/** What all examinations of a run have in common. */
export interface WorkerSettings {
  readonly engine: EngineId;
  /** Ids of the detectors that the rules need. */
  readonly detectors: readonly string[];
  readonly isFast: boolean;
  readonly isValueShown: boolean;
  readonly videoSettings: VideoSettings;
}

export type ToWorker =
  /** The first message, sent once. */
  | { readonly type: 'settings'; readonly settings: WorkerSettings }
  | { readonly type: 'examine'; readonly target: ScanTarget }
  | { readonly type: 'thumbnail'; readonly request: ThumbnailRequest };

export type FromWorker =
  /** All models are present and intact. */
  | { readonly type: 'ready' }
  /**
   * It continues with a picture inside the target, such as a frame of a video: the time limit
   * restarts.
   */
  | { readonly type: 'inner-picture' }
  /** Process id of a program that it started and waits for; null once that has ended. */
  | { readonly type: 'program'; readonly pid: number | null }
  | { readonly type: 'result'; readonly result: PhotoResult; readonly memoryBytes: number }
  | { readonly type: 'thumbnail'; readonly picture: PictureResult; readonly memoryBytes: number }
  /**
   * The worker cannot work at all, for example because a model is missing: the run ends with exit
   * code 2.
   */
  | { readonly type: 'unusable'; readonly message: string };
