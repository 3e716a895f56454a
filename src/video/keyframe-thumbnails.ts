// Decodes the key frames of a video into thumbnails of 32 x 32 grey pixels, from which frames of
// different scenes are chosen.
import { runFfmpeg, type VideoSource, type VideoTools } from './ffmpeg.js';

/** A key frame: a picture that is stored whole and decoded without the frames before it. */
export interface KeyframeThumbnail {
  /** Milliseconds from the start of the video. */
  readonly atMs: number;
  /** STAMP_SIDE squared bytes. */
  readonly stamp: Uint8Array;
}

export const STAMP_SIDE = 32;
const STAMP_BYTES = STAMP_SIDE * STAMP_SIDE;

/**
 * Up to this length every key frame is decoded, as far as the time limit allows. Phones write one
 * or two a second.
 */
const WHOLE_MS = 120_000;
/** Number of key frames sampled from a longer video. */
const MAX_SAMPLES = 48;
const MAX_STAMPS = 3600;
/**
 * Milliseconds for all samples of a longer video. The choice is made from those decoded by then.
 */
const TIME_LIMIT_MS = 15_000;

/** In order of time. May be empty. Ends early where decoding takes too long. */
export async function keyframeThumbnails(
  tools: VideoTools,
  video: VideoSource,
  track: number,
  durationMs: number | null,
): Promise<KeyframeThumbnail[]> {
  if (durationMs === null || durationMs <= WHOLE_MS) return stamps(tools, video, track, 0, MAX_STAMPS);
  const found = new Map<number, KeyframeThumbnail>();
  const until = Date.now() + TIME_LIMIT_MS;
  for (const place of scattered(MAX_SAMPLES)) {
    if (Date.now() > until) break;
    const [seen] = await stamps(tools, video, track, Math.round(durationMs * place), 1);
    if (seen) found.set(seen.atMs, seen);
  }
  return [...found.values()].sort((a, b) => a.atMs - b.atMs);
}

/**
 * `count` positions, 0..1, evenly spread. Their order is such that the first few are spread as
 * well: steps of the golden ratio.
 */
function scattered(count: number): number[] {
  const step = Math.round(count * 0.618);
  return Array.from({ length: count }, (_, n) => ((n * step) % count) / count);
}

async function stamps(
  tools: VideoTools,
  video: VideoSource,
  track: number,
  fromMs: number,
  max: number,
): Promise<KeyframeThumbnail[]> {
  // Consecutive timestamps, else ffmpeg would fill the gaps between them with copies.
  const filters = `scale=${STAMP_SIDE}:${STAMP_SIDE}:flags=area,format=gray,showinfo,setpts=N/(25*TB)`;
  const { stdout, log } = await runFfmpeg(
    tools,
    video,
    ['-skip_frame', 'nokey', '-ss', `${fromMs / 1000}`],
    ['-map', `0:V:${track}`, '-vf', filters, '-r', '25', '-frames:v', `${max}`, '-f', 'rawvideo', 'pipe:1'],
    max * STAMP_BYTES,
  );
  const times = timesIn(log);
  const whole = Math.min(times.length, Math.floor(stdout.length / STAMP_BYTES));
  return Array.from({ length: whole }, (_, n) => ({
    atMs: fromMs + Math.round((times[n] as number) * 1000),
    stamp: stdout.subarray(n * STAMP_BYTES, (n + 1) * STAMP_BYTES),
  }));
}

/**
 * Seconds of each frame, as printed by the filter `showinfo`: `n:   1 pts:  38400 pts_time:3 ...`.
 */
function timesIn(log: string): number[] {
  return [...log.matchAll(/\bn: *\d+ pts: *\S+ +pts_time:([\d.e+-]+)/g)].map(([, seconds]) => Number(seconds));
}
