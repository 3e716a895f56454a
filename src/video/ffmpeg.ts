// Runs ffmpeg on one video: a list of arguments without a shell, local files only, limited in time,
// memory and output.
import { spawn } from 'node:child_process';
import { mediaTypeOf } from '../formats/registry.js';
import type { VideoSettings } from '../types/video.js';

/** The settings and programs that decode videos in a run. */
export interface VideoTools extends VideoSettings {
  /**
   * Called with the process ID of each ffmpeg while it runs, then with null. The caller that kills
   * this process must kill that one, too.
   */
  readonly onProgram?: (pid: number | null) => void;
}

/** A video on the disk: a file of its own, or a range of another file. */
export interface VideoSource {
  readonly path: string;
  /** By its content. */
  readonly mediaType: string;
  /** Bytes from the start of the file. Null where the whole file is the video. */
  readonly within: { readonly start: number; readonly end: number } | null;
}

export interface FfmpegOutput {
  readonly stdout: Buffer;
  /** For parsing numbers only, never to be shown: ffmpeg quotes texts of the file in it. */
  readonly log: string;
  /** It ended by itself with exit code 0. */
  readonly isDone: boolean;
}

/**
 * Milliseconds for one run of ffmpeg. A frame of a video of many megapixels takes a second or two
 * on a slow machine.
 */
const TIME_LIMIT_MS = 20_000;
/** CPU seconds, for the case that no process is left to kill it. */
const CPU_LIMIT_S = 30;
/** Pixels of the largest picture. Phones record up to 33 megapixels (7680 x 4320). */
const MAX_PIXELS = 36_000_000;
/** Bytes of one allocation. The largest picture takes 108 MB. */
const MAX_ALLOCATION = 256 * 1024 * 1024;
const MAX_LOG = 4 * 1024 * 1024;

/**
 * @param before options of the input, such as the start time
 * @param after options of the output; without an output, ffmpeg only lists the content of the video
 *   and exits with an error
 * @param maxBytes limit of the output; ffmpeg is killed beyond it
 * @throws Error where ffmpeg cannot be started
 */
export function runFfmpeg(
  { ffmpeg, onProgram }: VideoTools,
  video: VideoSource,
  before: readonly string[],
  after: readonly string[],
  maxBytes: number,
): Promise<FfmpegOutput> {
  if (ffmpeg === null) throw new Error('there is no ffmpeg to run');
  return new Promise((resolve, reject) => {
    const child = spawn(ffmpeg, [...openingArguments(video, before), ...after], {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // With FFREPORT set, ffmpeg would write a log file.
      env: { ...process.env, FFREPORT: undefined },
    });
    const end = () => child.kill('SIGKILL');
    const timer = setTimeout(end, TIME_LIMIT_MS);
    process.once('exit', end);
    if (child.pid !== undefined) onProgram?.(child.pid);
    const stdout = gather(child.stdout, maxBytes, end);
    const log = gather(child.stderr, MAX_LOG, end);
    const settle = () => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      onProgram?.(null);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code) => {
      settle();
      resolve({ stdout: Buffer.concat(stdout), log: Buffer.concat(log).toString('utf8'), isDone: code === 0 });
    });
  });
}

function openingArguments(video: VideoSource, before: readonly string[]): string[] {
  const readers = mediaTypeOf(video.mediaType)?.demuxer ?? 'none';
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'info'],
    ...['-timelimit', `${CPU_LIMIT_S}`, '-max_alloc', `${MAX_ALLOCATION}`],
    ...['-protocol_whitelist', 'file,pipe,subfile', '-format_whitelist', readers],
    // With a single demuxer, it is named. Otherwise ffmpeg would also choose by names such as
    // `a%03d.jpg`.
    ...(readers.includes(',') ? [] : ['-f', readers]),
    ...['-threads', '1', '-max_pixels', `${MAX_PIXELS}`, ...before, '-i', urlOf(video)],
  ];
}

/** With an explicit protocol, ffmpeg takes any path literally. */
function urlOf({ path, within }: VideoSource): string {
  return within === null ? `file:${path}` : `subfile,,start,${within.start},end,${within.end},,:file:${path}`;
}

/**
 * The chunks as they arrive. The one that exceeds `maxBytes` is dropped, and so is everything after
 * it.
 */
function gather(stream: NodeJS.ReadableStream, maxBytes: number, end: () => void): Buffer[] {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) end();
    else chunks.push(chunk);
  });
  return chunks;
}
