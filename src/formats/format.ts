// The contract that every file format keeps. One folder and one line in registry.ts make a format.
import type { Picture, ScaleOf } from '../image/picture.js';
import type { TargetKind } from '../types/target.js';
import type { Attachment } from './attachment.js';
import type { ByteReader } from './byte-reader.js';
import type { StoredPicture } from './heif/hidden-images.js';
import type { Block } from './metadata-block.js';
import type { VideoDescription } from './video-description.js';

/** A media type that a format can have; the only place where its string is written. */
export interface MediaType {
  readonly type: string;
  readonly kind: TargetKind;
  /** Lower case, without dot; they decide only where the content is unknown. */
  readonly extensions: readonly string[];
  /** Of videos: the demuxer of ffmpeg, which follows no link to another file. */
  readonly demuxer?: string;
  /** It keeps each pixel as it was drawn, or can. */
  readonly isExact?: true;
}

/** The first bytes of a file, and what decides where they leave the type open. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** The same as characters 0..255, so that magic bytes are written as they are read. */
  readonly text: string;
  /** Of the file's name, in lower case and without dot; empty where it has none. */
  readonly extension: string;
  /** What begins with a TIFF's first directory, where that is not in `bytes`. */
  readonly directory?: Uint8Array;
}

/** What a picture's orientation follows: EXIF as a viewer applies it, or the format's own properties. */
export type OrientedBy = 'exif' | 'itself';

/** What can be done with a file of the format. Loaded with the first file that needs it. */
export interface FormatReader {
  /** Blocks of metadata in file order; throws MalformedError where the file breaks off. Absent: the format cannot be read. */
  blocks?(bytes: Uint8Array): Iterable<Block>;
  /** What the file carries besides its picture, in file order. Throws PhotoError. */
  attachments?(bytes: Uint8Array): readonly Attachment[];
  /** Pictures that the file stores and does not show, or not whole. Throws RangeError where the structure is broken. */
  storedPictures?(bytes: Uint8Array): readonly StoredPicture[];
  /** Smaller copies that an index of the format's own names, besides those that `blocks` name. */
  namedPictures?(bytes: Uint8Array): Iterable<Uint8Array>;
  /** Of videos, which stay on the disk. Throws PhotoError where the disk fails; damage is no error. Absent: not read. */
  describeVideo?(file: ByteReader): VideoDescription;
  /** Whether the picture breaks off; only where its decoder does not report that itself. */
  endsEarly?(bytes: Uint8Array): boolean;
  /** @throws PhotoError. Absent: recognised and not decoded. */
  decode?(bytes: Uint8Array, scaleOf?: ScaleOf): Promise<Picture>;
  readonly orientedBy?: OrientedBy;
  /** Pictures that its directories name are pages of the file's own, unless marked as smaller copies. */
  readonly hasPages?: true;
  /** sharp reads the file as it is, so that a pipeline needs no `decode`. */
  readonly isReadBySharp?: true;
}

export interface Format {
  /** The folder's name, permanent. */
  readonly id: string;
  readonly mediaTypes: readonly MediaType[];
  /** One of `mediaTypes`, SOUND_ONLY for a container of videos that holds sound, or null. Never throws. */
  identify(head: FileHead): string | null;
  reader?(mediaType: string): Promise<FormatReader>;
}

/** Stands for a media type where a container of videos holds sound only, which is no target. */
export const SOUND_ONLY = 'audio';

/** Whether a text begins in this way; `?` stands for any byte. */
export function beginsWith(text: string, beginning: string): boolean {
  for (let i = 0; i < beginning.length; i++) {
    if (beginning[i] !== '?' && beginning[i] !== text[i]) return false;
  }
  return text.length >= beginning.length;
}

/** The first of several types of which one of the beginnings fits; null without one. */
export function typeByBeginning(
  { text }: FileHead,
  beginnings: Readonly<Record<string, readonly string[]>>,
): string | null {
  const found = Object.entries(beginnings).find(([, those]) => those.some((beginning) => beginsWith(text, beginning)));
  return found?.[0] ?? null;
}
