// Decodes the chosen frames of a video one by one, each into an uncompressed TIFF, upright by the
// video's own rotation.
import { PhotoError } from '../errors.js';
import { runFfmpeg, type VideoSource, type VideoTools } from './ffmpeg.js';
import { keyframeThumbnails } from './keyframe-thumbnails.js';
import { probeVideo } from './probe.js';
import { chooseSampleTimes, type Moment } from './sample-times.js';

export interface Frame {
  /** Milliseconds from the start of the video; null for its cover. */
  readonly atMs: number | null;
  readonly tiff: Uint8Array;
}

/**
 * Tracks of moving pictures. Pixel's motion photos have two, and so have cameras with two lenses.
 */
const MAX_TRACKS = 4;
/** Bytes of the largest picture in RGB, and some for the header before it. */
const MAX_TIFF = 3 * 36_000_000 + 65_536;
/** Milliseconds. A moment this close to the end may be after the last frame. */
const END_MARGIN = 1000;
/** Seconds before a key frame at which seeking starts: times are rounded to a millisecond. */
const KEY_MARGIN = 0.002;

/**
 * At most `tools.frames` frames of each track, and the cover. None for a video without moving
 * pictures.
 * @throws PhotoError `film-unreadable` where nothing could be decoded. `film-in-part`, after the
 *   last frame, where a part could not be decoded.
 */
export async function* framesOf(tools: VideoTools, video: VideoSource): AsyncGenerator<Frame> {
  const listing = await probeVideo(tools, video);
  if (listing === null) throw new PhotoError('film-unreadable');
  const { tracks, durationMs, hasCover } = listing;
  let given = 0;
  let missing = Math.max(0, tracks - MAX_TRACKS);
  for (let track = 0; track < Math.min(tracks, MAX_TRACKS); track++) {
    const moments = chooseSampleTimes(
      await keyframeThumbnails(tools, video, track, durationMs),
      durationMs,
      tools.frames,
    );
    for (const moment of moments) {
      const tiff = await decode(tools, video, seekTo(moment), [`0:V:${track}`]);
      if (tiff !== null) {
        given++;
        yield { atMs: moment.atMs, tiff };
      } else if (moment.isKey || durationMs === null || moment.atMs <= durationMs - END_MARGIN) missing++;
    }
  }
  if (hasCover) {
    const tiff = await decode(tools, video, [], ['0:v', '-0:V']);
    if (tiff === null) missing++;
    else yield { atMs: null, tiff };
  }
  if (tracks > 0 && given === 0) throw new PhotoError('film-unreadable');
  if (missing > 0) throw new PhotoError('film-in-part');
}

/**
 * For a key frame, only key frames are decoded. Any other frame needs all frames since the last key
 * frame.
 */
function seekTo({ atMs, isKey }: Moment): string[] {
  if (!isKey) return ['-ss', `${atMs / 1000}`];
  return ['-skip_frame', 'nokey', '-ss', `${Math.max(0, atMs / 1000 - KEY_MARGIN)}`];
}

/** Null where there is no such frame or it cannot be decoded. */
async function decode(
  tools: VideoTools,
  video: VideoSource,
  before: readonly string[],
  streams: readonly string[],
): Promise<Uint8Array | null> {
  const maps = streams.flatMap((stream) => ['-map', stream]);
  const picture = ['-frames:v', '1', '-c:v', 'tiff', '-compression_algo', 'raw', '-pix_fmt', 'rgb24'];
  const output = ['-f', 'image2pipe', 'pipe:1'];
  const { stdout, isDone } = await runFfmpeg(tools, video, before, [...maps, ...picture, ...output], MAX_TIFF);
  return isDone && stdout.length > 0 ? stdout : null;
}
