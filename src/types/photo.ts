// A target on the way through a worker, and what the worker gives back.

import type { Attachment } from './attachment.js';
import type { Detection, Region, Source } from './detection.js';
import type { Difference } from './embedded.js';
import type { Metadata, Sidecar } from './metadata.js';
import type { Unseen } from './problem.js';
import type { Raster } from './raster.js';
import type { ScanProblem, ScanTarget } from './target.js';

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

/** A further picture in the file, compared with the file's own. */
export interface ComparedPicture {
  /** `stored picture`: the file's own, or a layer of it, of which the file hides a part. */
  readonly what: 'thumbnail' | 'preview' | 'stored picture';
  /** First byte of its data in the file; null where that is in a compressed or coded part of it. */
  readonly offset: number | null;
  /** Length of its data. */
  readonly bytes: number;
  /** Null where the two show the same. */
  readonly difference: Difference | null;
  /** The file's own tables say that a part of it is not shown. */
  readonly isProved: boolean;
  /** Opens it as a photo; decodes nothing yet. */
  readonly open: () => Photo;
}

export interface Comparison {
  readonly pictures: readonly ComparedPicture[];
  /** One that is named could not be read. */
  readonly damaged: Unseen | null;
}

/** A photo that also gives the pictures inside it. */
export interface OpenedPhoto extends Photo {
  /** False where the file has no picture of its own, as a video: whoever looks at pixels is given only the pictures inside. */
  readonly hasPicture: boolean;
  /**
   * Pictures that lie in the file beside its own and must be looked at, too; each is done with before the next is asked for. Asked for
   * once, after the target itself was looked at, and only where a rule wants pixels. Throws PhotoError, here or in a picture's pixels().
   */
  innerPictures(): AsyncIterable<InnerPicture>;
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
