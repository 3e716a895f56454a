// How the videos of a run are looked at: videos, and the videos inside of photos.

/** What `--videos` takes. `skip`: videos are no targets. */
export const VIDEO_MODES = ['auto', 'metadata', 'skip'] as const;
export type VideoMode = (typeof VIDEO_MODES)[number];

export interface VideoSettings {
  /** Absolute path of the ffmpeg program; null where none was found or the person wants none. */
  readonly ffmpeg: string | null;
  /** Frames looked at in each video, at most; at least 1. */
  readonly frames: number;
  /** The person said `--videos metadata`: frames are left out although they could be had. */
  readonly isLeftOut: boolean;
}

/** With no program to decode them. */
export const NO_VIDEOS: VideoSettings = { ffmpeg: null, frames: 1, isLeftOut: false };
