// The film beside a still of the same name, where the two are one Live Photo: a phone's photo library holds and uploads them as one.
import { stat } from 'node:fs/promises';
import { pairing } from '../metadata/live-photo.js';
import type { Metadata } from '../types/metadata.js';
import type { LiveFilm } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import { PhotoError } from '../words/problems.js';
import { readFilm } from './read-film.js';

/** As phones name them, and as backups and exports do. */
const EXTENSIONS = ['.MOV', '.mov', '.MP4', '.mp4'];

/** Null where there is none, or where it has nothing to do with the still. */
export async function liveFilm({ path }: ScanTarget, still: Metadata): Promise<LiveFilm | null> {
  const stem = path.replace(/\.[^./\\]*$/, '');
  for (const extension of EXTENSIONS) {
    const film = await fileAt(stem + extension);
    if (film === null) continue;
    const metadata = await readFilm(film.path, 'video/quicktime').catch(nothingReadable);
    const pair = metadata && pairing(still, metadata);
    if (pair) return { bytes: film.bytes, isProved: pair === 'proved' };
  }
  return null;
}

async function fileAt(path: string): Promise<{ path: string; bytes: number } | null> {
  // That it is not there is the usual case; one that cannot be read is named where it is examined itself.
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { path, bytes: found.size } : null;
}

function nothingReadable(error: unknown): null {
  if (!(error instanceof PhotoError)) throw error;
  return null;
}
