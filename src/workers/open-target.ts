// Opens a target for examination: pictures in memory, videos from the disk. Disk errors become a
// PhotoError.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { PhotoError } from '../errors.js';
import { MP4 } from '../formats/mp4/brands.js';
import { videoPictures } from '../photo/frame-pictures.js';
import { openPhoto } from '../photo/open.js';
import type { OpenedPhoto } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import type { VideoTools } from '../video/ffmpeg.js';
import { liveVideo } from '../video/live-photo-video.js';
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
    return await (target.kind === 'video' ? openVideoTarget(target, videos) : openPicture(target, videos));
  } catch (error) {
    throw fromDisk(error);
  }
}

function openPicture(target: ScanTarget, videos: VideoTools): OpenedTarget {
  // Synchronous: a worker has nothing else to do, and the thread pool costs more than the read.
  const bytes = readFileSync(target.path);
  checkContent(target, bytes.length);
  const video = { path: target.path, mediaType: MP4 };
  const photo = openPhoto(target, bytes, {
    frames: ({ offset, bytes: length }) =>
      videoPictures(
        target,
        { ...video, within: { start: offset, end: offset + length } },
        videos,
        'motion-video-unseen',
      ),
    liveVideo: (still) => liveVideo(target, still),
  });
  return { photo, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A video may be larger than memory, so its bytes are streamed. */
async function openVideoTarget(target: ScanTarget, videos: VideoTools): Promise<OpenedTarget> {
  const hash = createHash('sha256');
  const zeros = new TrailingZeros();
  let bytes = 0;
  for await (const chunk of createReadStream(target.path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    zeros.add(chunk);
    bytes += chunk.length;
  }
  checkContent(target, bytes);
  const { path, mediaType } = target;
  const photo = openVideo(target, {
    metadata: () => readVideo(path, mediaType),
    frames: () => videoPictures(target, { path, mediaType, within: null }, videos, 'frames-not-examined'),
  });
  if (isVideoCut(path, mediaType, zeros.from, bytes)) photo.unseen.push({ code: 'truncated' });
  return { photo, sha256: hash.digest('hex') };
}

function checkContent({ mediaType }: ScanTarget, bytes: number): void {
  if (bytes === 0) throw new PhotoError('empty');
  if (mediaType === 'application/octet-stream') throw new PhotoError('content-unknown');
}
