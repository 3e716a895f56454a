// Small copies of the photos of a report, made by workers of their own: those of the scan have
// ended by then.
import { coveredRegions, mustBeBlurred } from '../findings/must-be-covered.js';
import type { PhotoResult } from '../types/photo.js';
import type { PhotoReport } from '../types/report.js';
import type { PictureResult } from '../types/thumbnail.js';
import { createPool, type PicturePool, type PoolOptions } from './pool.js';

export interface ThumbnailOptions extends PoolOptions {
  readonly isBlurred: boolean;
  /** Ids of rules that were off or reported less. */
  readonly rulesOff: readonly string[];
}

export class Thumbnails {
  readonly #options: ThumbnailOptions;
  readonly #examined = new Map<string, Pick<PhotoResult, 'target' | 'sha256'>>();
  #pool: PicturePool | null = null;
  #isClosed = false;

  constructor(options: ThumbnailOptions) {
    this.#options = options;
  }

  /** Notes what a flagged photo was when it was examined. */
  note({ target, sha256 }: PhotoResult): void {
    this.#examined.set(target.path, { target, sha256 });
  }

  /** @throws UsageError if no worker can work */
  async of(photo: PhotoReport): Promise<PictureResult> {
    const { path, kind, width, height } = photo;
    const examined = this.#examined.get(path);
    if (kind !== 'image') return { why: kind };
    const covered = coveredRegions(photo);
    if (covered === null) return { why: 'covered' };
    const sha256 = examined?.sha256 ?? null;
    if (examined === undefined || sha256 === null) return { why: 'undecodable' };
    if (this.#isClosed) return { why: 'none' };
    this.#pool ??= createPool(this.#options);
    const isBlurred = this.#options.isBlurred || mustBeBlurred(photo, this.#options.rulesOff);
    const size = width === null || height === null ? null : { width, height };
    return this.#pool.thumbnail({ target: examined.target, sha256, size, covered, isBlurred });
  }

  close(): void {
    this.#isClosed = true;
    this.#pool?.close();
  }
}
