// The reasons why a target is not examined in full, by id.

/** Permanent, kebab-case. messages/problems.ts has the phase and the words of each. */
export type ProblemCode =
  | 'folder-unreadable'
  | 'file-unreadable'
  | 'path-unreadable'
  | 'link-broken'
  | 'name-not-utf8'
  | 'backup-encrypted'
  | 'backup-index-unreadable'
  | 'not-a-target'
  | 'not-found'
  | 'list-empty'
  | 'path-not-a-line'
  | 'path-inside'
  | 'vanished'
  | 'empty'
  | 'unread'
  | 'content-unknown'
  | 'in-cloud'
  | 'unfinished'
  | 'format-unsupported'
  | 'corrupt'
  | 'truncated'
  | 'structure-broken'
  | 'too-large'
  | 'too-long'
  | 'too-small'
  | 'frames-unseen'
  | 'transparency-unseen'
  | 'layers-unseen'
  | 'motion-video-unseen'
  | 'films-unseen'
  | 'film-unreadable'
  | 'film-in-part'
  | 'metadata-unreadable'
  | 'metadata-incomplete'
  | 'place-unread'
  | 'part-unknown'
  | 'embedded-unreadable'
  | 'embedded-unseen'
  | 'sidecar-unreadable'
  | 'detector-failed'
  | 'engine-cannot-run'
  | 'model-left-out'
  | 'code-unread'
  | 'script-unread'
  | 'raw-not-decoded'
  | 'raw-preview-small'
  | 'frames-not-examined'
  | 'time-limit'
  | 'not-scanned'
  | 'changed-since-scan'
  | 'gone-since-scan'
  | 'not-kept'
  | 'crashed';

/**
 * Detail of a problem with frames when the user asked for none. Without a detail: no ffmpeg program
 * was found.
 */
export const FRAMES_NOT_WANTED = 'left out';

/** The same where the video is packed inside another file, and ffmpeg cannot read it. */
export const FRAMES_PACKED = 'packed';

/**
 * A part of the file that could not be examined, so that the examination is partial: a truncated
 * end, further frames, a code.
 */
export interface Unseen {
  readonly code: ProblemCode;
  /** Completes the message of codes that have a detail. Never content of the file. */
  readonly detail?: string;
  /** Path of the file at fault if that is a file alongside the photo; null for the photo itself. */
  readonly path?: string | null;
}
