// Compares each embedded picture with the file's main picture, and opens it as a photo of its own.
import type { Sharp } from 'sharp';
import { PhotoError } from '../errors.js';
import { withOrientation } from '../formats/jpeg/with-orientation.js';
import { readerFor } from '../formats/registry.js';
import { type Pixels, rotate90 } from '../image/raster.js';
import type { Region } from '../types/detection.js';
import type { Difference, PicturePart } from '../types/embedded.js';
import type { ComparedPicture, Comparison, Photo } from '../types/photo.js';
import type { Unseen } from '../types/problem.js';
import { comparePair, hasOwnDetail, mayShowMore } from './compare-pair.js';
import { type EmbeddedPicture, findPictures } from './find-pictures.js';
import { type GreyImage, toGreyImage, WHOLE } from './grey-image.js';
import { hiddenDifference } from './hidden-share.js';

/**
 * Pixels of the long side of the embedded picture: the usual size of a thumbnail. A stored picture
 * and a large one are compared block by block and need more.
 */
const EMBEDDED_SIDE = 160;
const STORED_SIDE = 640;

/** Pixels of the long side above which a picture can show a document or a face that is small. */
const LARGE_SIDE = 320;

/**
 * The main picture has two to four times the pixels of a thumbnail, so that the halving of decoders
 * is enough.
 */
const MAIN_MIN_SIDE = 320;
const MAIN_MAX_SIDE = 640;

/**
 * The scale, 0..1, at which the main picture is decoded for a comparison alone: one over a power of
 * two up to 8.
 */
export function comparisonScale(longSide: number): number {
  for (const divisor of [8, 4, 2]) if (longSide / divisor >= MAIN_MIN_SIDE) return 1 / divisor;
  return 1;
}

/** Score from which a small picture more likely differs than not. It is then examined itself. */
const DIFFERS = 0.5;

/** What compareAll() needs of the target and of its caller. */
export interface Comparing {
  readonly file: Uint8Array;
  readonly mediaType: string;
  /** EXIF orientation of the main picture, 1..8. Throws PhotoError. */
  readonly orientation: () => Promise<number>;
  /**
   * The main picture, upright, at comparisonScale() or larger. Called only where there is a
   * readable picture to compare with, because decoding a HEIC takes a second. Throws PhotoError.
   */
  readonly main: () => Promise<Pixels>;
  /** A new pipeline over an upright picture. Throws PhotoError. */
  readonly decode: (file: Uint8Array, mediaType: string) => Promise<Sharp>;
  readonly open: (file: Uint8Array, mediaType: string) => Photo;
}

/** A stored picture counts as a preview: it is the main picture before the crop. */
export function sourceOf(what: ComparedPicture['what']): 'thumbnail' | 'preview' {
  return what === 'thumbnail' ? 'thumbnail' : 'preview';
}

/**
 * Converts a region of the embedded picture into one of the main picture. Null where the main
 * picture does not show it. Sizes and regions are in pixels of the upright pictures at full size.
 */
export function placeInMain(
  { difference }: ComparedPicture,
  inner: Size,
  main: Size,
): (region: Region) => Region | null {
  const common = difference ? difference.common : { inEmbedded: WHOLE, inMain: WHOLE };
  if (!common) return () => null;
  const [from, to] = [inPixels(common.inEmbedded, inner), inPixels(common.inMain, main)];
  const [across, down] = [to.width / from.width, to.height / from.height];
  return ({ left, top, width, height }) => {
    const moved = { left: to.left + (left - from.left) * across, top: to.top + (top - from.top) * down };
    const [x, y] = [moved.left + (width * across) / 2, moved.top + (height * down) / 2];
    const isShown = x >= to.left && y >= to.top && x < to.left + to.width && y < to.top + to.height;
    return isShown ? { ...moved, width: width * across, height: height * down } : null;
  };
}

type Size = Pick<Region, 'width' | 'height'>;

function inPixels({ left, top, right, bottom }: PicturePart, { width, height }: Size): Region {
  return { left: left * width, top: top * height, width: (right - left) * width, height: (bottom - top) * height };
}

/** @throws PhotoError where the main picture cannot be decoded */
export async function compareAll(comparing: Comparing): Promise<Comparison> {
  const { readable, unseen } = await readEmbedded(comparing);
  let main: Promise<GreyImage> | undefined;
  const mainImage = () => (main ??= comparing.main().then((pixels) => toGreyImage(pixels, MAIN_MAX_SIDE)));
  const pictures: ComparedPicture[] = [];
  for (const { picture, upright, pixels } of readable) {
    const { what, offset, bytes, mediaType, hidden, isAuxiliary } = picture;
    const found = isAuxiliary ? null : await difference(picture, pixels, mainImage);
    pictures.push({
      ...{ what, offset, bytes },
      difference: found,
      isExamined: (found !== null && found.score >= DIFFERS) || (await isOther(picture, pixels, mainImage)),
      isProved: hidden !== null,
      open: () => comparing.open(upright(), mediaType),
    });
  }
  return { pictures, unseen };
}

/** Whether a picture that shows the same at the size of a thumbnail has to be examined itself. */
async function isOther(
  { hidden, isAuxiliary }: EmbeddedPicture,
  pixels: Pixels,
  mainImage: () => Promise<GreyImage>,
): Promise<boolean> {
  if (isAuxiliary) return hasOwnDetail(await toGreyImage(pixels, EMBEDDED_SIDE), await mainImage());
  if (hidden || Math.max(pixels.width, pixels.height) <= LARGE_SIDE) return false;
  return mayShowMore(await toGreyImage(pixels, STORED_SIDE), await mainImage());
}

interface Readable {
  readonly picture: EmbeddedPicture;
  /** A file of its own that states its orientation. */
  readonly upright: () => Uint8Array;
  readonly pixels: Pixels;
}

async function readEmbedded({ file, mediaType, orientation, decode }: Comparing): Promise<{
  readable: readonly Readable[];
  unseen: readonly Unseen[];
}> {
  const { pictures: found, further } = findPictures(file, mediaType, await readerFor(mediaType));
  const exifOrientation = found.some(({ hasStoredOrientation }) => hasStoredOrientation) ? await orientation() : 1;
  const readable: Readable[] = [];
  const unseen: Unseen[] = further > 0 ? [{ code: 'embedded-unseen', detail: `${further}` }] : [];
  for (const picture of found) {
    const upright = () =>
      picture.hasStoredOrientation ? withOrientation(picture.file(), exifOrientation) : picture.file();
    try {
      const source = await decode(upright(), picture.mediaType);
      const isLarge = picture.what !== 'thumbnail';
      readable.push({ picture, upright, pixels: await small(source, isLarge ? STORED_SIDE : EMBEDDED_SIDE) });
    } catch (error) {
      if (!(error instanceof PhotoError)) throw error;
      unseen.push({ code: 'embedded-unreadable' });
    }
  }
  return { readable, unseen };
}

async function difference(
  { hidden, isRotationUnknown }: EmbeddedPicture,
  pixels: Pixels,
  mainImage: () => Promise<GreyImage>,
): Promise<Difference | null> {
  if (hidden) return hiddenDifference(await toGreyImage(pixels, STORED_SIDE), hidden);
  const main = await mainImage();
  let lowest: Difference | null = null;
  for (const turns of isRotationUnknown ? ([0, 1, 2, 3] as const) : ([0] as const)) {
    const found = comparePair(await toGreyImage(rotate90(pixels, turns), EMBEDDED_SIDE), main);
    if (found === null) return null;
    if (lowest === null || found.score < lowest.score) lowest = found;
  }
  return lowest;
}

async function small(source: Sharp, longSide: number): Promise<Pixels> {
  try {
    const { data, info } = await source
      .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new PhotoError('embedded-unreadable');
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return { data: bytes, width: info.width, height: info.height };
  } catch {
    // libvips names file internals in its messages, so that only the code is kept.
    throw new PhotoError('embedded-unreadable');
  }
}
