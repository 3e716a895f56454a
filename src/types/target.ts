// The output of the walk: a file accepted for scanning, or the reason why it cannot be scanned.

/** Determined by magic bytes; by the extension only if the content has none of a known format. */
export type TargetKind = 'image' | 'raw' | 'video';

/** A file accepted for scanning, not yet read. */
export interface ScanTarget {
  /**
   * Begins with the argument under which it was found, unchanged. May hold any character that a
   * file name may.
   */
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  /**
   * Modification time in milliseconds since the epoch. Only used to notice changes, never as a
   * capture time.
   */
  readonly mtimeMs: number;
  readonly kind: TargetKind;
  /**
   * From the content, for example `image/heic`; `application/octet-stream` if only the extension
   * marks it as a target.
   */
  readonly mediaType: string;
  /** The path on the phone, if a backup records it. May hold any character. */
  readonly originalPath?: string;
  /** Where it is inside another file; `path` is then that of the file, a slash, and its name. */
  readonly inside?: InnerFile;
  /** Paths of its sidecars (XMP, C2PA, AAE, Google Takeout), if the walk found any. */
  readonly sidecars?: readonly string[];
  /** By what the file, or the one that it is inside, is recognised; only where a cache is used. */
  readonly facts?: FileFacts;
}

/** What the file system states about a file, and when it was asked. */
export interface FileFacts {
  /** Size, both times in nanoseconds, device and inode. */
  readonly stamp: string;
  /** Size in bytes. */
  readonly bytes: number;
  readonly mtimeMs: number;
  /** The later of the two times, of the content and of the entry itself. */
  readonly changedMs: number;
  /** Milliseconds since the epoch, taken before the file system was asked. */
  readonly askedMs: number;
}

/** A file inside a file. */
export interface InnerFile {
  readonly path: string;
  /** As the outer file names it. */
  readonly name: string;
}

export type ProblemPhase = 'walk' | 'read' | 'decode' | 'metadata' | 'detect' | 'pool';

/** Why a file, a folder or a part of a target is not examined in full. A value, never thrown. */
export interface ScanProblem {
  readonly path: string;
  /**
   * What `path` names. The problem of a folder covers all files in it, however many; that of a
   * list covers none. Not in reports.
   */
  readonly concerns: 'file' | 'folder' | 'list';
  readonly phase: ProblemPhase;
  /** Permanent, kebab-case. `src/messages/problems.ts` has its words. */
  readonly code: string;
  /** What happened and what to do next. Never content of the file. */
  readonly message: string;
}
