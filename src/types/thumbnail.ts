// Small copies of photos, for a report that shows them.
import type { Region } from './detection.js';
import type { ScanTarget } from './target.js';

/** `plain`: with what must be covered covered. */
export const THUMBNAIL_MODES = ['none', 'blurred', 'plain'] as const;

/** What a worker needs to make one. */
export interface ThumbnailRequest {
  readonly target: ScanTarget;
  /** Of the file when it was examined, hexadecimal. */
  readonly sha256: string;
  /** Upright full size in pixels, in which the regions are; null where there are none. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What must not be recognisable. */
  readonly covered: readonly Region[];
  readonly isBlurred: boolean;
}

/** Why a photo has no small copy. `none`: none was asked for. */
export type NoPicture = 'none' | 'covered' | 'all-covered' | 'changed' | 'undecodable' | 'video' | 'raw' | 'enough';

export type PictureResult =
  | {
      /** JPEG, Base64. */
      readonly data: string;
      /** Pixels. */
      readonly width: number;
      readonly height: number;
    }
  | { readonly why: NoPicture };
