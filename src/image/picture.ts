// A decoded picture as a pipeline of sharp, upright, and the way in which sharp opens one itself.
import type { Metadata, Sharp } from 'sharp';
import { PhotoError } from '../errors.js';
import type { Unseen } from '../types/problem.js';
import { loadSharp, type SharpLibrary } from './sharp.js';

/** Pixels of the largest picture that is decoded; sharp's own default (0x3FFF squared). */
export const MAX_PIXELS = 268_402_689;

/** The same for what is decoded in memory of our own, some ten bytes a pixel. A small file can ask for any size there. */
export const MAX_OWN_PIXELS = 40_000_000;

export type SharpFailOn = 'warning' | 'none';

/**
 * The scale, 0..1, at which a picture with this long side in pixels is wanted: a decoder for which less is cheaper may give it
 * at twice that instead of whole.
 */
export type ScaleOf = (longSide: number) => number;

export interface Picture {
  /** A fresh pipeline over the upright picture, which is smaller than the file's where it was opened at a scale. */
  readonly pipeline: (failOn: SharpFailOn) => Sharp;
  /** Upright, in pixels, as the file has it. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation by which sharp has turned it, 1..8; 1 where another decoder has turned it or nothing had to be. */
  readonly orientation: number;
  /** What of the file is not seen in this picture: further ones, or all but a small copy. */
  readonly unseen: readonly Unseen[];
}

/** @param countPictures how many pictures the file holds, where more than one is worth a problem */
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
    pipeline: (failOn) => uprightPipeline(sharp, bytes, failOn),
  };
}

/** A pipeline of sharp over a file whose size nobody asks for. */
export function uprightPipeline(sharp: SharpLibrary, bytes: Uint8Array, failOn: SharpFailOn): Sharp {
  return sharp(bytes, { failOn, limitInputPixels: MAX_PIXELS, autoOrient: true });
}

export function cutOff(isCut: boolean): Unseen[] {
  return isCut ? [{ code: 'truncated' }] : [];
}

export function furtherPictures(pictures: number): Unseen[] {
  return pictures > 1 ? [{ code: 'frames-unseen', detail: `${pictures}` }] : [];
}
