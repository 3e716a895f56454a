// A target on the way through a worker, and what the worker gives back.
import type { HiddenPart } from '../container/hidden-part.js';
import type { PhotoError } from '../words/problems.js';
import type { Detection, Region } from './detection.js';
import type { Metadata } from './metadata.js';
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

/** A target being examined. Everything here stays inside the worker. */
export interface Photo {
  readonly target: ScanTarget;
  /** The whole file, read once. */
  readonly bytes: Uint8Array;
  /** Upright full size in pixels, once pixels() has settled; null before, or where it cannot be decoded. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What is there and was not made out: a damaged end, further frames, films, a code. Whoever meets it adds it; the examination is partial then. */
  readonly unseen: PhotoError[];
  /** Throws PhotoError where the metadata cannot be read. */
  metadata(): Promise<Metadata>;
  /** What the file carries beside its picture. Throws PhotoError where the file breaks off. */
  hiddenParts(): Promise<readonly HiddenPart[]>;
  /** The whole picture at the analysis size (long side about 800 to 1600 pixels), decoded once. Throws PhotoError. */
  pixels(): Promise<Raster>;
  /** A part of the picture from full size, shrunk so that its long side is at most `maxSide` pixels; never enlarged. Throws PhotoError. */
  region(part: Region, maxSide: number): Promise<Raster>;
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
