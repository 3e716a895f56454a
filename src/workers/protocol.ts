// The messages between the main process and a worker process: both sides import this and nothing else of each other.
import type { EngineId } from '../inference/engine.js';
import type { PhotoResult } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import type { VideoSettings } from '../types/video.js';

/** The argument of a process that loads every detector at once, without waiting for its settings. */
export const EVERYTHING = 'everything';

/** What every examination of a run has in common. */
export interface WorkerSettings {
  readonly engine: EngineId;
  /** Ids of the detectors that some rule needs. */
  readonly detectors: readonly string[];
  readonly isFast: boolean;
  readonly isValueShown: boolean;
  readonly videoSettings: VideoSettings;
}

export type ToWorker =
  /** Comes first, once. */
  | { readonly type: 'settings'; readonly settings: WorkerSettings }
  | { readonly type: 'examine'; readonly target: ScanTarget };

export type FromWorker =
  /** The models are there and whole. */
  | { readonly type: 'ready' }
  /** It goes on with a picture inside the target, a frame of a video, say: the time limit begins anew. */
  | { readonly type: 'inner-picture' }
  /** A program that it has started and waits for, by its process id; null once that has ended. */
  | { readonly type: 'program'; readonly pid: number | null }
  | { readonly type: 'result'; readonly result: PhotoResult; readonly memoryBytes: number }
  /** The worker cannot work at all (a model is missing, say): the run ends with exit code 2. */
  | { readonly type: 'unusable'; readonly message: string };
