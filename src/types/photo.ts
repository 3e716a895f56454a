// A target on the way through a worker, and what the worker gives back.

import type { Comparison } from '../embedded/compare-all.js';
import type { Attachment } from '../formats/attachment.js';
import type { Detection, Region, Source } from './detection.js';
import type { Metadata, Sidecar } from './metadata.js';
import type { Unseen } from './problem.js';
import type { ScanProblem, ScanTarget } from './target.js';

/** Upright RGB picture: `data` has height * width * 3 bytes, row by row, no padding. */
export interface Raster {
  readonly data: Uint8Array;
  /** Pixels of this raster. */
  readonly width: number;
  readonly height: number;
  /** The part of the upright full-size picture that this raster shows. */
  readonly covers: Region;
}

/** The video of a Live Photo. */
export interface LiveVideo {
  /** Size of its file in bytes. */
  readonly bytes: number;
  /** Both carry the same identifier; otherwise they have one name and one time. */
  readonly isProved: boolean;
}

/** A target being examined. Everything here stays inside the worker. */
export interface Photo {
  readonly target: ScanTarget;
  /** The whole file, read once. */
  readonly bytes: Uint8Array;
  /** Upright full size in pixels, once pixels() has settled; null before, or where it cannot be decoded. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What is there and was not made out: a damaged end, further frames, videos, a code. Whoever meets it adds it; the examination is partial then. */
  readonly unseen: Unseen[];
  /** Throws PhotoError where the metadata cannot be read. */
  metadata(): Promise<Metadata>;
  /** What files beside this one say of it; empty where there are none. */
  sidecars(): Promise<readonly Sidecar[]>;
  /** What the videos inside the file say about themselves; those that cannot be read are left out, and that is kept as unseen. */
  videoMetadata(): Promise<readonly Metadata[]>;
  /** The video that a phone keeps beside this still, as one photo to its owner; null where there is none. */
  liveVideo(): Promise<LiveVideo | null>;
  /** What the file carries beside its picture. Throws PhotoError where the file breaks off. */
  attachments(): Promise<readonly Attachment[]>;
  /** Thumbnails, previews and hidden originals, compared with the picture once. Throws PhotoError where the picture cannot be decoded. */
  embeddedPictures(): Promise<Comparison>;
  /** The whole picture at the analysis size (long side about 800 to 1600 pixels), decoded once. Throws PhotoError. */
  pixels(): Promise<Raster>;
  /** A part of the picture from full size, shrunk so that its long side is at most `maxSide` pixels; never enlarged. Throws PhotoError. */
  region(part: Region, maxSide: number): Promise<Raster>;
}

/** A picture that lies in a target's file beside its own: a frame of a video, a preview that shows more. */
export interface InnerPicture {
  /** Given to everything that is seen in it. */
  readonly source: Source;
  /** Of its own size and upright by itself. Only its pixels are looked at, so that nothing else of it is asked for. */
  readonly photo: Photo;
  /**
   * Where something that stands there would stand in the target's own picture, so that it is not said twice; null where that
   * does not show the place. Asked for once the pixels of both have settled. Absent where the two have nothing in common.
   */
  readonly placeInMain?: (region: Region) => Region | null;
}

export type Examination = 'full' | 'partial' | 'none';

export type TakenAtSource = 'exif' | 'xmp' | 'quicktime' | 'filename' | 'none';

/** What crosses from a worker to the main process. Redacted. */
export interface PhotoResult {
  readonly target: ScanTarget;
  /** SHA-256 of the file's bytes, hexadecimal; null where it could not be read. */
  readonly sha256: string | null;
  /** Upright full size in pixels. */
  readonly width: number | null;
  readonly height: number | null;
  /** ISO 8601, with an offset only where the file has one. */
  readonly takenAt: string | null;
  readonly takenAtSource: TakenAtSource;
  readonly examination: Examination;
  readonly detections: readonly Detection[];
  readonly problems: readonly ScanProblem[];
}
