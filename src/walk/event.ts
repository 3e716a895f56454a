// What the walk hands on, and how an error of the file system becomes a problem.

import { problem } from '../messages/problems.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';

export type WalkEvent =
  | { readonly type: 'target'; readonly target: ScanTarget }
  /** A folder, link or name that could not be followed, or a file named by the person that is no target. Never about an event's target. */
  | { readonly type: 'problem'; readonly problem: ScanProblem }
  /** A file that is no target. `kind`: its extension, or `other`; `video` where videos are skipped; `sidecar` where its name ties it to a photo. */
  | { readonly type: 'ignored'; readonly kind: string; readonly notOpened?: NotOpened };

/** A file that may hold photos and is not opened. */
export interface NotOpened {
  /** `pdf`, `zip` and the like. */
  readonly kind: string;
  /** Where it was met, as reported: the folder, of a file in a phone's backup the backup. */
  readonly folder: string;
}

/** A file that was found, not yet identified. */
export interface FileEntry {
  readonly type: 'file';
  /** As reported. */
  readonly path: string;
  /** As the system has it, where that is not valid UTF-8. */
  readonly rawPath: Buffer | null;
  /** The person named it, so that it must be a target. */
  readonly isNamed: boolean;
  /** The phone's own path, where a backup knows it. */
  readonly originalPath?: string;
  /** Paths of files beside it that say something of it. */
  readonly sidecars?: readonly string[];
  /** Its name ties it to a photo beside it. */
  readonly isSidecar?: true;
}

/** @throws the error itself where it is none of the file system's */
export function problemOf(path: string, what: 'file' | 'folder' | 'path', error: unknown): WalkEvent {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { type: 'problem', problem: problem(path, 'vanished') };
  if (isForbidden(error)) return { type: 'problem', problem: problem(path, `${what}-unreadable`) };
  return { type: 'problem', problem: problem(path, 'unread', code) };
}

export function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes(systemCode(error));
}

/** `ENOENT` and the like. @throws the error itself where it has none, for then it is a fault of the program */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
