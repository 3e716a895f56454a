// The picture that a file shows: opened once, decoded at the analysis size once, and in parts at
// full size.
import { comparisonScale } from '../embedded/compare-all.js';
import { readerFor } from '../formats/registry.js';
import type { Picture } from '../image/picture.js';
import type { Region } from '../types/detection.js';
import type { Unseen } from '../types/problem.js';
import type { Raster } from '../types/raster.js';
import { openPicture } from './decode.js';
import { analysisScale, clip, toRaster } from './rasters.js';

/**
 * Pixels of the short side. Below it, the print in a long screenshot and the faces in a panorama
 * are lost.
 */
const MIN_ANALYSIS_SIDE = 320;

/** The largest factor by which a small picture is enlarged. */
const MAX_ENLARGED = 4;

export interface PictureOptions {
  /** Pixels to which a shorter long side of the whole picture is enlarged; 0 for none. */
  readonly minSide?: number;
  /** Replaces what the decoder gives. */
  readonly opened?: Promise<Picture>;
  /** The bytes were made by this program, so that they do not break off. */
  readonly isWhole?: boolean;
}

export class MainPicture {
  /** Upright full size in pixels; null until it was decoded. */
  size: { width: number; height: number } | null = null;
  #picture?: Promise<Picture>;
  #pixels?: Promise<Raster>;
  #failOn: 'warning' | 'none' = 'warning';

  /** @param unseen gets what of the file the picture does not show */
  constructor(
    readonly mediaType: string,
    readonly bytes: Uint8Array,
    readonly unseen: Unseen[],
    readonly options: PictureOptions,
  ) {
    if (options.opened) this.#picture = options.opened;
  }

  /** @throws PhotoError */
  open(): Promise<Picture> {
    return (this.#picture ??= this.#open());
  }

  /** The whole at the analysis size. @throws PhotoError */
  pixels(): Promise<Raster> {
    return (this.#pixels ??= this.#decodeWhole());
  }

  /**
   * The whole picture for a comparison: at a small scale, unless it is already decoded.
   * @throws PhotoError
   */
  async overview(): Promise<Raster> {
    if (this.#pixels) return this.#pixels;
    const picture = await (this.#picture ?? this.#open(comparisonScale));
    return this.#decode(picture, comparisonScale(Math.max(picture.width, picture.height)));
  }

  /** The whole at a scale, 0..1. @throws PhotoError */
  async atScale(scale: number): Promise<Raster> {
    const { pipeline, width, height } = await this.open();
    return toRaster(pipeline(this.#failOn), { left: 0, top: 0, width, height }, scale);
  }

  /** @throws PhotoError */
  async region(part: Region, maxSide: number): Promise<Raster> {
    await this.pixels();
    const { pipeline, width, height } = await this.open();
    const covers = clip(part, width, height);
    const scale = Math.min(1, maxSide / Math.max(covers.width, covers.height));
    const isWhole = covers.width === width && covers.height === height;
    const source = pipeline(this.#failOn);
    return toRaster(isWhole ? source : source.extract(covers), covers, scale);
  }

  async #open(scaleOf?: (longSide: number) => number): Promise<Picture> {
    const picture = await openPicture(this.mediaType, this.bytes, scaleOf);
    this.unseen.push(...picture.unseen);
    return picture;
  }

  async #decodeWhole(): Promise<Raster> {
    const picture = await this.open();
    const { width, height } = picture;
    const scale = this.#scale(Math.max(width, height));
    if (scale < 1 && Math.min(width, height) * scale < MIN_ANALYSIS_SIDE) this.unseen.push({ code: 'too-long' });
    return this.#decode(picture, scale);
  }

  async #decode({ pipeline, width, height }: Picture, scale: number): Promise<Raster> {
    this.size = { width, height };
    const covers = { left: 0, top: 0, width, height };
    const raster = await toRaster(pipeline('warning'), covers, scale).catch(() => {
      // Damaged: what can still be decoded is examined, and the rest is reported as missing.
      this.#failOn = 'none';
      return toRaster(pipeline('none'), covers, scale);
    });
    if (this.#failOn === 'none' || (await this.#isCut())) this.unseen.push({ code: 'truncated' });
    return raster;
  }

  async #isCut(): Promise<boolean> {
    if (this.options.isWhole) return false;
    return (await readerFor(this.mediaType)).endsEarly?.(this.bytes) === true;
  }

  #scale(longSide: number): number {
    const { minSide = 0 } = this.options;
    if (longSide >= minSide) return analysisScale(longSide);
    return Math.min(MAX_ENLARGED, minSide / longSide);
  }
}
