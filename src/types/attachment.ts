// What a file carries besides its picture: other media, earlier pictures, notes of programs.

/** `vendor trailer`: bookkeeping of a camera or program without media. `preview`: the same picture, smaller. */
export type AttachmentKind =
  | 'motion video'
  | 'sound'
  | 'depth map'
  | 'matte'
  | 'gain map'
  | 'second picture'
  | 'earlier picture'
  | 'preview'
  | 'vendor trailer'
  | 'unknown';

export interface Attachment {
  readonly what: AttachmentKind;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Length in bytes. */
  readonly bytes: number;
  /** Its own structure, read to its end, or a checksum confirms what it is. */
  readonly isProved: boolean;
  /** The file's own tables name it. What follows a picture and is named nowhere was left or put there by something else. */
  readonly isNamed: boolean;
}
