// A decoded, upright picture as a pipeline of sharp, and the way in which sharp opens one.
import type { Metadata, Sharp } from 'sharp';
import { PhotoError } from '../errors.js';
import type { Unseen } from '../types/problem.js';
import { loadSharp, type SharpLibrary } from './sharp.js';

/** Pixels of the largest picture that is decoded: the default of sharp (0x3FFF squared). */
export const MAX_PIXELS = 268_402_689;

/**
 * The same limit for decoders whose output is held in our own memory, at some ten bytes a pixel.
 * There, a small file can ask for any size.
 */
export const MAX_OWN_PIXELS = 40_000_000;

export type SharpFailOn = 'warning' | 'none';

/**
 * The scale, 0..1, at which a picture with this long side in pixels is wanted. A decoder that is
 * faster at a smaller size may return twice that scale instead of the whole.
 */
export type ScaleOf = (longSide: number) => number;

export interface Picture {
  /**
   * A new pipeline over the upright picture, which is smaller than the file's where it was opened
   * at a scale.
   */
  readonly pipeline: (failOn: SharpFailOn) => Sharp;
  /** Upright size in pixels, as stored in the file. */
  readonly width: number;
  readonly height: number;
  /**
   * EXIF orientation that sharp has applied, 1..8. 1 where another decoder has applied it or there
   * is none.
   */
  readonly orientation: number;
  /**
   * The parts of the file that this picture does not show: further pictures, or everything but a
   * small copy.
   */
  readonly unseen: readonly Unseen[];
  /** It has a channel of transparency. */
  readonly hasAlpha?: boolean;
}

/**
 * @param countPictures the number of pictures in the file, where more than one is reported as a
 *   problem
 */
export async function openWithSharp(
  bytes: Uint8Array,
  countPictures: (facts: Pick<Metadata, 'pages' | 'subifds'>) => number = ({ pages }) => pages ?? 1,
): Promise<Picture> {
  const sharp = await loadSharp();
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new PhotoError('corrupt');
    });
  const { width, height } = facts.autoOrient;
  if (width * height > MAX_PIXELS) throw new PhotoError('too-large', `${Math.round((width * height) / 1e6)}`);
  return {
    width,
    height,
    orientation: facts.orientation ?? 1,
    unseen: furtherPictures(countPictures(facts)),
    hasAlpha: facts.hasAlpha,
    pipeline: (failOn) => uprightPipeline(sharp, bytes, failOn),
  };
}

/** A pipeline of sharp over a file whose size no caller needs. */
export function uprightPipeline(sharp: SharpLibrary, bytes: Uint8Array, failOn: SharpFailOn): Sharp {
  return sharp(bytes, { failOn, limitInputPixels: MAX_PIXELS, autoOrient: true });
}

export function cutOff(isCut: boolean): Unseen[] {
  return isCut ? [{ code: 'truncated' }] : [];
}

/** Pixels in the data that no decoder shows. */
export function beyondPicture(isThere: boolean): Unseen[] {
  return isThere ? [{ code: 'part-unknown', detail: 'rows of pixels beyond the picture' }] : [];
}

export function furtherPictures(pictures: number): Unseen[] {
  return pictures > 1 ? [{ code: 'frames-unseen', detail: `${pictures}` }] : [];
}
