// The decoders: a file's bytes by their kind as an upright picture that parts can be taken of.
import type { Metadata, Sharp } from 'sharp';
import { withOrientation } from '../embedded/restore-orientation.js';
import { decodeBmp, largestOfIcon } from '../formats/bmp/decode.js';
import { decodeHeic, type HeicPicture } from '../formats/heif/decode.js';
import type { Rectangle } from '../formats/heif/geometry.js';
import { uncropped } from '../formats/heif/hidden-images.js';
import { heifPictures } from '../formats/heif/shown-pictures.js';
import { decodeJxl } from '../formats/jxl/decode.js';
import { pngFrames } from '../formats/png/frames.js';
import { decodePsd } from '../formats/psd/decode.js';
import { largestPreview, MIN_PREVIEW_SIDE } from '../formats/raw/preview.js';
import { loadSharp, type SharpLibrary } from '../image/sharp.js';
import { MAX_DIVISOR } from '../image/shrink.js';
import { PhotoError } from '../messages/problems.js';
import type { ScanTarget } from '../types/target.js';

/** Pixels of the largest picture that is decoded; sharp's own default (0x3FFF squared). */
const MAX_PIXELS = 268_402_689;

/** The same for what is decoded in memory of our own, some ten bytes a pixel. A small file can ask for any size there. */
const MAX_OWN_PIXELS = 40_000_000;

/** What sharp decodes in the build that its package carries. */
const BY_SHARP = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/avif'];
const BY_LIBHEIF = ['image/heic', 'image/heif'];

export interface Picture {
  /** A fresh pipeline over the upright picture, which is smaller than the file's where it was opened at a scale. */
  readonly pipeline: (failOn: 'warning' | 'none') => Sharp;
  /** Upright, in pixels, as the file has it. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation by which sharp has turned it, 1..8; 1 where another decoder has turned it or nothing had to be. */
  readonly orientation: number;
  /** What of the file is not seen in this picture: further ones, or all but a small copy. */
  readonly unseen: readonly PhotoError[];
}

/**
 * @param scaleOf the scale, 0..1, at which a picture with this long side in pixels is wanted: a decoder for which less is
 * cheaper may give it at twice that instead of whole
 * @throws PhotoError where it cannot be decoded
 */
export async function openPicture(
  { kind, mediaType }: Pick<ScanTarget, 'kind' | 'mediaType'>,
  bytes: Uint8Array,
  scaleOf?: (longSide: number) => number,
): Promise<Picture> {
  if (mediaType === 'application/octet-stream') throw new PhotoError('content-unknown');
  if (kind === 'raw') return openRaw(bytes, mediaType);
  if (BY_SHARP.includes(mediaType)) return openWithSharp(bytes, mediaType);
  if (BY_LIBHEIF.includes(mediaType)) return openHeic(bytes, scaleOf);
  switch (mediaType) {
    case 'image/jxl':
      return openJxl(bytes);
    case 'image/bmp':
      return openBmp(bytes);
    case 'image/vnd.microsoft.icon':
      return openIcon(bytes);
    case 'image/vnd.adobe.photoshop':
      return openPsd(bytes);
    default:
      throw new PhotoError('format-unsupported', formatName(mediaType));
  }
}

/**
 * A pipeline over an upright picture of which nobody asks for the size: one look at the file less.
 * @throws PhotoError, though what is damaged or too large may say so only when the pipeline runs
 */
export async function pipelineOf(mediaType: string, bytes: Uint8Array): Promise<Sharp> {
  if (BY_SHARP.includes(mediaType)) return upright(await loadSharp(), bytes, 'none');
  return (await openPicture({ kind: 'image', mediaType }, bytes)).pipeline('none');
}

async function openJxl(bytes: Uint8Array): Promise<Picture> {
  const { png, frames, isCut } = await decodeJxl(bytes);
  const picture = await openWithSharp(png, 'image/png');
  return { ...picture, unseen: [...further(frames), ...cutOff(isCut)] };
}

async function openBmp(bytes: Uint8Array): Promise<Picture> {
  const sharp = await loadSharp();
  const { data, width, height, isCut } = decodeBmp(bytes, MAX_OWN_PIXELS);
  // The fourth byte is none of transparency in most files, whatever it holds.
  const pipeline = () => sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  return { width, height, orientation: 1, unseen: cutOff(isCut), pipeline };
}

async function openIcon(bytes: Uint8Array): Promise<Picture> {
  const { mediaType, file, pictures } = largestOfIcon(bytes);
  const picture = mediaType === 'image/png' ? await openWithSharp(file, mediaType) : await openBmp(file);
  return { ...picture, unseen: [...further(pictures), ...picture.unseen] };
}

async function openPsd(bytes: Uint8Array): Promise<Picture> {
  const sharp = await loadSharp();
  const { data, width, height, channels, layers, isCut } = decodePsd(bytes, MAX_OWN_PIXELS);
  const pipeline = () => sharp(data, { raw: { width, height, channels } });
  const unseen = [...(layers > 0 ? [new PhotoError('layers-unseen', `${layers}`)] : []), ...cutOff(isCut)];
  return { width, height, orientation: 1, unseen, pipeline };
}

async function openHeic(bytes: Uint8Array, scaleOf?: (longSide: number) => number): Promise<Picture> {
  const { data, width, height, fullSize } = await decodeUncropped(bytes, scaleOf);
  const sharp = await loadSharp();
  const pipeline = () => sharp(data, { raw: { width, height, channels: 4 } });
  return { ...fullSize, orientation: 1, unseen: further(heifPictures(bytes)), pipeline };
}

async function decodeUncropped(bytes: Uint8Array, scaleOf?: (longSide: number) => number): Promise<HeicPicture> {
  const whole = uncropped(bytes);
  // A crop is cut at full size.
  if (whole) return cropped(await decodeHeic(whole.file, MAX_PIXELS), whole.window);
  // The last half is left to sharp, whose own way of shrinking is sharper.
  const divisorOf =
    scaleOf && ((longSide: number) => Math.min(MAX_DIVISOR, Math.max(1, Math.floor(0.5 / scaleOf(longSide)))));
  return decodeHeic(bytes, MAX_PIXELS, divisorOf);
}

/** The largest picture that the camera put into a RAW photo shows all of it, developed as the camera would. */
async function openRaw(bytes: Uint8Array, mediaType: string): Promise<Picture> {
  const preview = largestPreview(bytes, mediaType);
  if (!preview) throw new PhotoError('raw-not-decoded');
  const { orientation } = preview;
  const jpeg = orientation === null ? preview.bytes : withOrientation(preview.bytes, orientation);
  const picture = await openWithSharp(jpeg, 'image/jpeg');
  const isSmall = Math.max(preview.width, preview.height) < MIN_PREVIEW_SIDE;
  return { ...picture, unseen: isSmall ? [new PhotoError('raw-preview-small')] : [] };
}

function cutOff(isCut: boolean): PhotoError[] {
  return isCut ? [new PhotoError('truncated')] : [];
}

function further(pictures: number): PhotoError[] {
  return pictures > 1 ? [new PhotoError('frames-unseen', `${pictures}`)] : [];
}

/** The part of an RGBA picture, clipped to it. Throws PhotoError where nothing is left. */
function cropped({ data, width, height }: HeicPicture, window: Rectangle): HeicPicture {
  const [left, top] = [Math.max(0, Math.round(window.left)), Math.max(0, Math.round(window.top))];
  const right = Math.min(width, Math.round(window.left + window.width));
  const bottom = Math.min(height, Math.round(window.top + window.height));
  if (right <= left || bottom <= top) throw new PhotoError('corrupt');
  const part = new Uint8Array((right - left) * (bottom - top) * 4);
  for (let y = top; y < bottom; y++) {
    part.set(data.subarray((y * width + left) * 4, (y * width + right) * 4), (y - top) * (right - left) * 4);
  }
  const size = { width: right - left, height: bottom - top };
  return { data: part, ...size, fullSize: size };
}

async function openWithSharp(bytes: Uint8Array, mediaType: string): Promise<Picture> {
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
    unseen: further(countPictures(bytes, mediaType, facts)),
    pipeline: (failOn) => upright(sharp, bytes, failOn),
  };
}

function upright(sharp: SharpLibrary, bytes: Uint8Array, failOn: 'warning' | 'none'): Sharp {
  return sharp(bytes, { failOn, limitInputPixels: MAX_PIXELS, autoOrient: true });
}

function countPictures(bytes: Uint8Array, mediaType: string, facts: Pick<Metadata, 'pages' | 'subifds'>): number {
  if (mediaType === 'image/png') return pngFrames(bytes);
  if (mediaType === 'image/avif') return heifPictures(bytes);
  // A TIFF holds further pictures as pages, and as directories below the first page's.
  return (facts.pages ?? 1) + (facts.subifds ?? 0);
}

/** `image/vnd.adobe.photoshop` -> `PHOTOSHOP`. */
function formatName(mediaType: string): string {
  return mediaType.replace(/^.*[/.]|^image\/x-/, '').toUpperCase();
}
