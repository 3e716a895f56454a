// A target while a worker examines it, and the result that the worker returns.

import type { Attachment } from './attachment.js';
import type { Detection, Region, Source } from './detection.js';
import type { Difference } from './embedded.js';
import type { FoundSidecar, Metadata } from './metadata.js';
import type { Unseen } from './problem.js';
import type { Raster } from './raster.js';
import type { ScanProblem, ScanTarget } from './target.js';

/** The video of a Live Photo. */
export interface LiveVideo {
  /** Size of its file in bytes. */
  readonly bytes: number;
  /** SHA-256 of its file, hexadecimal. */
  readonly sha256: string;
  /** Both files have the same identifier. If false, they only share the name and the time. */
  readonly isProved: boolean;
}

/** A target being examined. Everything here stays inside the worker. */
export interface Photo {
  readonly target: ScanTarget;
  /** The content of the file, read once. */
  readonly bytes: Uint8Array;
  /**
   * Upright full size in pixels. Null until pixels() settles, and if the picture cannot be decoded.
   */
  readonly size: { readonly width: number; readonly height: number } | null;
  /**
   * Parts of the file that could not be examined: a truncated end, further frames, videos, a code.
   * The code that finds such a part adds it; the examination is then partial.
   */
  readonly unseen: Unseen[];
  /** @throws PhotoError if the metadata cannot be read */
  metadata(): Promise<Metadata>;
  /** The metadata of the sidecars of this file; empty if it has none. */
  sidecars(): Promise<readonly FoundSidecar[]>;
  /**
   * The metadata of the videos inside the file. A video that cannot be read is skipped and added to
   * `unseen`.
   */
  videoMetadata(): Promise<readonly Metadata[]>;
  /**
   * The video that a phone stores alongside this still, one photo to its owner; null if there is
   * none.
   */
  liveVideo(): Promise<LiveVideo | null>;
  /**
   * What the file contains besides its picture.
   * @throws PhotoError if the file is truncated
   */
  attachments(): Promise<readonly Attachment[]>;
  /**
   * Thumbnails, previews and hidden originals, each compared with the main picture; computed once.
   * @throws PhotoError if the picture cannot be decoded
   */
  embeddedPictures(): Promise<Comparison>;
  /**
   * The whole picture at analysis size (long side about 800 to 1600 pixels), decoded once.
   * @throws PhotoError
   */
  pixels(): Promise<Raster>;
  /**
   * A part of the picture at full size, reduced so that its long side is at most `maxSide` pixels;
   * never enlarged.
   * @throws PhotoError
   */
  region(part: Region, maxSide: number): Promise<Raster>;
}

/**
 * A picture in the file of a target besides the main picture: a frame of a video, or a preview that
 * shows more.
 */
export interface InnerPicture {
  /** The source of all detections in it. */
  readonly source: Source;
  /**
   * With its own size and orientation. Only its pixels are examined; nothing else of it is read.
   */
  readonly photo: Photo;
  /**
   * Maps a region to the place that shows the same content in the main picture, so that one thing
   * is not reported twice. Null if the main picture does not show it. Called after the pixels of
   * both have settled. Absent if the two pictures share nothing.
   */
  readonly placeInMain?: (region: Region) => Region | null;
  /**
   * It is this part of the main picture. Regions in it are reported as those of the main picture,
   * which placeInMain gets, too.
   */
  readonly tile?: Region;
}

/** A further picture in the file, compared with the main picture. */
export interface ComparedPicture {
  /**
   * `stored picture`: the main picture or a layer of it, partly hidden by the file's own tables.
   */
  readonly what: 'thumbnail' | 'preview' | 'stored picture';
  /** Position of its first byte in the file; null if it is in a compressed or encoded part. */
  readonly offset: number | null;
  /** Length of its data in bytes. */
  readonly bytes: number;
  /** Null if both show the same at the size of a thumbnail. */
  readonly difference: Difference | null;
  /** It may show what the main picture does not, so that it has to be examined itself. */
  readonly isExamined: boolean;
  /** The tables of the file state that a part of it is not shown. */
  readonly isProved: boolean;
  /** Opens it as a photo without decoding anything yet. */
  readonly open: () => Photo;
}

export interface Comparison {
  readonly pictures: readonly ComparedPicture[];
  /** Pictures that could not be read, and those beyond the number that is compared. */
  readonly unseen: readonly Unseen[];
}

/** A photo together with the pictures inside its file. */
export interface OpenedPhoto extends Photo {
  /**
   * False if the file has no main picture, as a video. Detectors that need pixels then get the
   * inner pictures only.
   */
  readonly hasPicture: boolean;
  /**
   * The pictures that must be examined in addition to the main picture. The caller finishes each
   * one before it takes the next. Called once, after the target itself was examined, and only if a
   * rule needs pixels. It, or a picture's pixels(), throws PhotoError.
   */
  innerPictures(): AsyncIterable<InnerPicture>;
}

export type Examination = 'full' | 'partial' | 'none';

export type TakenAtSource = 'exif' | 'xmp' | 'quicktime' | 'gps' | 'filename' | 'none';

/** What a worker sends to the main process. Redacted. */
export interface PhotoResult {
  readonly target: ScanTarget;
  /** SHA-256 of the file, hexadecimal; null if the file could not be read. */
  readonly sha256: string | null;
  /** Upright full size in pixels. */
  readonly width: number | null;
  readonly height: number | null;
  /** ISO 8601, with an offset only if the file has one. */
  readonly takenAt: string | null;
  readonly takenAtSource: TakenAtSource;
  readonly examination: Examination;
  readonly detections: readonly Detection[];
  readonly problems: readonly ScanProblem[];
  /** Perceptual hash of the picture, 16 hexadecimal digits; null where none was decoded. */
  readonly hash: string | null;
}
