// A target's bytes as a Photo: metadata, pixels at the analysis size and parts at full size, each made once and only when asked for.
import sharp, { type Sharp } from 'sharp';
import type { HiddenPart } from '../container/hidden-part.js';
import { hiddenParts } from '../container/hidden-parts.js';
import { readMetadata } from '../metadata/read.js';
import type { Region } from '../types/detection.js';
import type { Metadata } from '../types/metadata.js';
import type { Photo, Raster } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import { PhotoError } from '../words/problems.js';
import { endsEarly } from './ends-early.js';
import { decodeHeic } from './heic.js';
import { pngFrames } from './png-frames.js';

/** Pixels of the largest picture that is decoded; sharp's own default (0x3FFF squared). */
const MAX_PIXELS = 268_402_689;

/** Pixels of the longest side at the analysis size. An exact half, quarter or eighth is made by the JPEG decoder itself, at a third of the cost. */
const MAX_ANALYSIS_SIDE = 1600;

/** Pixels of the short side: below it a long screenshot's print and a panorama's faces are lost. */
const MIN_ANALYSIS_SIDE = 320;

/** What sharp decodes in the build that its package carries. */
const BY_SHARP = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/avif'];
const BY_LIBHEIF = ['image/heic', 'image/heif'];

interface Picture {
  /** A fresh pipeline over the upright picture. */
  readonly pipeline: (failOn: 'warning' | 'none') => Sharp;
  readonly width: number;
  readonly height: number;
}

/** Opens the bytes of a target. Decodes nothing yet. */
export function openPhoto(target: ScanTarget, bytes: Uint8Array): Photo {
  return new FilePhoto(target, bytes);
}

class FilePhoto implements Photo {
  readonly unseen: PhotoError[] = [];
  size: { width: number; height: number } | null = null;
  #metadata?: Promise<Metadata>;
  #hiddenParts?: Promise<readonly HiddenPart[]>;
  #picture?: Promise<Picture>;
  #pixels?: Promise<Raster>;
  #failOn: 'warning' | 'none' = 'warning';

  constructor(
    readonly target: ScanTarget,
    readonly bytes: Uint8Array,
  ) {}

  metadata(): Promise<Metadata> {
    return (this.#metadata ??= readMetadata(this.bytes, this.target.mediaType, this.target.path));
  }

  pixels(): Promise<Raster> {
    return (this.#pixels ??= this.#decodeWhole());
  }

  hiddenParts(): Promise<readonly HiddenPart[]> {
    return (this.#hiddenParts ??= this.#readHiddenParts());
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

  async #readHiddenParts(): Promise<readonly HiddenPart[]> {
    const parts = hiddenParts(this.bytes, this.target.mediaType);
    if (parts.some(({ what }) => what === 'motion video')) this.unseen.push(new PhotoError('motion-video-unseen'));
    return parts;
  }

  async #decodeWhole(): Promise<Raster> {
    const { pipeline, width, height } = await this.#open();
    this.size = { width, height };
    // Whatever is looked for in the picture may stand in a film beside it, too. That the file breaks off is noticed below.
    await this.hiddenParts().catch(ignoreBreak);
    const covers = { left: 0, top: 0, width, height };
    const scale = analysisScale(Math.max(width, height));
    if (scale < 1 && Math.min(width, height) * scale < MIN_ANALYSIS_SIDE) this.unseen.push(new PhotoError('too-long'));
    const raster = await toRaster(pipeline('warning'), covers, scale).catch(() => {
      // Damaged: what can still be decoded is examined, and the rest is said to be unseen.
      this.#failOn = 'none';
      return toRaster(pipeline('none'), covers, scale);
    });
    if (this.#failOn === 'none' || endsEarly(this.bytes, this.target.mediaType)) {
      this.unseen.push(new PhotoError('truncated'));
    }
    return raster;
  }

  #open(): Promise<Picture> {
    return (this.#picture ??= this.#openPicture());
  }

  async #openPicture(): Promise<Picture> {
    const { kind, mediaType } = this.target;
    if (mediaType === 'application/octet-stream') throw new PhotoError('content-unknown');
    if (kind === 'raw') throw new PhotoError('raw-not-decoded');
    if (BY_SHARP.includes(mediaType)) return this.#openWithSharp();
    if (BY_LIBHEIF.includes(mediaType)) return this.#openHeic();
    throw new PhotoError('format-unsupported', formatName(mediaType));
  }

  async #openHeic(): Promise<Picture> {
    const { data, width, height, others } = await decodeHeic(this.bytes, MAX_PIXELS);
    if (others > 0) this.unseen.push(new PhotoError('frames-unseen', `${others + 1}`));
    return { width, height, pipeline: () => sharp(data, { raw: { width, height, channels: 4 } }) };
  }

  async #openWithSharp(): Promise<Picture> {
    const facts = await sharp(this.bytes, { limitInputPixels: false })
      .metadata()
      .catch(() => {
        throw new PhotoError('corrupt');
      });
    const { width, height } = facts.autoOrient;
    if (width * height > MAX_PIXELS) throw new PhotoError('too-large', `${Math.round((width * height) / 1e6)}`);
    // A TIFF holds further pictures as pages, and as directories below the first page's.
    const pages = (facts.pages ?? 1) + (facts.subifds ?? 0);
    const frames = this.target.mediaType === 'image/png' ? pngFrames(this.bytes) : pages;
    if (frames > 1) this.unseen.push(new PhotoError('frames-unseen', `${frames}`));
    return {
      width,
      height,
      pipeline: (failOn) => sharp(this.bytes, { failOn, limitInputPixels: MAX_PIXELS, autoOrient: true }),
    };
  }
}

function ignoreBreak(error: unknown): void {
  if (!(error instanceof PhotoError)) throw error;
}

/** The scale at which the picture is analysed, 0..1: one over a power of two up to 8 where that is enough, so that the decoder does it. */
export function analysisScale(longSide: number): number {
  for (const divisor of [1, 2, 4, 8]) if (longSide / divisor <= MAX_ANALYSIS_SIDE) return 1 / divisor;
  return MAX_ANALYSIS_SIDE / longSide;
}

/** `image/vnd.adobe.photoshop` -> `PHOTOSHOP`. */
function formatName(mediaType: string): string {
  return mediaType.replace(/^.*[/.]|^image\/x-/, '').toUpperCase();
}

function clip(part: Region, width: number, height: number): Region {
  const left = Math.max(0, Math.min(width - 1, Math.floor(part.left)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(part.top)));
  const right = Math.max(left + 1, Math.min(width, Math.ceil(part.left + part.width)));
  const bottom = Math.max(top + 1, Math.min(height, Math.ceil(part.top + part.height)));
  return { left, top, width: right - left, height: bottom - top };
}

/** RGB bytes of what the pipeline shows; transparent parts become white, as a viewer on a page would show them. */
async function toRaster(source: Sharp, covers: Region, scale: number): Promise<Raster> {
  const width = Math.max(1, Math.ceil(covers.width * scale));
  const height = Math.max(1, Math.ceil(covers.height * scale));
  try {
    const resized = scale < 1 ? source.resize(width, height, { fit: 'fill' }) : source;
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
    // libvips names file internals in its messages; the code says all that may be said.
    throw new PhotoError('corrupt');
  }
}
