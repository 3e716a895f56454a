// Reads the sidecars that the walk found alongside a target.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FoundSidecar } from '../../types/metadata.js';
import type { Unseen } from '../../types/problem.js';
import type { ScanTarget } from '../../types/target.js';
import { placesUnread } from '../unread-places.js';
import { readSidecar } from './read.js';

/** A pipe in place of a file must not block the worker. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Bytes of the largest sidecar that is read. Takeout's have a few thousand; masks of a raw
 * developer can fill some millions.
 */
const MAX_BYTES = { json: 1_048_576, other: 8_388_608 };

/**
 * What the sidecars state. Each one that could not be read, or not to its end, is added to
 * `unread`.
 */
export async function openSidecars(
  { path: photo, sidecars = [] }: ScanTarget,
  unread: Unseen[],
): Promise<readonly FoundSidecar[]> {
  const found: FoundSidecar[] = [];
  for (const path of sidecars) {
    const bytes = await bytesOf(path);
    const { sidecar, isComplete } = bytes
      ? readSidecar(bytes, path, basename(photo))
      : { sidecar: null, isComplete: false };
    if (sidecar && bytes) found.push({ ...sidecar, sha256: createHash('sha256').update(bytes).digest('hex') });
    if (sidecar?.said) unread.push(...placesUnread(sidecar.said, path));
    if (!isComplete) unread.push({ code: 'sidecar-unreadable', path });
  }
  return found;
}

/** A drone writes a line for each frame. The first ones state what the others do. */
const SUBTITLE_BYTES = 1_048_576;

/** Up to the last whole line. */
async function beginningOf(handle: FileHandle, size: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(size, SUBTITLE_BYTES));
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
  const bytes = buffer.subarray(0, bytesRead);
  return size > bytesRead ? bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1) : bytes;
}

/** Null where it cannot be read whole. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    const handle = await open(path, FLAGS);
    try {
      const stats = await handle.stat();
      if (stats.isFile() && path.toLowerCase().endsWith('.srt')) return await beginningOf(handle, stats.size);
      const most = path.toLowerCase().endsWith('.json') ? MAX_BYTES.json : MAX_BYTES.other;
      return stats.isFile() && stats.size <= most ? await handle.readFile() : null;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null;
    throw error;
  }
}
