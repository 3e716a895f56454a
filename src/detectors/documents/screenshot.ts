// Screenshots: pictures that a screen drew and no camera took.

import { PhotoError } from '../../errors.js';
import { mediaTypeOf } from '../../formats/registry.js';
import type { Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import { type Flatness, flatnessOf } from './flatness.js';
import { isScreenSize } from './screen-sizes.js';

/** Two windows of this side, at the top (a status bar) and in the middle, are looked at in full size. */
const WINDOW = 640;
/** Labelled screenshots have 0.71 to 0.99 and at least three panels in one of the windows, drawn pages one or two. */
const MIN_FLAT = 0.65;
const MIN_PANELS = 3;
/** Of a whole screen less is asked: a message with a photo leaves little plain. JPEG leaves about half of what was plain. */
const MIN_FLAT_OF_SCREEN = 0.4;
const MIN_PANELS_OF_SCREEN = 2;

/** Ordinal: what a whole screen in plain colours scores, and plain colours alone. */
const SURE_SCORE = 0.9;
const LIKELY_SCORE = 0.6;

/** What the scores are made of. */
export interface ScreenEvidence {
  readonly isCamera: boolean;
  readonly isExactType: boolean;
  readonly isScreenSize: boolean;
  readonly windows: readonly Flatness[];
}

/** 0..1; a picture with a camera's name in it is none. */
export function screenScore({ isCamera, isExactType, isScreenSize: isWhole, windows }: ScreenEvidence): number {
  const has = (share: number, panels: number) => windows.some((w) => w.share >= share && w.panels >= panels);
  if (isCamera) return 0;
  if (isWhole && has(MIN_FLAT_OF_SCREEN, MIN_PANELS_OF_SCREEN)) return SURE_SCORE;
  return isExactType && has(MIN_FLAT, MIN_PANELS) ? LIKELY_SCORE : 0;
}

/** Throws PhotoError. */
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

/** Metadata that cannot be read name no camera; the metadata detector says that they could not. */
async function hasCamera(photo: Photo): Promise<boolean> {
  try {
    const { device } = await photo.metadata();
    return device.make !== null || device.model !== null;
  } catch (error) {
    if (error instanceof PhotoError) return false;
    throw error;
  }
}
