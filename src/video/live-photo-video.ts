// Finds the video alongside a still of the same name, where the two are one Live Photo. A phone's
// photo library holds and uploads them as one.

import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { PhotoError } from '../errors.js';
import { QUICKTIME } from '../formats/mp4/brands.js';
import { inSameBackup } from '../metadata/backup-path.js';
import type { Metadata } from '../types/metadata.js';
import type { LiveVideo } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import { pairing } from './live-photo.js';
import { fromDisk, readVideo } from './read-metadata.js';

/** As phones write them, and as backups and exports do. */
const EXTENSIONS = ['.MOV', '.mov', '.MP4', '.mp4'];

/** Null where there is none, or where it does not belong to the still. */
export async function liveVideo({ path, originalPath }: ScanTarget, still: Metadata): Promise<LiveVideo | null> {
  const stem = (originalPath ?? path).replace(/\.[^./\\]*$/, '');
  for (const extension of EXTENSIONS) {
    // In a backup the names are hashes, and the phone's own path ties the two.
    const video = originalPath === undefined ? fileAt(stem + extension) : inSameBackup(path, stem + extension);
    if (video === null) continue;
    const metadata = await readVideo(video.path, QUICKTIME).catch(nothingReadable);
    const pair = metadata && pairing(still, metadata);
    if (!pair) continue;
    const sha256 = await sha256Of(video.path).catch(nothingReadable);
    if (sha256) return { bytes: video.bytes, sha256, isProved: pair === 'proved' };
  }
  return null;
}

/**
 * Synchronous, because a worker has nothing else to do. Through the thread pool, four of these for
 * each photo cost ten times as much.
 */
function fileAt(path: string): { path: string; bytes: number } | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? { path, bytes: found.size } : null;
  } catch {
    // A file that cannot be read is reported when it is examined itself.
    return null;
  }
}

/** @throws PhotoError */
async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  } catch (error) {
    throw fromDisk(error);
  }
  return hash.digest('hex');
}

function nothingReadable(error: unknown): null {
  if (!(error instanceof PhotoError)) throw error;
  return null;
}
