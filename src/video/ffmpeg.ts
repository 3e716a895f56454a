// Runs the ffmpeg program on one video: a list of arguments and no shell, local files only, bounded in time, memory and output.
import { spawn } from 'node:child_process';
import { mediaTypeOf } from '../formats/registry.js';
import type { VideoSettings } from '../types/video.js';

/** What decodes videos in a run. */
export interface VideoTools extends VideoSettings {
  /** Told the process id of each ffmpeg while it runs, then null: whoever ends this process by force must end that one, too. */
  readonly onProgram?: (pid: number | null) => void;
}

/** A video on the disk: a file of its own, or a stretch of another one. */
export interface VideoPlace {
  readonly path: string;
  /** By its content. */
  readonly mediaType: string;
  /** Bytes from the start of the file; null where the whole file is the video. */
  readonly within: { readonly start: number; readonly end: number } | null;
}

export interface FfmpegOutput {
  readonly stdout: Buffer;
  /** For reading numbers from, never to be shown: ffmpeg quotes the file's own texts there. */
  readonly log: string;
  /** It ended by itself and called that a success. */
  readonly isDone: boolean;
}

/** Milliseconds that one run of the program may take. A frame of a video of many megapixels takes a second or two on a slow machine. */
const TIME_LIMIT_MS = 20_000;
/** The same in seconds of computing, should nobody be left to end it. */
const CPU_LIMIT_S = 30;
/** The largest picture that phones video has 33 megapixels (7680 x 4320). */
const MAX_PIXELS = 36_000_000;
/** Bytes of any one piece of memory; the largest picture takes 108 MB. */
const MAX_ALLOCATION = 256 * 1024 * 1024;
const MAX_LOG = 4 * 1024 * 1024;

/**
 * @param before options of the input, such as where to begin
 * @param after what to make of it; without an output ffmpeg only lists what the video holds, and calls that a failure
 * @param maxBytes of output; beyond it the program is ended
 * @throws Error where the program cannot be started
 */
export function runFfmpeg(
  { ffmpeg, onProgram }: VideoTools,
  video: VideoPlace,
  before: readonly string[],
  after: readonly string[],
  maxBytes: number,
): Promise<FfmpegOutput> {
  if (ffmpeg === null) throw new Error('there is no ffmpeg to run');
  return new Promise((resolve, reject) => {
    const child = spawn(ffmpeg, [...openingArguments(video, before), ...after], {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // With it ffmpeg would write a log file, wherever it stands.
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

function openingArguments(video: VideoPlace, before: readonly string[]): string[] {
  const readers = mediaTypeOf(video.mediaType)?.demuxer ?? 'none';
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'info'],
    ...['-timelimit', `${CPU_LIMIT_S}`, '-max_alloc', `${MAX_ALLOCATION}`],
    ...['-protocol_whitelist', 'file,pipe,subfile', '-format_whitelist', readers],
    // Where there is one only it is not left to ffmpeg, which goes by names such as `a%03d.jpg`, too.
    ...(readers.includes(',') ? [] : ['-f', readers]),
    ...['-threads', '1', '-max_pixels', `${MAX_PIXELS}`, ...before, '-i', urlOf(video)],
  ];
}

/** With its protocol named, a path is a path, whatever it looks like. */
function urlOf({ path, within }: VideoPlace): string {
  return within === null ? `file:${path}` : `subfile,,start,${within.start},end,${within.end},,:file:${path}`;
}

/** The chunks as they come. The one that goes beyond `maxBytes` is dropped, and so is everything behind it. */
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
