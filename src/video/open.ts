// A video as a Photo. It has metadata and frames. A caller that asks for one picture or for its
// bytes gets a PhotoError.

import { PhotoError } from '../errors.js';
import { openSidecars } from '../metadata/sidecars/open.js';
import type { Attachment } from '../types/attachment.js';
import type { FoundSidecar, Metadata } from '../types/metadata.js';
import type { Comparison, InnerPicture, OpenedPhoto } from '../types/photo.js';
import type { Unseen } from '../types/problem.js';
import type { Raster } from '../types/raster.js';
import type { ScanTarget } from '../types/target.js';

/**
 * Access to the content of a video. Each is read from the disk once, on request. Both throw
 * PhotoError.
 */
export interface VideoReaders {
  readonly metadata: () => Promise<Metadata>;
  readonly frames: () => AsyncIterable<InnerPicture>;
}

export function openVideo(target: ScanTarget, readers: VideoReaders): OpenedPhoto {
  return new Video(target, readers);
}

class Video implements OpenedPhoto {
  readonly hasPicture = false;
  readonly unseen: Unseen[] = [];
  /** The size of its frames, once one was examined. */
  size: { width: number; height: number } | null = null;
  readonly #readers: VideoReaders;
  #metadata?: Promise<Metadata>;
  #sidecars?: Promise<readonly FoundSidecar[]>;

  constructor(
    readonly target: ScanTarget,
    readers: VideoReaders,
  ) {
    this.#readers = readers;
  }

  /** A video may be larger than memory. */
  get bytes(): Uint8Array {
    throw new PhotoError('frames-not-examined');
  }

  metadata(): Promise<Metadata> {
    return (this.#metadata ??= this.#readers.metadata());
  }

  /** The video is the file itself. */
  async videoMetadata(): Promise<readonly Metadata[]> {
    return [];
  }

  async liveVideo(): Promise<null> {
    return null;
  }

  sidecars(): Promise<readonly FoundSidecar[]> {
    return (this.#sidecars ??= openSidecars(this.target, this.unseen));
  }

  async pixels(): Promise<Raster> {
    throw new PhotoError('frames-not-examined');
  }

  /** Found while its boxes are read from the disk. */
  async attachments(): Promise<readonly Attachment[]> {
    return (await this.metadata()).attachments ?? [];
  }

  async embeddedPictures(): Promise<Comparison> {
    return { pictures: [], unseen: [] };
  }

  async *innerPictures(): AsyncGenerator<InnerPicture> {
    for await (const inner of this.#readers.frames()) {
      yield inner;
      if (inner.source.picture === 'video') this.size ??= inner.photo.size;
    }
  }

  async region(): Promise<Raster> {
    throw new PhotoError('frames-not-examined');
  }
}
