// Lists the content of a video with ffmpeg.
import { runFfmpeg, type VideoSource, type VideoTools } from './ffmpeg.js';

export interface Listing {
  /** Milliseconds; null where the video does not state it. */
  readonly durationMs: number | null;
  /** Tracks of moving pictures. A cover does not count. */
  readonly tracks: number;
  /** A still picture that a player shows instead of the video, as with music. */
  readonly hasCover: boolean;
}

/** Null where ffmpeg cannot read the video. */
export async function probeVideo(tools: VideoTools, video: VideoSource): Promise<Listing | null> {
  const { log } = await runFfmpeg(tools, video, [], [], 0);
  return parseListing(log);
}

/**
 * Parses `  Duration: 00:00:10.00, start: ...`, then one line for each track: `  Stream
 * #0:0[0x1](und): Video: h264 ...`.
 */
export function parseListing(log: string): Listing | null {
  const lines = log.split('\n');
  const streams = lines.filter((line) => /^\s+Stream #0:\d+/.test(line));
  if (streams.length === 0) return null;
  const videos = streams.filter((line) => /^\s+Stream #0:\d+(?:\[\w+\])?(?:\([^)]*\))?: Video: /.test(line));
  const covers = videos.filter((line) => line.includes('(attached pic)'));
  return {
    durationMs: durationIn(lines),
    tracks: videos.length - covers.length,
    hasCover: covers.length > 0,
  };
}

function durationIn(lines: readonly string[]): number | null {
  for (const line of lines) {
    const [, hours, minutes, seconds] = /^\s+Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?),/.exec(line) ?? [];
    if (hours !== undefined) return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  }
  return null;
}
