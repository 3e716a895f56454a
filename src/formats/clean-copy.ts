// What the formats share that make a clean copy: the same picture without what else the file holds.
import type { ByteRange } from './byte-reader.js';

/** Why no clean copy of a file can be made. */
export const UNCLEANABLE = [
  'format',
  'damaged',
  'old-compression',
  'fragments',
  'too-large',
  'crop-or-overlay',
  'external-data',
  'video-not-covered',
  'not-encodable',
  'rotation',
  'two-pictures',
  'unread-data',
] as const;
export type Uncleanable = (typeof UNCLEANABLE)[number];

/** No clean copy can be made without encoding the picture anew. It quotes nothing from the file. */
export class CleanError extends Error {
  override readonly name = 'CleanError';

  constructor(readonly reason: Uncleanable) {
    super(reason);
  }
}

/** What a copy has besides its picture. */
export interface Kept {
  /** A TIFF block: the orientation, the resolution, and what the person keeps. Null for nothing. */
  readonly exif: Uint8Array | null;
  /** The dates of a video, which are in its headers. */
  readonly hasTimes: boolean;
}

export const KEEP_NOTHING: Kept = { exif: null, hasTimes: false };

/** Bytes of a copy: made for it, or a range of the original. */
export type Piece = Uint8Array | ByteRange;
