// A video as a Photo: it has metadata and frames; whoever asks it for one picture or for its bytes is told that there is none.

import { PhotoError } from '../errors.js';
import { openSidecars } from '../metadata/sidecars/open.js';
import type { Attachment } from '../types/attachment.js';
import type { Metadata, Sidecar } from '../types/metadata.js';
import type { Comparison, InnerPicture, OpenedPhoto } from '../types/photo.js';
import type { Unseen } from '../types/problem.js';
import type { Raster } from '../types/raster.js';
import type { ScanTarget } from '../types/target.js';

/** How to get at what a video holds: from the disk, each once and only when asked for. Both throw PhotoError. */
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
  /** That of its frames, once one was looked at. */
  size: { width: number; height: number } | null = null;
  readonly #readers: VideoReaders;
  #metadata?: Promise<Metadata>;
  #sidecars?: Promise<readonly Sidecar[]>;

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

  sidecars(): Promise<readonly Sidecar[]> {
    return (this.#sidecars ??= openSidecars(this.target, this.unseen));
  }

  async pixels(): Promise<Raster> {
    throw new PhotoError('frames-not-examined');
  }

  /** Found while its boxes are read, on the disk. */
  async attachments(): Promise<readonly Attachment[]> {
    return (await this.metadata()).attachments ?? [];
  }

  async embeddedPictures(): Promise<Comparison> {
    return { pictures: [], damaged: null };
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
