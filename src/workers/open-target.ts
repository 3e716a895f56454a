// Opens a target for examination: a picture's bytes in memory, a video on the disk. What the disk says becomes a PhotoError.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { PhotoError } from '../messages/problems.js';
import { FILM_TYPE, type OpenedPhoto, openPhoto } from '../photo/open.js';
import type { ScanTarget } from '../types/target.js';
import type { FilmTools } from '../video/ffmpeg.js';
import { filmPictures } from '../video/frame-pictures.js';
import { liveFilm } from '../video/live-photo-video.js';
import { openVideo } from '../video/open.js';
import { fromDisk, readFilm } from '../video/read-metadata.js';

export interface OpenedTarget {
  readonly photo: OpenedPhoto;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** @throws PhotoError where the file cannot be read, is empty or is nothing that its name says */
export async function openTarget(target: ScanTarget, films: FilmTools): Promise<OpenedTarget> {
  try {
    return await (target.kind === 'video' ? openFilm(target, films) : openPicture(target, films));
  } catch (error) {
    throw fromDisk(error);
  }
}

function openPicture(target: ScanTarget, films: FilmTools): OpenedTarget {
  // Without waiting: a worker has nothing else to do, and the thread pool costs more than the read.
  const bytes = readFileSync(target.path);
  checkContent(target, bytes.length);
  const film = { path: target.path, mediaType: FILM_TYPE };
  const photo = openPhoto(target, bytes, {
    frames: ({ offset, bytes: length }) =>
      filmPictures(target, { ...film, within: { start: offset, end: offset + length } }, films, 'motion-video-unseen'),
    liveFilm: (still) => liveFilm(target, still),
  });
  return { photo, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A video may be larger than memory, so its bytes only pass through. */
async function openFilm(target: ScanTarget, films: FilmTools): Promise<OpenedTarget> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(target.path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  checkContent(target, bytes);
  const { path, mediaType } = target;
  const photo = openVideo(target, {
    metadata: () => readFilm(path, mediaType),
    frames: () => filmPictures(target, { path, mediaType, within: null }, films, 'frames-not-examined'),
  });
  return { photo, sha256: hash.digest('hex') };
}

function checkContent({ mediaType }: ScanTarget, bytes: number): void {
  if (bytes === 0) throw new PhotoError('empty');
  if (mediaType === 'application/octet-stream') throw new PhotoError('content-unknown');
}
