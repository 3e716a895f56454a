// Opens a target for examination: pictures in memory, videos from the disk. Disk errors become a
// PhotoError.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import { PhotoError } from '../errors.js';
import { MalformedError, readerOf } from '../formats/byte-reader.js';
import { withZip } from '../formats/livp/entries.js';
import { LIVP } from '../formats/livp/index.js';
import { MP4 } from '../formats/mp4/brands.js';
import { UNKNOWN_TYPE } from '../formats/registry.js';
import { type StandIn, standInOf } from '../formats/stand-ins.js';
import { videoPictures } from '../photo/frame-pictures.js';
import { openPhoto } from '../photo/open.js';
import type { OpenedPhoto } from '../types/photo.js';
import { FRAMES_PACKED } from '../types/problem.js';
import type { InnerFile, ScanTarget } from '../types/target.js';
import type { VideoSource, VideoTools } from '../video/ffmpeg.js';
import { liveVideo } from '../video/live-photo-video.js';
import { readVideoMetadata } from '../video/metadata.js';
import { openVideo } from '../video/open.js';
import { fromDisk, readVideo } from '../video/read-metadata.js';
import { isVideoCut, TrailingZeros } from '../video/truncation.js';

export interface OpenedTarget {
  readonly photo: OpenedPhoto;
  /** Of the content of the file, hexadecimal. */
  readonly sha256: string;
}

/**
 * @throws PhotoError if the file cannot be read, is empty, or its content is not what its name
 * states
 */
export async function openTarget(target: ScanTarget, videos: VideoTools): Promise<OpenedTarget> {
  try {
    const opened = await openByKind(target, videos);
    const standIn = standInFor(target);
    if (standIn) opened.photo.unseen.push({ code: standIn.why });
    return opened;
  } catch (error) {
    throw fromDisk(error);
  }
}

function openByKind(target: ScanTarget, videos: VideoTools): Promise<OpenedTarget> | OpenedTarget {
  if (target.inside) return openInside(target, target.inside, videos);
  return target.kind === 'video' ? openVideoTarget(target, videos) : openPicture(target, videos);
}

/** By the name on the phone, where that is known. */
function standInFor({ path, originalPath }: ScanTarget): StandIn | null {
  return originalPath === undefined
    ? standInOf(basename(path), basename(dirname(path)))
    : standInOf(posix.basename(originalPath));
}

function openPicture(target: ScanTarget, videos: VideoTools): OpenedTarget {
  // Synchronous: a worker has nothing else to do, and the thread pool costs more than the read.
  return openBytes(target, readFileSync(target.path), videos, { path: target.path, start: 0 });
}

/** Where the bytes of a picture are in a file, so that ffmpeg can read a video inside it. */
interface Place {
  readonly path: string;
  /** Offset of its first byte. */
  readonly start: number;
}

/** @param place null where it is packed */
function openBytes(target: ScanTarget, bytes: Uint8Array, videos: VideoTools, place: Place | null): OpenedTarget {
  checkContent(target, bytes.length);
  const photo = openPhoto(target, bytes, {
    frames: ({ offset, bytes: length }) => {
      if (!place) throw new PhotoError('motion-video-unseen', FRAMES_PACKED);
      const start = place.start + offset;
      const video = { path: place.path, mediaType: MP4, within: { start, end: start + length } };
      return videoPictures(target, video, videos, 'motion-video-unseen');
    },
    liveVideo: async (still) => (target.inside ? null : liveVideo(target, still)),
  });
  return { photo, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A file inside a ZIP. A video that is stored as it is is read in place, so that ffmpeg can. */
async function openInside(target: ScanTarget, { path, name }: InnerFile, videos: VideoTools): Promise<OpenedTarget> {
  try {
    return await withZip(path, async (entries) => {
      const entry = entries.find((one) => one.name === name);
      if (!entry) throw new PhotoError('vanished');
      const { stored } = entry;
      if (target.kind === 'video' && stored) return openVideoTarget(target, videos, { path, within: stored });
      const bytes = await entry.read();
      if (target.kind !== 'video') return openBytes(target, bytes, videos, stored && { path, start: stored.start });
      checkContent(target, bytes.length);
      const photo = openVideo(target, {
        metadata: () => readVideoMetadata(readerOf(bytes), target.mediaType),
        frames: () => {
          throw new PhotoError('frames-not-examined', FRAMES_PACKED);
        },
      });
      return { photo, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  } catch (error) {
    if (error instanceof MalformedError) throw new PhotoError('corrupt');
    throw error;
  }
}

/**
 * A video may be larger than memory, so its bytes are streamed.
 * @param source where it is, if it is inside another file
 */
async function openVideoTarget(
  target: ScanTarget,
  videos: VideoTools,
  { path, within }: Pick<VideoSource, 'path' | 'within'> = { path: target.path, within: null },
): Promise<OpenedTarget> {
  const { mediaType } = target;
  const hash = createHash('sha256');
  const zeros = new TrailingZeros();
  let bytes = 0;
  const range = within && { start: within.start, end: within.end - 1 };
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024, ...range });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    zeros.add(chunk);
    bytes += chunk.length;
  }
  checkContent(target, bytes);
  const photo = openVideo(target, {
    metadata: () => readVideo(path, mediaType, within),
    frames: () => videoPictures(target, { path, mediaType, within }, videos, 'frames-not-examined'),
  });
  if (!within && isVideoCut(path, mediaType, zeros.from, bytes)) photo.unseen.push({ code: 'truncated' });
  return { photo, sha256: hash.digest('hex') };
}

function checkContent(target: ScanTarget, bytes: number): void {
  const { mediaType } = target;
  const standIn = standInFor(target);
  if (standIn && (bytes === 0 || mediaType === UNKNOWN_TYPE)) throw new PhotoError(standIn.why);
  if (bytes === 0) throw new PhotoError('empty');
  if (mediaType === UNKNOWN_TYPE) throw new PhotoError('content-unknown');
  // A whole one was opened by the walk.
  if (mediaType === LIVP) throw new PhotoError('corrupt');
}
