// The bytes of a target as a Photo: metadata, pixels at the analysis size, and parts at full size.
// Each is made once, on request.
import type { Sharp } from 'sharp';
import { compareAll, comparisonScale, placeInMain as placeOf, sourceOf } from '../embedded/compare-all.js';
import { PhotoError } from '../errors.js';
import { readerOf } from '../formats/byte-reader.js';
import { MP4 } from '../formats/mp4/brands.js';
import { readAttachments } from '../formats/read-attachments.js';
import { readerFor } from '../formats/registry.js';
import { isTransparent, onGround } from '../image/grounds.js';
import type { Picture } from '../image/picture.js';
import { readMetadata } from '../metadata/read.js';
import { openSidecars } from '../metadata/sidecars/open.js';
import { placesUnread } from '../metadata/unread-places.js';
import type { Attachment } from '../types/attachment.js';
import type { Region } from '../types/detection.js';
import type { Metadata, Sidecar } from '../types/metadata.js';
import type { Comparison, InnerPicture, LiveVideo, OpenedPhoto } from '../types/photo.js';
import type { Unseen } from '../types/problem.js';
import type { Raster } from '../types/raster.js';
import type { ScanTarget } from '../types/target.js';
import { readVideoMetadata } from '../video/metadata.js';
import { openPicture, pipelineOf } from './decode.js';
import { MAX_SEEN_PIXELS, TILE_SCALE, tilePhoto, tilesOf } from './tiles.js';

/**
 * Pixels of the long side at the analysis size. The JPEG decoder itself produces an exact half,
 * quarter or eighth, at a third of the cost.
 */
const MAX_ANALYSIS_SIDE = 1600;

/**
 * Videos that are examined in one photo. A motion photo has one, and each takes as long as several
 * photos.
 */
const MAX_VIDEOS = 4;

/**
 * Pixels of the short side. Below it, the print in a long screenshot and the faces in a panorama
 * are lost.
 */
const MIN_ANALYSIS_SIDE = 320;

/**
 * Pixels of the long side to which a small embedded picture is enlarged, and the largest factor.
 * The models are trained on faces and print of that size.
 */
const ENLARGED_SIDE = 640;
const MAX_ENLARGED = 4;

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
  options: OpenOptions = {},
): OpenedPhoto {
  return new FilePhoto(target, bytes, videos, options);
}

export interface OpenOptions {
  /** Pixels to which a shorter long side of the whole picture is enlarged; 0 for none. */
  readonly minSide?: number;
  /** Replaces what the decoder gives. */
  readonly opened?: Promise<Picture>;
  /** The bytes were made by this program, so that they do not break off. */
  readonly isWhole?: boolean;
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
  size: { width: number; height: number } | null = null;
  #metadata?: Promise<Metadata>;
  #sidecars?: Promise<readonly Sidecar[]>;
  #attachments?: Promise<readonly Attachment[]>;
  #embedded?: Promise<Comparison>;
  #picture?: Promise<Picture>;
  #pixels?: Promise<Raster>;
  #failOn: 'warning' | 'none' = 'warning';

  constructor(
    readonly target: ScanTarget,
    readonly bytes: Uint8Array,
    readonly videos: PhotoVideoReaders,
    readonly options: OpenOptions,
  ) {
    if (options.opened) this.#picture = options.opened;
    // The only picture of a RAW photo is its preview, and findings in it name that source.
    this.hasPicture = target.kind !== 'raw';
  }

  metadata(): Promise<Metadata> {
    return (this.#metadata ??= readMetadata(this.bytes, this.target.mediaType));
  }

  sidecars(): Promise<readonly Sidecar[]> {
    return (this.#sidecars ??= openSidecars(this.target, this.unseen));
  }

  pixels(): Promise<Raster> {
    return (this.#pixels ??= this.#decodeWhole());
  }

  async liveVideo(): Promise<LiveVideo | null> {
    // Metadata that cannot be read is reported where it is read for its own sake.
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

  /** Where the file breaks off, decoding the picture or reading the attachments reports it. */
  async #videos(): Promise<readonly Attachment[]> {
    const parts = await this.attachments().catch(noneOfBroken);
    return parts.filter(({ what }) => what === 'motion video');
  }

  attachments(): Promise<readonly Attachment[]> {
    return (this.#attachments ??= this.#readAttachments());
  }

  embeddedPictures(): Promise<Comparison> {
    return (this.#embedded ??= this.#compareEmbedded());
  }

  /**
   * What transparency hides, pictures in the file that differ from the main one, then the frames of
   * the videos inside.
   */
  async *innerPictures(): AsyncGenerator<InnerPicture> {
    if (this.target.kind === 'raw') yield { source: { picture: 'preview', atMs: null }, photo: this };
    else {
      yield* this.#inTiles();
      yield* this.#onOtherGrounds();
    }
    // A main picture that cannot be decoded is reported where it is decoded for its own sake.
    const { pictures } = await this.embeddedPictures().catch(noneWhereBroken);
    for (const picture of pictures.filter(({ isExamined }) => isExamined)) {
      const [photo, source] = [picture.open(), { picture: sourceOf(picture.what), atMs: null }];
      const placeInMain = (region: Region) =>
        photo.size && this.size ? placeOf(picture, photo.size, this.size)(region) : null;
      yield { source, photo, placeInMain };
    }
    const videos = await this.#videos();
    for (const video of videos.slice(0, MAX_VIDEOS)) yield* this.videos.frames(video);
    if (videos.length > MAX_VIDEOS) throw new PhotoError('films-unseen', `${videos.length}`);
  }

  /** Nothing for a picture of usual size, or one that cannot be decoded. */
  async *#inTiles(): AsyncGenerator<InnerPicture> {
    const picture = await this.#open().catch(nothingReadable);
    const tiles = picture ? tilesOf(picture.width, picture.height) : [];
    if (!picture || tiles.length === 0) return;
    const { width, height } = picture;
    const whole = { left: 0, top: 0, width, height };
    const overview = await toRaster(picture.pipeline(this.#failOn), whole, TILE_SCALE).catch(nothingReadable);
    // A picture that cannot be decoded at all is reported where that was tried first.
    if (!overview) return;
    for (const tile of tiles) {
      const photo = tilePhoto(this, overview, tile);
      yield { source: { picture: 'main', atMs: null }, photo, tile, placeInMain: (region) => region };
    }
    if (width * height > MAX_SEEN_PIXELS) this.unseen.push({ code: 'too-small', detail: megapixels(width * height) });
  }

  /** Nothing for an opaque picture. */
  async *#onOtherGrounds(): AsyncGenerator<InnerPicture> {
    const picture = await this.#open().catch(nothingReadable);
    if (!picture || !(await isTransparent(picture))) return;
    const seen = [await this.pixels()];
    for (const ground of ['black', 'none'] as const) {
      const opened = onGround(picture, ground);
      const photo = new FilePhoto(this.target, this.bytes, NO_READERS, { ...this.options, opened, isWhole: true });
      const pixels = await photo.pixels();
      if (seen.some((other) => isAlike(other, pixels))) continue;
      seen.push(pixels);
      yield { source: { picture: 'main', atMs: null }, photo, placeInMain: (region) => region };
    }
  }

  async region(part: Region, maxSide: number): Promise<Raster> {
    await this.pixels();
    const { pipeline, width, height } = await this.#open();
    const covers = clip(part, width, height);
    const scale = Math.min(1, maxSide / Math.max(covers.width, covers.height));
    const isWhole = covers.width === width && covers.height === height;
    const source = pipeline(this.#failOn);
    return toRaster(isWhole ? source : source.extract(covers), covers, scale);
  }

  async #readAttachments(): Promise<readonly Attachment[]> {
    return readAttachments(await readerFor(this.target.mediaType), this.bytes);
  }

  async #decodeWhole(): Promise<Raster> {
    const picture = await this.#open();
    const { width, height } = picture;
    const scale = this.#scale(Math.max(width, height));
    if (scale < 1 && Math.min(width, height) * scale < MIN_ANALYSIS_SIDE) this.unseen.push({ code: 'too-long' });
    return this.#decode(picture, scale);
  }

  /** The whole picture for a comparison: at a small scale, unless it is already decoded. */
  async #overview(): Promise<Raster> {
    if (this.#pixels) return this.#pixels;
    const picture = await (this.#picture ?? this.#openPicture(comparisonScale));
    return this.#decode(picture, comparisonScale(Math.max(picture.width, picture.height)));
  }

  async #decode({ pipeline, width, height }: Picture, scale: number): Promise<Raster> {
    this.size = { width, height };
    const covers = { left: 0, top: 0, width, height };
    const raster = await toRaster(pipeline('warning'), covers, scale).catch(() => {
      // Damaged: what can still be decoded is examined, and the rest is reported as missing.
      this.#failOn = 'none';
      return toRaster(pipeline('none'), covers, scale);
    });
    if (this.#failOn === 'none' || (await this.#isCut())) {
      this.unseen.push({ code: 'truncated' });
    }
    return raster;
  }

  async #isCut(): Promise<boolean> {
    if (this.options.isWhole) return false;
    return (await readerFor(this.target.mediaType)).endsEarly?.(this.bytes) === true;
  }

  #scale(longSide: number): number {
    const { minSide = 0 } = this.options;
    if (longSide >= minSide) return analysisScale(longSide);
    return Math.min(MAX_ENLARGED, minSide / longSide);
  }

  #open(): Promise<Picture> {
    return (this.#picture ??= this.#openPicture());
  }

  async #openPicture(scaleOf?: (longSide: number) => number): Promise<Picture> {
    const picture = await openPicture(this.target.mediaType, this.bytes, scaleOf);
    this.unseen.push(...picture.unseen);
    return picture;
  }

  async #compareEmbedded(): Promise<Comparison> {
    // A RAW file has no picture to compare its preview with.
    if (this.target.kind === 'raw') return NOTHING_EMBEDDED;
    const compared = await compareAll({
      file: this.bytes,
      mediaType: this.target.mediaType,
      orientation: async () => (await this.#open()).orientation,
      main: () => this.#overview(),
      decode: (file, mediaType) => pipelineOf(mediaType, file),
      open: (file, mediaType) =>
        new FilePhoto(innerTarget(this.target, file, mediaType), file, NO_READERS, {
          minSide: ENLARGED_SIDE,
        }),
    });
    this.unseen.push(...compared.unseen);
    return compared;
  }
}

function megapixels(pixels: number): string {
  return `${Math.round(pixels / 1e6)}`;
}

/** Difference of a colour, 0..255, up to which two rasters of one picture show the same. */
const MAX_NOISE = 8;

function isAlike(one: Raster, other: Raster): boolean {
  return one.data.every((value, at) => Math.abs(value - (other.data[at] ?? 0)) <= MAX_NOISE);
}

function innerTarget({ path, mtimeMs }: ScanTarget, file: Uint8Array, mediaType: string): ScanTarget {
  return { path, mtimeMs, bytes: file.length, kind: 'image', mediaType };
}

function noneWhereBroken(error: unknown): Comparison {
  if (!(error instanceof PhotoError)) throw error;
  return NOTHING_EMBEDDED;
}

function nothingReadable(error: unknown): null {
  if (!(error instanceof PhotoError)) throw error;
  return null;
}

function noneOfBroken(error: unknown): readonly Attachment[] {
  if (!(error instanceof PhotoError)) throw error;
  return [];
}

/**
 * The scale at which the picture is analysed, 0..1. One over a power of two up to 8 where that is
 * enough, so that the decoder does the scaling.
 */
export function analysisScale(longSide: number): number {
  for (const divisor of [1, 2, 4, 8]) if (longSide / divisor <= MAX_ANALYSIS_SIDE) return 1 / divisor;
  return MAX_ANALYSIS_SIDE / longSide;
}

function clip(part: Region, width: number, height: number): Region {
  const left = Math.max(0, Math.min(width - 1, Math.floor(part.left)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(part.top)));
  const right = Math.max(left + 1, Math.min(width, Math.ceil(part.left + part.width)));
  const bottom = Math.max(top + 1, Math.min(height, Math.ceil(part.top + part.height)));
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * RGB bytes of the pipeline's output. Transparent parts become white, like in a viewer with a white
 * page.
 */
async function toRaster(source: Sharp, covers: Region, scale: number): Promise<Raster> {
  const width = Math.max(1, Math.ceil(covers.width * scale));
  const height = Math.max(1, Math.ceil(covers.height * scale));
  try {
    const resized = scale !== 1 ? source.resize(width, height, { fit: 'fill' }) : source;
    const { data, info } = await resized
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new PhotoError('corrupt');
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
      covers,
    };
  } catch {
    // libvips names file internals in its messages, so that only the code is kept.
    throw new PhotoError('corrupt');
  }
}
