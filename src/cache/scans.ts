// Which folders, files and lists were scanned, and how: what a report of them rests on.
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

/** How a root, or a list of files, was scanned last. */
export interface RootNote extends Pick<StartedScan, 'videos' | 'only' | 'skip'> {
  readonly isFast: boolean;
  /** The digest of the settings, hexadecimal. */
  readonly settings: string;
}

const LAST_SCAN = 'last scan';
const STANDARD_INPUT = '-';

export function rootNoteOf({ videos, only, skip }: StartedScan, isFast: boolean, settings: Buffer): RootNote {
  return { isFast, videos, only, skip, settings: settings.toString('hex') };
}

/** Of the options only what a report needs: they name more than should be kept. */
export function noteScan(store: Store, scan: StartedScan, note: RootNote, paths: AbsolutePaths): void {
  const { roots, filesFrom, isNullSeparated, videos, only, skip } = scan;
  const last: LastScan = { roots, filesFrom, isNullSeparated, videos, only, skip, folder: process.cwd() };
  store.together(() => {
    for (const root of roots) store.putRoot(paths.ofRoot(root), pack(note));
    if (filesFrom !== null) store.putNote(nameOfList(filesFrom, paths), pack(note));
    store.putNote(LAST_SCAN, pack(last));
  });
}

/** How a list was scanned; one on standard input only if the last scan had it from there, too. */
export function listNote(store: Store, filesFrom: string, paths: AbsolutePaths): RootNote | null {
  if (filesFrom === STANDARD_INPUT && lastScan(store)?.filesFrom !== STANDARD_INPUT) return null;
  const value = store.note(nameOfList(filesFrom, paths));
  return value && unpack<RootNote>(value);
}

function nameOfList(filesFrom: string, paths: AbsolutePaths): string {
  return `list ${filesFrom === STANDARD_INPUT ? filesFrom : paths.ofRoot(filesFrom)}`;
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
