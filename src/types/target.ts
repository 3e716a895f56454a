// What the walk hands on: a file accepted for scanning, or what kept it from being scanned.

/** What a target is, by its magic bytes; by its extension only where the content is none of these. */
export type TargetKind = 'image' | 'raw' | 'video';

/** A file accepted for scanning, not yet read. */
export interface ScanTarget {
  /** Begins with the argument under which it was found, as given. May hold any character a file name may. */
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** Modification time in milliseconds since the epoch. Only for noticing changes; never a capture time. */
  readonly mtimeMs: number;
  readonly kind: TargetKind;
  /** By content, for example `image/heic`; `application/octet-stream` where only the extension says it is a target. */
  readonly mediaType: string;
  /** The phone's own path, where a backup knows it. May hold any character. */
  readonly originalPath?: string;
  /** Paths of files beside it that say something of it (XMP, AAE, Google Takeout), where the walk met any. */
  readonly sidecars?: readonly string[];
}

export type ProblemPhase = 'walk' | 'read' | 'decode' | 'metadata' | 'detect' | 'pool';

/** What kept a file, a folder or a part of a target from a full examination. A value, never thrown. */
export interface ScanProblem {
  readonly path: string;
  /** What `path` names. A folder's problem stands for all files in it, however many. Not in reports. */
  readonly concerns: 'file' | 'folder';
  readonly phase: ProblemPhase;
  /** Permanent, kebab-case; the words for it are in `src/messages/problems.ts`. */
  readonly code: string;
  /** What happened and what to do next. Holds nothing of the file's content. */
  readonly message: string;
}
