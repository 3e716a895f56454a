// Screenshots: pictures drawn by a screen and not taken by a camera.

import { PhotoError } from '../../errors.js';
import { mediaTypeOf } from '../../formats/registry.js';
import type { Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import { type Flatness, flatnessOf } from './flatness.js';
import { isScreenSize } from './screen-sizes.js';

/**
 * Side in pixels of the two windows that are examined at full size: one at the top (a status bar)
 * and one in the middle.
 */
const WINDOW = 640;
/**
 * Minimum flatness and number of panels in one of the windows. Labelled screenshots have a flatness
 * of 0.71 to 0.99 and at least three panels; drawn pages have one or two panels.
 */
const MIN_FLAT = 0.65;
const MIN_PANELS = 3;
/**
 * A picture of the size of a screen needs less: a message with a photo leaves few plain areas, and
 * JPEG keeps about half of them.
 */
const MIN_FLAT_OF_SCREEN = 0.4;
const MIN_PANELS_OF_SCREEN = 2;

/** Ordinal scores: a whole screen in plain colours, and plain colours alone. */
const SURE_SCORE = 0.9;
const LIKELY_SCORE = 0.6;

/** The inputs of the score. */
export interface ScreenEvidence {
  readonly isCamera: boolean;
  readonly isExactType: boolean;
  readonly isScreenSize: boolean;
  readonly windows: readonly Flatness[];
}

/** 0..1. A picture whose metadata name a camera scores 0. */
export function screenScore({ isCamera, isExactType, isScreenSize: isWhole, windows }: ScreenEvidence): number {
  const has = (share: number, panels: number) => windows.some((w) => w.share >= share && w.panels >= panels);
  if (isCamera) return 0;
  if (isWhole && has(MIN_FLAT_OF_SCREEN, MIN_PANELS_OF_SCREEN)) return SURE_SCORE;
  return isExactType && has(MIN_FLAT, MIN_PANELS) ? LIKELY_SCORE : 0;
}

/** The score of screenScore(). Throws PhotoError. */
export async function seeScreen(photo: Photo): Promise<number> {
  const { width, height } = photo.size ?? { width: 0, height: 0 };
  const isExactType = mediaTypeOf(photo.target.mediaType)?.isExact === true;
  const isWhole = isScreenSize(width, height);
  if ((!isExactType && !isWhole) || (await hasCamera(photo))) return 0;
  const windows: Flatness[] = [];
  for (const part of windowsOf(width, height)) windows.push(flatnessOf(await photo.region(part, WINDOW)));
  return screenScore({ isCamera: false, isExactType, isScreenSize: isWhole, windows });
}

function windowsOf(pictureWidth: number, pictureHeight: number): readonly Region[] {
  const width = Math.min(WINDOW, pictureWidth);
  const height = Math.min(WINDOW, pictureHeight);
  const left = Math.floor((pictureWidth - width) / 2);
  return [0, Math.floor((pictureHeight - height) / 2)].map((top) => ({ left, top, width, height }));
}

/**
 * Unreadable metadata count as no camera. The metadata detector reports that they could not be
 * read.
 */
async function hasCamera(photo: Photo): Promise<boolean> {
  try {
    const { device } = await photo.metadata();
    return device.make !== null || device.model !== null;
  } catch (error) {
    if (error instanceof PhotoError) return false;
    throw error;
  }
}
