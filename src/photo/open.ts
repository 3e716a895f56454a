// The bytes of a target as a Photo: metadata, pixels at the analysis size, parts at full size, and
// the pictures inside the file. Each is made once, on request.
import { compareAll, placeInMain as placeOf, sourceOf } from '../embedded/compare-all.js';
import { PhotoError } from '../errors.js';
import { readerOf } from '../formats/byte-reader.js';
import { MP4 } from '../formats/mp4/brands.js';
import { readAttachments } from '../formats/read-attachments.js';
import { readerFor } from '../formats/registry.js';
import { readMetadata } from '../metadata/read.js';
import { openSidecars } from '../metadata/sidecars/open.js';
import { placesUnread } from '../metadata/unread-places.js';
import type { Attachment } from '../types/attachment.js';
import type { Region } from '../types/detection.js';
import type { FoundSidecar, Metadata } from '../types/metadata.js';
import type { Comparison, InnerPicture, LiveVideo, OpenedPhoto } from '../types/photo.js';
import type { Unseen } from '../types/problem.js';
import type { Raster } from '../types/raster.js';
import type { ScanTarget } from '../types/target.js';
import { readVideoMetadata } from '../video/metadata.js';
import { nothingReadable } from './damage.js';
import { pipelineOf } from './decode.js';
import { MainPicture, type PictureOptions } from './main-picture.js';
import { inTiles, onOtherGrounds } from './main-picture-passes.js';

/**
 * Videos that are examined in one photo. A motion photo has one, and each takes as long as several
 * photos.
 */
const MAX_VIDEOS = 4;

/**
 * Pixels of the long side to which a small embedded picture is enlarged. The models are trained on
 * faces and print of that size.
 */
const ENLARGED_SIDE = 640;

/** Access to the videos of a photo. Both methods throw PhotoError. */
export interface PhotoVideoReaders {
  /** The frames of a video inside the photo. */
  readonly frames: (video: Attachment) => AsyncIterable<InnerPicture>;
  /** The video alongside the photo, where the two are one Live Photo. */
  readonly liveVideo: (still: Metadata) => Promise<LiveVideo | null>;
}

/**
 * Opens the bytes of a target. Decodes nothing yet.
 * @param videos without it, videos inside the photo are not examined, and that is reported
 */
export function openPhoto(
  target: ScanTarget,
  bytes: Uint8Array,
  videos: PhotoVideoReaders = NO_READERS,
  options: PictureOptions = {},
): OpenedPhoto {
  return new FilePhoto(target, bytes, videos, options);
}

const NO_READERS: PhotoVideoReaders = {
  frames: () => {
    throw new PhotoError('motion-video-unseen');
  },
  liveVideo: async () => null,
};

const NOTHING_EMBEDDED: Comparison = { pictures: [], unseen: [] };

class FilePhoto implements OpenedPhoto {
  readonly hasPicture: boolean;
  readonly unseen: Unseen[] = [];
  readonly #main: MainPicture;
  #metadata?: Promise<Metadata>;
  #sidecars?: Promise<readonly FoundSidecar[]>;
  #attachments?: Promise<readonly Attachment[]>;
  #embedded?: Promise<Comparison>;

  constructor(
    readonly target: ScanTarget,
    readonly bytes: Uint8Array,
    readonly videos: PhotoVideoReaders,
    readonly options: PictureOptions,
  ) {
    this.#main = new MainPicture(target.mediaType, bytes, this.unseen, options);
    // The only picture of a RAW photo is its preview, and findings in it name that source.
    this.hasPicture = target.kind !== 'raw';
  }

  get size(): { width: number; height: number } | null {
    return this.#main.size;
  }

  pixels(): Promise<Raster> {
    return this.#main.pixels();
  }

  region(part: Region, maxSide: number): Promise<Raster> {
    return this.#main.region(part, maxSide);
  }

  metadata(): Promise<Metadata> {
    return (this.#metadata ??= readMetadata(this.bytes, this.target.mediaType));
  }

  sidecars(): Promise<readonly FoundSidecar[]> {
    return (this.#sidecars ??= openSidecars(this.target, this.unseen));
  }

  attachments(): Promise<readonly Attachment[]> {
    return (this.#attachments ??= this.#readAttachments());
  }

  embeddedPictures(): Promise<Comparison> {
    return (this.#embedded ??= this.#compareEmbedded());
  }

  async liveVideo(): Promise<LiveVideo | null> {
    const metadata = await this.metadata().catch(nothingReadable);
    return metadata && this.videos.liveVideo(metadata);
  }

  async videoMetadata(): Promise<readonly Metadata[]> {
    const found: Metadata[] = [];
    for (const { offset, bytes } of await this.#videos()) {
      const video = this.bytes.subarray(offset, offset + bytes);
      try {
        const metadata = await readVideoMetadata(readerOf(video), MP4);
        found.push(metadata);
        this.unseen.push(...placesUnread(metadata));
      } catch (error) {
        if (!(error instanceof PhotoError)) throw error;
        this.unseen.push({ code: 'metadata-incomplete' });
      }
    }
    return found;
  }

  /**
   * What transparency hides, pictures in the file that differ from the main one, then the frames of
   * the videos inside.
   */
  async *innerPictures(): AsyncGenerator<InnerPicture> {
    if (this.target.kind === 'raw') yield { source: { picture: 'preview', atMs: null }, photo: this };
    else {
      yield* inTiles(this.#main, this);
      yield* onOtherGrounds(
        this.#main,
        (opened) => new FilePhoto(this.target, this.bytes, NO_READERS, { ...this.options, opened, isWhole: true }),
      );
    }
    yield* this.#differing();
    const videos = await this.#videos();
    for (const video of videos.slice(0, MAX_VIDEOS)) yield* this.videos.frames(video);
    if (videos.length > MAX_VIDEOS) throw new PhotoError('films-unseen', `${videos.length}`);
  }

  /** Nothing where the main picture cannot be decoded. */
  async *#differing(): AsyncGenerator<InnerPicture> {
    const { pictures } = (await this.embeddedPictures().catch(nothingReadable)) ?? NOTHING_EMBEDDED;
    for (const picture of pictures.filter(({ isExamined }) => isExamined)) {
      const [photo, source] = [picture.open(), { picture: sourceOf(picture.what), atMs: null }];
      const placeInMain = (region: Region) =>
        photo.size && this.size ? placeOf(picture, photo.size, this.size)(region) : null;
      yield { source, photo, placeInMain };
    }
  }

  /** None where the file breaks off. */
  async #videos(): Promise<readonly Attachment[]> {
    const parts = (await this.attachments().catch(nothingReadable)) ?? [];
    return parts.filter(({ what }) => what === 'motion video');
  }

  async #readAttachments(): Promise<readonly Attachment[]> {
    return readAttachments(await readerFor(this.target.mediaType), this.bytes);
  }

  async #compareEmbedded(): Promise<Comparison> {
    // A RAW file has no picture to compare its preview with.
    if (this.target.kind === 'raw') return NOTHING_EMBEDDED;
    const compared = await compareAll({
      file: this.bytes,
      mediaType: this.target.mediaType,
      orientation: async () => (await this.#main.open()).orientation,
      main: () => this.#main.overview(),
      decode: (file, mediaType) => pipelineOf(mediaType, file),
      open: (file, mediaType) =>
        new FilePhoto(innerTarget(this.target, file, mediaType), file, NO_READERS, { minSide: ENLARGED_SIDE }),
    });
    this.unseen.push(...compared.unseen);
    return compared;
  }
}

function innerTarget({ path, mtimeMs }: ScanTarget, file: Uint8Array, mediaType: string): ScanTarget {
  return { path, mtimeMs, bytes: file.length, kind: 'image', mediaType };
}
