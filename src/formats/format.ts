// The contract of every file format. A format is one folder and one line in registry.ts.
import type { Picture, ScaleOf } from '../image/picture.js';
import type { TargetKind } from '../types/target.js';
import type { Attachment } from './attachment.js';
import type { ByteReader } from './byte-reader.js';
import type { Kept, Piece } from './clean-copy.js';
import type { StoredPicture } from './heif/hidden-images.js';
import type { Block } from './metadata-block.js';
import type { VideoDescription } from './video-description.js';

/** A media type of a format. Its string is written only here. */
export interface MediaType {
  readonly type: string;
  /** As people call it. */
  readonly name: string;
  readonly kind: TargetKind;
  /** Lower case, without dot. They decide only where the content is unknown. */
  readonly extensions: readonly string[];
  /** Of videos: the demuxer of ffmpeg. It must not follow a link to another file. */
  readonly demuxer?: string;
  /** It is lossless, or can be. */
  readonly isExact?: true;
}

/** The first bytes of a file, and what decides where they leave the type open. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** The bytes as characters 0..255, so that magic numbers can be written as text. */
  readonly text: string;
  /** Extension of the file's name, lower case and without dot; empty where it has none. */
  readonly extension: string;
  /** The bytes from a TIFF's first directory on, where `bytes` does not reach it. */
  readonly directory?: Uint8Array;
}

/**
 * What sets a picture's orientation: EXIF, as a viewer applies it, or the format's own properties.
 */
export type OrientedBy = 'exif' | 'itself';

/** The operations on a file of the format. Loaded with the first file that needs it. */
export interface FormatReader {
  /**
   * Blocks of metadata in file order. Absent where the format cannot be read. Throws MalformedError
   * where the file breaks off.
   */
  blocks?(bytes: Uint8Array): Iterable<Block>;
  /** What the file carries besides its picture, in file order. Throws PhotoError. */
  attachments?(bytes: Uint8Array): readonly Attachment[];
  /**
   * Pictures that the file stores but does not show, or shows only in part. Throws RangeError where
   * the structure is broken.
   */
  storedPictures?(bytes: Uint8Array): readonly StoredPicture[];
  /** Further pictures that an index of the format names, besides those that `blocks` names. */
  namedPictures?(bytes: Uint8Array): Iterable<Uint8Array>;
  /**
   * For videos, which stay on the disk. Absent where the metadata is not read. Damage is no error.
   * Throws PhotoError where the disk fails.
   */
  describeVideo?(file: ByteReader): VideoDescription;
  /** Whether the picture breaks off. Absent where the decoder reports that itself. */
  endsEarly?(bytes: Uint8Array): boolean;
  /** Absent where the format is recognised but not decoded. @throws PhotoError */
  decode?(bytes: Uint8Array, scaleOf?: ScaleOf): Promise<Picture>;
  /**
   * The same picture, coded as it is, without anything else. Absent where that cannot be done.
   * Throws CleanError.
   */
  clean?(bytes: Uint8Array, kept: Kept): Uint8Array;
  /** Whether a clean copy holds data that no decoder reads, among those of its picture. */
  hasUnreadData?(copy: Uint8Array): Promise<boolean>;
  /** The same for a video, which stays on the disk: the pieces of the copy in their order. */
  cleanVideo?(file: ByteReader, kept: Kept): readonly Piece[];
  readonly orientedBy?: OrientedBy;
  /** Pictures that the directories name are pages of the file, unless marked as smaller copies. */
  readonly hasPages?: true;
  /** sharp reads the file as it is, so that a pipeline does not need `decode`. */
  readonly isReadBySharp?: true;
}

export interface Format {
  /** The folder's name; permanent. */
  readonly id: string;
  readonly mediaTypes: readonly MediaType[];
  /**
   * One of `mediaTypes`; SOUND_ONLY for a video container that holds only sound; or null. Never
   * throws.
   */
  identify(head: FileHead): string | null;
  reader?(mediaType: string): Promise<FormatReader>;
}

/** Replaces the media type of a video container that holds only sound, which is no target. */
export const SOUND_ONLY = 'audio';

/** Whether a text begins with these characters. `?` matches any character. */
export function beginsWith(text: string, beginning: string): boolean {
  for (let i = 0; i < beginning.length; i++) {
    if (beginning[i] !== '?' && beginning[i] !== text[i]) return false;
  }
  return text.length >= beginning.length;
}

/** The first of several types with a beginning that matches; null without one. */
export function typeByBeginning(
  { text }: FileHead,
  beginnings: Readonly<Record<string, readonly string[]>>,
): string | null {
  const found = Object.entries(beginnings).find(([, those]) => those.some((beginning) => beginsWith(text, beginning)));
  return found?.[0] ?? null;
}
