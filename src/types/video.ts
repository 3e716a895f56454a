// How a run examines videos, including those inside photos.

/** The values of `--videos`. `skip`: videos are not targets. */
export const VIDEO_MODES = ['auto', 'metadata', 'skip'] as const;
export type VideoMode = (typeof VIDEO_MODES)[number];

export interface VideoSettings {
  /** Absolute path of the ffmpeg program; null if none was found or the user wants none. */
  readonly ffmpeg: string | null;
  /** Max frames examined in each video; at least 1. */
  readonly frames: number;
  /** `--videos metadata` was given: frames are skipped even if ffmpeg is available. */
  readonly isLeftOut: boolean;
}

/** The settings without an ffmpeg program. */
export const NO_VIDEOS: VideoSettings = { ffmpeg: null, frames: 1, isLeftOut: false };
