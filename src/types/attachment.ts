// What a file contains besides its picture: other media, earlier pictures, notes of programs.

/**
 * `vendor trailer`: data of a camera or program, without media. `preview`: the same picture,
 * smaller.
 */
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
  /** The structure of the attachment, read to its end, or a checksum confirms what it is. */
  readonly isProved: boolean;
  /**
   * The tables of the file refer to it. Data after a picture that no table refers to is a leftover,
   * or another program added it.
   */
  readonly isNamed: boolean;
}
