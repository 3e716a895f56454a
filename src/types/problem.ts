// What can keep a target from a full examination, by its id.

/** Permanent, kebab-case. The phase and the words of each are in messages/problems.ts. */
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
  | 'path-not-a-line'
  | 'vanished'
  | 'empty'
  | 'unread'
  | 'content-unknown'
  | 'format-unsupported'
  | 'corrupt'
  | 'truncated'
  | 'structure-broken'
  | 'too-large'
  | 'too-long'
  | 'frames-unseen'
  | 'layers-unseen'
  | 'motion-video-unseen'
  | 'films-unseen'
  | 'film-unreadable'
  | 'film-in-part'
  | 'metadata-unreadable'
  | 'metadata-incomplete'
  | 'embedded-unreadable'
  | 'sidecar-unreadable'
  | 'detector-failed'
  | 'engine-cannot-run'
  | 'model-left-out'
  | 'code-unread'
  | 'raw-not-decoded'
  | 'raw-preview-small'
  | 'frames-not-examined'
  | 'time-limit'
  | 'crashed';

/**
 * Detail of a problem with frames where the person asked for none. Without a detail no ffmpeg
 * program was found.
 */
export const FRAMES_NOT_WANTED = 'left out';

/**
 * What is there and was not made out, so that the examination is partial: a damaged end, further
 * frames, a code.
 */
export interface Unseen {
  readonly code: ProblemCode;
  /** Fills the message where the code has one; holds nothing of the file's content. */
  readonly detail?: string;
  /** Where it is not the photo but a file alongside it. */
  readonly path?: string | null;
}
