// Opens a target for examination: a picture's bytes in memory, a video on the disk. What the disk says becomes a PhotoError.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { openPhoto } from '../image/open.js';
import { openVideo } from '../image/video.js';
import { readVideoMetadata } from '../metadata/video/read.js';
import type { Metadata } from '../types/metadata.js';
import type { Photo } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import { PhotoError } from '../words/problems.js';

export interface OpenedTarget {
  readonly photo: Photo;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** @throws PhotoError where the file cannot be read, is empty or is nothing that its name says */
export async function openTarget(target: ScanTarget): Promise<OpenedTarget> {
  try {
    return await (target.kind === 'video' ? openFilm(target) : openPicture(target));
  } catch (error) {
    throw fromDisk(error);
  }
}

async function openPicture(target: ScanTarget): Promise<OpenedTarget> {
  const bytes = await readFile(target.path);
  checkContent(target, bytes.length);
  return { photo: openPhoto(target, bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A video may be larger than memory, so its bytes only pass through. */
async function openFilm(target: ScanTarget): Promise<OpenedTarget> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(target.path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  checkContent(target, bytes);
  return { photo: openVideo(target, () => readFilm(target)), sha256: hash.digest('hex') };
}

async function readFilm({ path, mediaType }: ScanTarget): Promise<Metadata> {
  const handle = await open(path).catch((error: unknown) => {
    throw fromDisk(error);
  });
  try {
    const { size } = await handle.stat();
    const read = async (start: number, length: number) => {
      const buffer = new Uint8Array(length);
      const { bytesRead } = await handle.read(buffer, 0, length, start).catch((error: unknown) => {
        throw fromDisk(error);
      });
      return buffer.subarray(0, bytesRead);
    };
    return await readVideoMetadata({ bytes: size, read }, mediaType);
  } finally {
    await handle.close();
  }
}

function checkContent({ mediaType }: ScanTarget, bytes: number): void {
  if (bytes === 0) throw new PhotoError('empty');
  if (mediaType === 'application/octet-stream') throw new PhotoError('content-unknown');
}

/** Errors of the file system by their code; others, ours to mend, stay what they are. */
function fromDisk(error: unknown): unknown {
  const code = error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return error;
  if (code === 'ENOENT') return new PhotoError('vanished');
  return code === 'EACCES' || code === 'EPERM' ? new PhotoError('file-unreadable') : new PhotoError('unread', code);
}
