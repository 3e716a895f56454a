// How the films of a run are looked at: videos, and the films inside of photos.

export interface FilmSettings {
  /** Absolute path of the ffmpeg program; null where none was found or the person wants none. */
  readonly ffmpeg: string | null;
  /** Frames looked at in each film, at most; at least 1. */
  readonly frames: number;
  /** The person said `--videos metadata`: frames are left out although they could be had. */
  readonly isLeftOut: boolean;
}

/** With no program to decode them. */
export const NO_FILMS: FilmSettings = { ffmpeg: null, frames: 1, isLeftOut: false };
