// Reads the first bytes of one file and decides whether it is a target.
import { closeSync, constants, fstatSync, open as openCallback, read as readCallback } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, posix } from 'node:path';
import { promisify } from 'node:util';
import type { KnownFiles, Recognised } from '../cache/known-files.js';
import { factsIn } from '../cache/stamp.js';
import { closedKind } from '../formats/closed-files.js';
import { HEAD_BYTES, type Identity, identify, ignoredKind, tiffDirectoryAt } from '../formats/identify.js';
import { problem } from '../messages/problems.js';
import type { FileFacts } from '../types/target.js';
import type { VideoMode } from '../types/video.js';
import { type FileEntry, isForbidden, problemOf, type WalkEvent } from './event.js';

/**
 * Without O_NONBLOCK, a pipe that replaces a file would block the walk. Windows has neither the
 * flag nor pipes in folders.
 */
export const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * On the thread pool, because a disk may be slow here. fstat and close of an open file run
 * synchronously, at a tenth of the cost.
 */
const open = promisify(openCallback);
const read = promisify(readCallback);

/**
 * Never rejects because of the file. Reads only its first bytes and, for a TIFF, the first
 * directory; nothing of a file that is known.
 */
export async function identifyFile(
  file: FileEntry,
  videos: VideoMode,
  known: KnownFiles | null = null,
): Promise<WalkEvent> {
  try {
    const recalled = known && file.rawPath === null ? await recall(file, known) : null;
    if (recalled) return eventOf(file, recalled.facts, recalled.found, videos, known);
    const askedMs = Date.now();
    const descriptor = await open(file.rawPath ?? file.path, OPEN_FLAGS);
    try {
      const stats = fstatSync(descriptor, { bigint: true });
      if (!stats.isFile()) return notATarget(file, null);
      const facts = factsIn(stats, askedMs);
      const head = await readAt(descriptor, 0);
      const identity = await identifyOpen(descriptor, head, file, facts.bytes);
      const closed = identity === null ? closedKind(head, nameOf(file)) : null;
      const found = { name: nameOf(file), identity, closed };
      if (identity === null && file.rawPath === null) known?.noteIgnored(file.path, facts, found);
      return eventOf(file, facts, found, videos, known);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return isForbidden(error) ? identifyByName(file, videos) : problemOf(file.path, 'file', error);
  }
}

/** Null for a file that must be opened. */
async function recall(
  file: FileEntry,
  known: KnownFiles,
): Promise<{ readonly facts: FileFacts; readonly found: Recognised } | null> {
  const facts = await known.factsOf(file.path);
  const found = known.recall(file.path, nameOf(file), facts);
  return found && { facts, found };
}

function eventOf(
  file: FileEntry,
  facts: FileFacts,
  { identity, closed }: Recognised,
  videos: VideoMode,
  known: KnownFiles | null,
): WalkEvent {
  return identity === null ? notATarget(file, closed) : judge(file, facts, identity, videos, known !== null);
}

/** The name on the phone if it is known: a hash reveals nothing about the type of a file. */
function nameOf({ path, originalPath }: FileEntry): string {
  return originalPath === undefined ? basename(path) : posix.basename(originalPath);
}

async function identifyOpen(
  descriptor: number,
  head: Uint8Array,
  file: FileEntry,
  size: number,
): Promise<Identity | null> {
  const at = tiffDirectoryAt(head);
  const directory = at !== null && at < size ? await readAt(descriptor, at) : undefined;
  return identify(head, nameOf(file), directory);
}

/** Reads HEAD_BYTES from `position`, or fewer if the file ends before. */
async function readAt(descriptor: number, position: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(HEAD_BYTES);
  let filled = 0;
  while (filled < HEAD_BYTES) {
    const { bytesRead } = await read(descriptor, buffer, filled, HEAD_BYTES - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/**
 * A file without read permission is a target if its extension is one of a target: it counts as not
 * examined. Otherwise its type is unknown.
 */
async function identifyByName(file: FileEntry, videos: VideoMode): Promise<WalkEvent> {
  const identity = identify(new Uint8Array(), nameOf(file));
  if (identity === null) return { type: 'problem', problem: problem(file.path, 'file-unreadable') };
  try {
    const { size, mtimeMs } = await stat(file.rawPath ?? file.path);
    return judge(file, { bytes: size, mtimeMs }, identity, videos);
  } catch (error) {
    return problemOf(file.path, 'file', error);
  }
}

/** @param isKept a cache may keep the result, and recognises the file by its facts */
function judge(
  file: FileEntry,
  facts: Pick<FileFacts, 'bytes' | 'mtimeMs'> | FileFacts,
  identity: Identity,
  videos: VideoMode,
  isKept = false,
): WalkEvent {
  if (identity.kind === 'video' && videos === 'skip') return { type: 'ignored', kind: 'video' };
  if (file.rawPath !== null) return { type: 'problem', problem: problem(file.path, 'name-not-utf8') };
  const { path, originalPath, sidecars } = file;
  return {
    type: 'target',
    target: {
      path,
      bytes: facts.bytes,
      mtimeMs: facts.mtimeMs,
      ...identity,
      ...(originalPath && { originalPath }),
      ...(sidecars && { sidecars }),
      ...(isKept && 'stamp' in facts && { facts }),
    },
  };
}

function notATarget(file: FileEntry, closed: string | null): WalkEvent {
  if (file.isNamed) return { type: 'problem', problem: problem(file.path, 'not-a-target') };
  return {
    type: 'ignored',
    kind: file.isSidecar ? 'sidecar' : ignoredKind(nameOf(file)),
    ...(closed !== null && { notOpened: { kind: closed, folder: dirname(file.path) } }),
  };
}
