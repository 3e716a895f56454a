// Reads the metadata of a video from the disk, and reports errors of the disk as a PhotoError.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PhotoError } from '../errors.js';
import { type ByteRange, type ByteReader, fileReader } from '../formats/byte-reader.js';
import type { Metadata } from '../types/metadata.js';
import { readVideoMetadata } from './metadata.js';

/**
 * @param within the part of the file that is the video; null for all of it
 * @throws PhotoError
 */
export async function readVideo(path: string, mediaType: string, within: ByteRange | null = null): Promise<Metadata> {
  const handle = onDisk(() => openSync(path, 'r'));
  try {
    const file = readerOfOpenFile(handle);
    return await readVideoMetadata(within ? file.part(within.start, within.end) : file, mediaType);
  } finally {
    closeSync(handle);
  }
}

/**
 * What `read` gives of a file that stays on the disk.
 * @throws PhotoError
 */
export function withVideoFile<T>(path: string, read: (file: ByteReader) => T): T {
  const handle = onDisk(() => openSync(path, 'r'));
  try {
    return read(readerOfOpenFile(handle));
  } finally {
    closeSync(handle);
  }
}

/**
 * Synchronous, because a worker has nothing else to do and the thread pool costs more than the
 * read.
 */
function readerOfOpenFile(handle: number): ByteReader {
  const { size } = onDisk(() => fstatSync(handle));
  return fileReader(size, (start, length) => {
    const buffer = new Uint8Array(length);
    return buffer.subarray(
      0,
      onDisk(() => readSync(handle, buffer, 0, length, start)),
    );
  });
}

/** @throws PhotoError */
function onDisk<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw fromDisk(error);
  }
}

/**
 * Converts errors of the file system by their code. Other errors are bugs and are returned
 * unchanged.
 */
export function fromDisk(error: unknown): unknown {
  const code = error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return error;
  if (code === 'ENOENT') return new PhotoError('vanished');
  return code === 'EACCES' || code === 'EPERM' ? new PhotoError('file-unreadable') : new PhotoError('unread', code);
}
