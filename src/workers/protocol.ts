// The messages between the main process and a worker process: both sides import these types and nothing else of each other.
import type { EngineId } from '../inference/engine.js';
import type { PhotoResult } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';

/** What every examination of a run has in common. */
export interface WorkerSettings {
  readonly engine: EngineId;
  /** Ids of the detectors that some rule needs. */
  readonly detectors: readonly string[];
  readonly isFast: boolean;
  readonly isValueShown: boolean;
}

export type ToWorker =
  /** Comes first, once. */
  | { readonly type: 'settings'; readonly settings: WorkerSettings }
  | { readonly type: 'examine'; readonly target: ScanTarget };

export type FromWorker =
  /** The models are there and whole. */
  | { readonly type: 'ready' }
  | { readonly type: 'result'; readonly result: PhotoResult; readonly memoryBytes: number }
  /** The worker cannot work at all (a model is missing, say): the run ends with exit code 2. */
  | { readonly type: 'unusable'; readonly message: string };
