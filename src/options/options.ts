// The one frozen options object. Made once by resolveOptions; nobody reads argv or the environment later.
import type { EngineId } from '../inference/engine.js';
import type { Rule } from '../rules/rule.js';
import { SEVERITIES } from '../types/finding.js';
import type { VideoSettings } from '../types/video.js';

export const FORMATS = ['text', 'json', 'ndjson', 'paths'] as const;
export type Format = (typeof FORMATS)[number];
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];
export const SELECTIONS = ['flagged', 'safe'] as const;
export type Selection = (typeof SELECTIONS)[number];
export const VIDEO_MODES = ['auto', 'metadata', 'skip'] as const;
export type VideoMode = (typeof VIDEO_MODES)[number];
export const MAX_JOBS = 256;
export const MAX_FRAMES = 1000;
/** One every second or two of what most people video with a phone. */
export const DEFAULT_FRAMES = 8;

export interface ScanOptions {
  readonly command: 'scan' | 'check';
  /** Folders and files as given. */
  readonly roots: readonly string[];
  /** A file with further paths, `-` for standard input. */
  readonly filesFrom: string | null;
  /** NUL instead of newline, in --files-from and in --format paths. */
  readonly isNullSeparated: boolean;
  readonly format: Format;
  readonly select: Selection | null;
  readonly output: string | null;
  readonly failOn: FailOn;
  /** Rules that are on, with the configuration's severities and --min-score already applied. */
  readonly rules: readonly Rule[];
  /** Worker processes, at least 1. */
  readonly jobs: number;
  /** Name of a service profile. */
  readonly service: string;
  /** YYYY-MM-DD: the day on which the service's question is asked. */
  readonly asOf: string;
  readonly isOnlyTaken: boolean;
  readonly engine: EngineId;
  readonly isFast: boolean;
  readonly videos: VideoMode;
  readonly videoSettings: VideoSettings;
  readonly isValueShown: boolean;
  readonly isQuiet: boolean;
  readonly isProgressShown: boolean;
  readonly isColored: boolean;
  /** Milliseconds one photo may take. */
  readonly timeLimitMs: number;
}
