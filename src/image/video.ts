// A video as a Photo: it has metadata, and whoever asks for its picture or its bytes is told that they were not examined.
import type { HiddenPart } from '../container/hidden-part.js';
import type { Metadata } from '../types/metadata.js';
import type { Photo, Raster } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import { PhotoError } from '../words/problems.js';

/** @param readMetadata reads it from the disk, once and only when asked for; throws PhotoError */
export function openVideo(target: ScanTarget, readMetadata: () => Promise<Metadata>): Photo {
  return new Video(target, readMetadata);
}

class Video implements Photo {
  readonly unseen: PhotoError[] = [];
  readonly size = null;
  readonly #readMetadata: () => Promise<Metadata>;
  #metadata?: Promise<Metadata>;

  constructor(
    readonly target: ScanTarget,
    readMetadata: () => Promise<Metadata>,
  ) {
    this.#readMetadata = readMetadata;
  }

  /** A video may be larger than memory. */
  get bytes(): Uint8Array {
    throw new PhotoError('frames-not-examined');
  }

  metadata(): Promise<Metadata> {
    return (this.#metadata ??= this.#readMetadata());
  }

  async pixels(): Promise<Raster> {
    throw new PhotoError('frames-not-examined');
  }

  /** What a film carries beside its frames is not looked for yet. */
  async hiddenParts(): Promise<readonly HiddenPart[]> {
    throw new PhotoError('frames-not-examined');
  }

  async region(): Promise<Raster> {
    throw new PhotoError('frames-not-examined');
  }
}
