// Which folders were scanned, and how: what a report of them rests on.
import { dirname } from 'node:path';
import type { VideoMode } from '../types/video.js';
import type { AbsolutePaths } from './file-row.js';
import { pack, unpack } from './pack.js';
import type { Store } from './store.js';

/** A scan as the person asked for it. */
export interface StartedScan {
  readonly roots: readonly string[];
  readonly filesFrom: string | null;
  readonly isNullSeparated: boolean;
  readonly videos: VideoMode;
  /** As given with --only and --skip. */
  readonly only: string | null;
  readonly skip: string | null;
}

/** The last scan, for a report that names nothing. */
export interface LastScan extends StartedScan {
  /** The folder in which its paths were given. */
  readonly folder: string;
}

/** How a root was scanned last. */
export interface RootNote extends Pick<StartedScan, 'videos' | 'only' | 'skip'> {
  readonly isFast: boolean;
  /** The digest of the settings, hexadecimal. */
  readonly settings: string;
}

const LAST_SCAN = 'last scan';

export function noteScan(
  store: Store,
  scan: StartedScan,
  isFast: boolean,
  settings: Buffer,
  paths: AbsolutePaths,
): void {
  const { videos, only, skip } = scan;
  const note: RootNote = { isFast, videos, only, skip, settings: settings.toString('hex') };
  store.together(() => {
    for (const root of scan.roots) store.putRoot(paths.ofRoot(root), pack(note));
    store.putNote(LAST_SCAN, pack({ ...scan, folder: process.cwd() } satisfies LastScan));
  });
}

export function lastScan(store: Store): LastScan | null {
  const value = store.note(LAST_SCAN);
  return value && unpack<LastScan>(value);
}

/** How a path was scanned: with the nearest folder above it that was named, or itself. */
export function rootNote(store: Store, path: string): RootNote | null {
  for (let folder = path; ; folder = dirname(folder)) {
    const value = store.root(folder);
    if (value) return unpack<RootNote>(value);
    if (dirname(folder) === folder) return null;
  }
}
