// Folders, files and lists -> targets, one at a time and always in the same order. What a file is, is said by its content (formats/identify.ts).
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { mapOrdered } from '../async/map-ordered.js';
import { UsageError } from '../errors.js';
import { UNKNOWN_TYPE } from '../formats/registry.js';
import { problem } from '../messages/problems.js';
import type { ScanProblem } from '../types/target.js';
import type { VideoMode } from '../types/video.js';
import { type FileEntry, problemOf, systemCode, type WalkEvent } from './event.js';
import { openList, readList } from './files-from.js';
import { identifyFile } from './identify-file.js';
import { type Backup, Backups, encrypted, isHashed, unreadableIndex } from './ios-backup/backup.js';
import { nameOf } from './names.js';
import { locate, type PathEntry, Tree } from './tree.js';

export type { WalkEvent } from './event.js';

export interface WalkOptions {
  /** Folders and files as given. */
  readonly roots: readonly string[];
  /** A file with further paths, `-` for standard input. */
  readonly filesFrom: string | null;
  /** The list has NUL instead of newline. */
  readonly isNullSeparated: boolean;
  readonly videos: VideoMode;
  /** Files passed over in silence, wherever they lie; those that do not exist count for nothing. */
  readonly leftOut?: readonly string[];
  /** What `filesFrom: '-'` reads; the process's own standard input unless given. */
  readonly stdin?: Readable;
}

/** Files identified at once. More gains nothing: Node.js has four threads for files unless told otherwise. */
const FILES_AT_ONCE = 8;

/**
 * Walks the roots in the order given, then what the list names; folders depth first, by name. Hidden files and folders are walked.
 *
 * Links are followed, to files and to folders, with three limits: a folder is walked once; a file is reported once, except that
 * hard links are files of their own; and a link to what lies in a named folder is passed over, for it is met there under its
 * own name. So there are no loops, and roots may overlap.
 *
 * Sockets, pipes and devices are never opened. A file is held open for its first 4 KiB only. Memory grows with the number of
 * folders, of named files and of links, and with the largest folder; not with the number of files.
 *
 * @throws UsageError before anything is walked, where a root or the list does not exist
 */
export async function* walk(options: WalkOptions): AsyncGenerator<WalkEvent> {
  const met = meet(options, await locateRoots(options.roots), await listOf(options));
  const backups = new Backups();
  const identified = mapOrdered(met, FILES_AT_ONCE, async (step) =>
    step.type === 'file' ? identifyInBackup(step, options.videos, backups) : [step],
  );
  for await (const events of identified) yield* events;
}

/** Knows a file by what the phone called it. A file of an encrypted backup is no event of its own: nobody knows what it is. */
async function identifyInBackup(file: FileEntry, videos: VideoMode, backups: Backups): Promise<readonly WalkEvent[]> {
  const backup = await backups.of(file.path);
  if (backup === null) return [await identifyFile(file, videos)];
  const said = (found: ScanProblem | null) =>
    backups.once(backup, found).map((problem): WalkEvent => ({ type: 'problem', problem }));
  if (!isHashed(file.path)) return [...said(backup.problem), await identifyFile(file, videos)];
  if (backup.isEncrypted && backup.names === null) return said(backup.problem);
  const { originalPath, problem } = nameIn(backup, basename(file.path));
  const event = inBackup(await identifyFile(originalPath === null ? file : { ...file, originalPath }, videos), backup);
  const isUnknown = event.type === 'target' && event.target.mediaType === UNKNOWN_TYPE;
  return backup.isEncrypted && isUnknown ? said(encrypted(backup.folder)) : [...said(problem), event];
}

/** Folders of hashed files mean nothing to a person. */
function inBackup(event: WalkEvent, { folder }: Backup): WalkEvent {
  if (event.type !== 'ignored' || event.notOpened === undefined) return event;
  return { ...event, notOpened: { ...event.notOpened, folder } };
}

/** A table may open and be damaged further in: then its files are known by their content alone, as those of one that does not open. */
function nameIn(backup: Backup, fileId: string): { originalPath: string | null; problem: ScanProblem | null } {
  try {
    return { originalPath: backup.names?.pathOf(fileId) ?? null, problem: backup.problem };
  } catch {
    return { originalPath: null, problem: unreadableIndex(backup.folder) };
  }
}

async function listOf({ filesFrom, stdin }: WalkOptions): Promise<AsyncIterable<Buffer> | null> {
  if (filesFrom === null) return null;
  return filesFrom === '-' ? (stdin ?? process.stdin) : openList(filesFrom);
}

/** Roots are claimed before the first is walked, so that overlaps are known from the start. */
async function* meet(
  { isNullSeparated, leftOut = [] }: WalkOptions,
  roots: readonly (PathEntry | WalkEvent)[],
  list: AsyncIterable<Buffer> | null,
): AsyncGenerator<FileEntry | WalkEvent> {
  const tree = new Tree();
  for (const file of leftOut) await locate(file).then((place) => tree.claim(place), nothingThere);
  const places = roots.filter((root) => !isPathEntry(root) || tree.claim(root));
  for (const place of places) {
    if (isPathEntry(place)) yield* tree.walk(place);
    else yield place;
  }
  if (list === null) return;
  for await (const place of mapOrdered(readList(list, isNullSeparated), FILES_AT_ONCE, locateListed)) {
    if (!isPathEntry(place)) yield place;
    else if (tree.claim(place)) yield* tree.walk(place);
  }
}

/** @throws errors other than those of the file system */
function nothingThere(error: unknown): void {
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
    throw new UsageError(`${JSON.stringify(root)}: there is no such file or folder; check how it is written`);
  }
  return problemOf(root, 'path', error);
}

async function locateListed(bytes: Buffer): Promise<PathEntry | WalkEvent> {
  const { text, raw } = nameOf(bytes);
  if (raw) return { type: 'problem', problem: problem(text, 'name-not-utf8') };
  try {
    return await locate(text);
  } catch (error) {
    // A NUL in the path: what is not a system's name names nothing.
    const isAbsent = ['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(systemCode(error));
    return isAbsent ? { type: 'problem', problem: problem(text, 'not-found') } : problemOf(text, 'path', error);
  }
}
