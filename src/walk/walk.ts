// Folders, files and lists -> targets, one at a time and always in the same order. The content of a
// file decides what it is (formats/identify.ts).
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { mapOrdered } from '../async/map-ordered.js';
import type { KnownFiles } from '../cache/known-files.js';
import { UsageError } from '../errors.js';
import { extensionOf } from '../formats/identify.js';
import { LIVP } from '../formats/livp/index.js';
import { kindByExtension, UNKNOWN_TYPE } from '../formats/registry.js';
import { problem } from '../messages/problems.js';
import type { ScanProblem } from '../types/target.js';
import type { VideoMode } from '../types/video.js';
import { type FileEntry, problemOf, systemCode, type WalkEvent } from './event.js';
import { openList, readList, standardInput } from './files-from.js';
import { identifyFile } from './identify-file.js';
import { photosInside } from './inside-zip.js';
import { type Backup, Backups, encrypted, isHashed, unreadableIndex } from './ios-backup/backup.js';
import { isSidecarInBackup, sidecarsInBackup } from './ios-backup/sidecars.js';
import { nameOf } from './names.js';
import { locate, type PathEntry, Tree } from './tree.js';

export type { WalkEvent } from './event.js';

export interface WalkOptions {
  /** Folders and files as the user gave them. */
  readonly roots: readonly string[];
  /** Path of a file that lists further paths; `-` for standard input. */
  readonly filesFrom: string | null;
  /** The paths in the list are separated by NUL instead of newline. */
  readonly isNullSeparated: boolean;
  readonly videos: VideoMode;
  /** If the list names nothing and there are no roots, that is a problem. */
  readonly isEmptyListRefused?: boolean;
  /**
   * Files that are skipped without an event, in whatever folder they are. Files that do not exist
   * are ignored.
   */
  readonly leftOut?: readonly string[];
  /** What an earlier walk has recognised; null or absent where each file is opened. */
  readonly known?: KnownFiles | null;
  /** The input for `filesFrom: '-'`; standard input of the process by default. */
  readonly stdin?: Readable;
}

/**
 * Max files identified at once. More has no effect: by default Node.js has four threads for file
 * access.
 */
const FILES_AT_ONCE = 8;

/**
 * Walks the roots in the given order, then the paths of the list. Folders are walked depth first,
 * by name. Hidden files and folders are included.
 *
 * Links to files and to folders are followed, with three limits. A folder is walked once. A file is
 * reported once, but each hard link is a file of its own. A link to the content of a named folder
 * is skipped, because that content is found under its own name. So loops are impossible, and roots
 * may overlap.
 *
 * Sockets, pipes and devices are never opened. A file is open only while its first 4 KiB are read.
 * Memory grows with the number of folders, named files and links, and with the largest folder, but
 * not with the number of files.
 *
 * @throws UsageError before the walk begins, if a root or the list does not exist
 */
export async function* walk(options: WalkOptions): AsyncGenerator<WalkEvent> {
  const met = meet(options, await locateRoots(options.roots), await listOf(options));
  const backups = new Backups();
  const identified = mapOrdered(met, FILES_AT_ONCE, async (step) =>
    step.type === 'file' ? identifyInBackup(step, options, backups) : [step],
  );
  for await (const events of identified) {
    for (const event of events) {
      if (event.type === 'target' && event.target.mediaType === LIVP)
        yield* await photosInside(event.target, options.videos);
      else yield event;
    }
  }
}

/**
 * Identifies a file by its name on the phone if it is in a backup. A file of an encrypted backup
 * gets no event of its own, because its type is unknown.
 */
async function identifyInBackup(
  file: FileEntry,
  { videos, known = null }: WalkOptions,
  backups: Backups,
): Promise<readonly WalkEvent[]> {
  const backup = await backups.of(file.path);
  if (backup === null) return [await identifyFile(file, videos, known)];
  const report = (found: ScanProblem | null) =>
    backups.once(backup, found).map((problem): WalkEvent => ({ type: 'problem', problem }));
  if (!isHashed(file.path)) return [...report(backup.problem), await identifyFile(file, videos, known)];
  if (backup.isEncrypted && backup.names === null) return report(backup.problem);
  const { originalPath, problem } = nameIn(backup, basename(file.path));
  const named = originalPath === null ? file : { ...file, originalPath, ...sidecarLink(file.path, originalPath) };
  const event = inBackup(await identifyFile(named, videos, known), backup);
  const isUnknown = event.type === 'target' && event.target.mediaType === UNKNOWN_TYPE;
  return backup.isEncrypted && isUnknown ? report(encrypted(backup.folder)) : [...report(problem), event];
}

/** What ties the file to others by its path on the phone. */
function sidecarLink(path: string, originalPath: string): Pick<FileEntry, 'sidecars' | 'isSidecar'> {
  if (isSidecarInBackup(path, originalPath)) return { isSidecar: true };
  const isOwner = kindByExtension(extensionOf(originalPath)) !== null;
  const sidecars = isOwner ? sidecarsInBackup(path, originalPath) : [];
  return sidecars.length > 0 ? { sidecars } : {};
}

/** The folders of hashed files mean nothing to people, so the backup's folder is reported. */
function inBackup(event: WalkEvent, { folder }: Backup): WalkEvent {
  if (event.type !== 'ignored' || event.notOpened === undefined) return event;
  return { ...event, notOpened: { ...event.notOpened, folder } };
}

/**
 * A table may open although a later part is damaged. Then the files are identified by content
 * alone, as with a table that does not open.
 */
function nameIn(backup: Backup, fileId: string): { originalPath: string | null; problem: ScanProblem | null } {
  try {
    return { originalPath: backup.names?.pathOf(fileId) ?? null, problem: backup.problem };
  } catch {
    return { originalPath: null, problem: unreadableIndex(backup.folder) };
  }
}

async function listOf({ filesFrom, stdin }: WalkOptions): Promise<AsyncIterable<Buffer> | null> {
  if (filesFrom === null) return null;
  return filesFrom === '-' ? (stdin ?? standardInput()) : openList(filesFrom);
}

/** All roots are claimed before the first is walked, so overlaps are known from the start. */
async function* meet(
  { filesFrom, isNullSeparated, isEmptyListRefused = false, leftOut = [] }: WalkOptions,
  roots: readonly (PathEntry | WalkEvent)[],
  list: AsyncIterable<Buffer> | null,
): AsyncGenerator<FileEntry | WalkEvent> {
  const tree = new Tree();
  for (const file of leftOut) await locate(file).then((place) => tree.claim(place), ignoreMissing);
  const places = roots.filter((root) => !isPathEntry(root) || tree.claim(root));
  for (const place of places) {
    if (isPathEntry(place)) yield* tree.walk(place);
    else yield place;
  }
  if (list === null) return;
  let isEmpty = roots.length === 0;
  for await (const place of mapOrdered(readList(list, isNullSeparated), FILES_AT_ONCE, locateListed)) {
    isEmpty = false;
    if (!isPathEntry(place)) yield place;
    else if (tree.claim(place)) yield* tree.walk(place);
  }
  if (isEmpty && isEmptyListRefused) yield { type: 'problem', problem: problem(filesFrom ?? '-', 'list-empty') };
}

/** @throws all errors except file system errors */
function ignoreMissing(error: unknown): void {
  systemCode(error);
}

function isPathEntry(step: PathEntry | WalkEvent): step is PathEntry {
  return step.type === 'folder' || step.type === 'file' || step.type === 'special';
}

async function locateRoots(roots: readonly string[]): Promise<readonly (PathEntry | WalkEvent)[]> {
  const places: (PathEntry | WalkEvent)[] = [];
  const located = mapOrdered(roots, FILES_AT_ONCE, (root) => locate(root).catch((error) => missingRoot(root, error)));
  for await (const place of located) places.push(place);
  return places;
}

function missingRoot(root: string, error: unknown): WalkEvent {
  if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) {
    throw new UsageError(
      `${JSON.stringify(root)}: no such file or folder exists; check the spelling, and quote names with spaces`,
    );
  }
  return problemOf(root, 'path', error);
}

async function locateListed(bytes: Buffer): Promise<PathEntry | WalkEvent> {
  const { text, raw } = nameOf(bytes);
  if (raw) return { type: 'problem', problem: problem(text, 'name-not-utf8') };
  try {
    return await locate(text);
  } catch (error) {
    // ERR_INVALID_ARG_VALUE: the path has a NUL, and no file name can.
    const isAbsent = ['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(systemCode(error));
    return isAbsent ? { type: 'problem', problem: problem(text, 'not-found') } : problemOf(text, 'path', error);
  }
}
