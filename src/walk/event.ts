// The events of a walk, and the problem for each file system error.

import { problem } from '../messages/problems.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';

export type WalkEvent =
  | { readonly type: 'target'; readonly target: ScanTarget }
  /**
   * A folder, link or name that cannot be followed, or a named file that is not a target. Never
   * about the target of another event.
   */
  | { readonly type: 'problem'; readonly problem: ScanProblem }
  /**
   * A file that is not a target. `kind`: its extension, or `other`; `video` if videos are skipped;
   * `sidecar` if its name links it to a photo.
   */
  | { readonly type: 'ignored'; readonly kind: string; readonly notOpened?: NotOpened };

/** A file that may hold photos and is not opened. */
export interface NotOpened {
  /** `pdf`, `zip` and so on. */
  readonly kind: string;
  /**
   * Path of the folder it is in, as reported; for a file in an iOS backup, the path of the backup.
   */
  readonly folder: string;
}

/** A file that was found and not yet identified. */
export interface FileEntry {
  readonly type: 'file';
  /** The path for reports. */
  readonly path: string;
  /** The bytes of the path if they are not valid UTF-8, otherwise null. */
  readonly rawPath: Buffer | null;
  /** The user named it, so it must be a target. */
  readonly isNamed: boolean;
  /** The path on the phone, if a backup records it. */
  readonly originalPath?: string;
  /** Paths of its sidecars. */
  readonly sidecars?: readonly string[];
  /** Its name links it to a photo in the same folder. */
  readonly isSidecar?: true;
}

/** @throws the error itself if it is not a file system error */
export function problemOf(path: string, what: 'file' | 'folder' | 'path', error: unknown): WalkEvent {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { type: 'problem', problem: problem(path, 'vanished') };
  if (isForbidden(error)) return { type: 'problem', problem: problem(path, `${what}-unreadable`) };
  return { type: 'problem', problem: problem(path, 'unread', code) };
}

export function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes(systemCode(error));
}

/**
 * Returns a code such as `ENOENT`.
 * @throws the error itself if it has no code, because then it is a bug in the program
 */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
