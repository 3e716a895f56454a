// A video's metadata from the disk, and what the disk says as a PhotoError.
import { open } from 'node:fs/promises';
import { PhotoError } from '../errors.js';
import type { Metadata } from '../types/metadata.js';
import { readVideoMetadata } from './metadata.js';

/** @throws PhotoError */
export async function readVideo(path: string, mediaType: string): Promise<Metadata> {
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

/** Errors of the file system by their code; others, ours to mend, stay what they are. */
export function fromDisk(error: unknown): unknown {
  const code = error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return error;
  if (code === 'ENOENT') return new PhotoError('vanished');
  return code === 'EACCES' || code === 'EPERM' ? new PhotoError('file-unreadable') : new PhotoError('unread', code);
}
